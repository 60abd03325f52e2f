import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { takeIn } from '#intake/take-in.ts';
import { recognise } from '#read/elements/recognise.ts';
import { joinLines } from '#read/plain/join-lines.ts';
import { withoutPageMarks } from '#read/plain/page-marks.ts';
import { readFile } from '#read/read-file.ts';
import { examples } from '../format/examples.ts';
import { saidParts } from './support/said-parts.ts';

const textOf = (name: string) => readFileSync(new URL(`texts/${name}.txt`, import.meta.url), 'utf8');
const bytesOf = (text: string) => new TextEncoder().encode(text);

function imported(name: string, text = textOf(name)) {
  const golden = examples.find((one) => one.name === name)!;
  const document = readFile(bytesOf(text));
  const { draft, notes } = takeIn(document, recognise(document), {
    profiles: golden.profiles,
    organ: golden.document.organ,
    on: golden.on,
  });
  return { golden: golden.document, draft: draft as unknown as typeof golden.document, notes, document };
}

/** Parts, tables and the closing of a document. */
function said({ body, closing, appendices = [] }: ReturnType<typeof imported>['golden'], withAppendices = true) {
  const parts = [...body, ...(closing === undefined ? [] : [{ level: 'paragraph' as const, text: closing }])];
  return saidParts([...parts, ...(withAppendices ? appendices.flatMap((one) => one.body) : [])]);
}

/** Paragraph that the example's author added to the plan. */
const ADDED = /^paragraph: Nhiệm vụ tuyên truyền của các cơ quan, đơn vị, địa phương được phân công cụ thể/;

describe('the text of a sample, as a PDF’s text layer gives it', () => {
  test.each(['ke-hoach-tinh-2025', 'cong-van-thanh-pho-2026'])('%s becomes the example’s parts and tables', (name) => {
    const { golden, draft } = imported(name);
    expect(said(draft)).toEqual(said(golden).filter((line) => !ADDED.test(line)));
    expect(draft).toMatchObject({ schema: golden.schema, subject: golden.subject, recipients: golden.recipients });
    expect(draft.signer.authority).toEqual(golden.signer.authority);
  });

  test('the ward’s has the example’s parts; a table whose columns ran together is named, and none of its words is lost', () => {
    const { golden, draft, document } = imported('ke-hoach-phuong-2026');
    expect(said(draft, false)).toEqual(said(golden, false));
    expect(draft).toMatchObject({ subject: golden.subject, recipients: golden.recipients });
    expect(document.notices.map(({ code }) => code)).toEqual(['PAGE_MARKS', 'COLUMNS_LOST']);
    const wordsOf = (lines: readonly string[]) => lines.flatMap((line) => line.replace(/^\w+: /, '').split(/[\s|]+/));
    const there = new Set(wordsOf(said(draft)));
    expect(wordsOf(said(golden)).filter((word) => !there.has(word))).toEqual([]);
  });

  test.each([
    ['Windows line ends', (text: string) => text.replace(/\n/g, '\r\n')],
    ['a head printed twice', (text: string) => text.replace(/^([\s\S]*?)KẾ HOẠCH\n/, '$1$1KẾ HOẠCH\n')],
    [
      'a stamp of a signature',
      (text: string) =>
        text.replace(
          'CHỦ TỊCH\n',
          'CHỦ TỊCH\nNgười ký: Ủy ban nhân dân phường Bình Long\nEmail: ubnd@dongnai.gov.vn\nCơ quan: Tỉnh Đồng Nai\nNgày ký: 05.02.2026 08:30:15 +07:00\n',
        ),
    ],
    [
      'more page numbers',
      (text: string) =>
        text.replace('2. Yêu cầu\n', '\n3\n\n2. Yêu cầu\n').replace('3. Hình thức', '\n- 4 -\n3. Hình thức'),
    ],
    ['decomposed letters', (text: string) => text.normalize('NFD')],
  ])('with %s it is the same', (_, change) => {
    const plain = imported('ke-hoach-phuong-2026');
    const changed = imported('ke-hoach-phuong-2026', change(textOf('ke-hoach-phuong-2026')));
    expect(changed.draft).toEqual(plain.draft);
  });
});

describe('joins the lines of a paragraph', () => {
  const wide = 'Căn cứ chức năng, nhiệm vụ được giao, các cơ quan, đơn vị chủ động thực hiện';
  test.each([
    ['a sentence that goes on after an empty line', [wide, '', 'và báo cáo kết quả.'], [`${wide} và báo cáo kết quả.`]],
    [
      'a symbol that was broken at its hyphen',
      [`${wide} số 76/NQ-`, 'CP ngày 15/7/2021.'],
      [`${wide} số 76/NQ-CP ngày 15/7/2021.`],
    ],
    [
      'a citation broken before its point',
      ['thực hiện theo quy định tại điểm', 'a) khoản 2 Điều 5.'],
      ['thực hiện theo quy định tại điểm a) khoản 2 Điều 5.'],
    ],
    [
      'a heading above a text stays apart',
      [wide, '2. Yêu cầu', 'Kế hoạch được triển khai.'],
      [wide, '2. Yêu cầu', 'Kế hoạch được triển khai.'],
    ],
    ['recipients stay apart', ['Nơi nhận:', '- Như trên;', '- Lưu: VT.'], ['Nơi nhận:', '- Như trên;', '- Lưu: VT.']],
  ])('%s', (_, lines, expected) => {
    expect(joinLines(lines)).toEqual(expected);
  });
});

test('numbers of a table’s rows are no page numbers', () => {
  const rows = ['1', 'Rà soát', '', '2', 'Báo cáo', ''];
  expect(withoutPageMarks(rows)).toEqual({ lines: rows, left: [] });
});
