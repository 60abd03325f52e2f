import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { bodyEnd, editorState } from '../../../../web/src/editor/editor-state.ts';
import { writeDocument } from '../../../../web/src/editor/model/document.ts';
import { pasteDocument } from '../../../../web/src/editor/paste/clipboard.ts';
import { readClipboard } from '../../../../web/src/editor/paste/read-clipboard.ts';
import { examples } from '../../../document/scene.ts';

interface AnyPart {
  readonly level: string;
  readonly title?: string;
  readonly text?: string | ReadonlyArray<string | object>;
  readonly runIn?: boolean;
  readonly table?: {
    readonly columns: ReadonlyArray<{ readonly title: string }>;
    readonly rows: ReadonlyArray<{ readonly cells: Readonly<Record<string, unknown>> }>;
  };
  readonly children?: readonly AnyPart[];
}

interface AnyDocument {
  readonly body: readonly AnyPart[];
  readonly appendices?: ReadonlyArray<{ readonly title: string; readonly body: readonly AnyPart[] }>;
  readonly [field: string]: unknown;
}

/** A draft of an example's type that nobody has written in. */
function blank({ schema, organ, issuer }: AnyDocument) {
  let state = bodyEnd(editorState({ schema, organ, issuer, subject: '', recipients: [], body: [] }));
  return {
    get state() {
      return state;
    },
    dispatch(tr: typeof state.tr) {
      state = state.apply(tr);
    },
  };
}

/** Texts with what a reference prints, since a pasted one is text. */
function texts(parts: readonly AnyPart[]): unknown[] {
  return parts.map(({ level, title, text, runIn, table, children = [] }) => ({
    level,
    title,
    text: Array.isArray(text) ? text.map((piece) => (typeof piece === 'string' ? piece : 'Phụ lục')).join('') : text,
    runIn,
    columns: table?.columns.map((column) => column.title),
    rows: table?.rows.map(({ cells }) => Object.values(cells)),
    children: texts(children),
  }));
}

function pasted(name: string, data: AnyDocument): AnyDocument {
  const text = readFileSync(new URL(`../../../fidelity/samples/${name}.txt`, import.meta.url), 'utf8');
  const view = blank(data);
  pasteDocument(view, readClipboard('', text));
  return writeDocument(view.state.doc) as unknown as AnyDocument;
}

/** A line that the province's example has and its published text has not: test/fidelity names why. */
const NOT_PUBLISHED = /^Nhiệm vụ tuyên truyền của các cơ quan, đơn vị, địa phương được phân công cụ thể/;

function published(parts: readonly AnyPart[]): AnyPart[] {
  return parts
    .filter(({ text }) => !NOT_PUBLISHED.test(Array.isArray(text) ? String(text[0]) : String(text)))
    .map((part) => (part.children ? { ...part, children: published(part.children) } : part));
}

test.each(examples)('the published text of $name gives its parts, head and foot', ({ name, data: given }) => {
  const example = given as unknown as AnyDocument;
  const data = pasted(name, example);
  expect(texts(data.body)).toEqual(texts(published(example.body)));
  for (const field of ['subject', 'bases', 'addressees', 'opening', 'closing', 'recipients'])
    expect(data[field], field).toEqual(example[field]);
});

test('the published text of the province gives its appendix with the table that stands on two pages', () => {
  const example = examples.find(({ name }) => name === 'ke-hoach-tinh-2025')?.data as unknown as AnyDocument;
  const [appendix] = pasted('ke-hoach-tinh-2025', example).appendices ?? [];
  expect(appendix?.title).toBe(example.appendices?.[0]?.title);
  expect(texts(appendix?.body ?? [])).toEqual(texts(example.appendices?.[0]?.body ?? []));
});

test('a whole document leaves alone what the draft has', () => {
  const view = blank({ schema: 'KeHoach@1', organ: 'o', issuer: 'organ', body: [] });
  view.dispatch(
    view.state.tr.setDocAttribute('fields', { schema: 'KeHoach@1', subject: 'Của tôi', recipients: ['Như trên'] }),
  );
  pasteDocument(
    view,
    readClipboard('', 'KẾ HOẠCH\nPhòng bệnh\n\nI. MỤC ĐÍCH\n- Phòng bệnh sớm./.\n\nNơi nhận:\n- Sở Y tế;\n- Lưu: VT.'),
  );
  expect(writeDocument(view.state.doc)).toMatchObject({
    subject: 'Của tôi',
    recipients: ['Như trên'],
    body: [{ level: 'roman', title: 'MỤC ĐÍCH', children: [{ level: 'dash', text: 'Phòng bệnh sớm' }] }],
  });
});

test('a stamp of a signature, page numbers and a head that repeats are no text', () => {
  const view = blank({ schema: 'KeHoach@1', organ: 'o', issuer: 'organ', body: [] });
  const text = [
    '1. Rà soát hộ nghèo trên địa bàn, lập danh sách gửi Ủy ban nhân dân phường trước',
    'ngày 15 tháng 9 hằng năm.',
    'Người ký: Nguyễn Văn A',
    'Thời gian ký: 01.02.2026 10:00:00 +07:00',
    '',
    '2',
    'KẾ HOẠCH RÀ SOÁT',
    '2. Công khai danh sách.',
    '',
    '3/5',
    'KẾ HOẠCH RÀ SOÁT',
    '3. Báo cáo kết quả thực hiện trước ngày 15 tháng 10 theo mẫu của Kế hoạch số 12/KH-',
    'UBND.',
  ].join('\n');
  pasteDocument(view, readClipboard('', text));
  expect(writeDocument(view.state.doc)['body']).toEqual([
    {
      level: 'clause',
      text: 'Rà soát hộ nghèo trên địa bàn, lập danh sách gửi Ủy ban nhân dân phường trước ngày 15 tháng 9 hằng năm.',
    },
    { level: 'clause', text: 'Công khai danh sách.' },
    { level: 'clause', text: 'Báo cáo kết quả thực hiện trước ngày 15 tháng 10 theo mẫu của Kế hoạch số 12/KH-UBND.' },
  ]);
});
