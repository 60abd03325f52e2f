import { describe, expect, test } from 'vitest';
import { fromRoman, labelOf } from '#read/elements/labels.ts';
import type { Line } from '#read/elements/line.ts';
import { recognise } from '#read/elements/recognise.ts';
import { readDocx } from '#read/read-docx.ts';
import { type DocxParts, makeDocx, p, tbl } from './support/make-docx.ts';
import { bodies, feet, heads, officePlan } from './support/office-plan.ts';
import { typedWays } from './support/typed-ways.ts';

const texts = (lines: readonly Line[]) => lines.map(({ text }) => text);

/** Elements of a plan, however it is laid out. */
function said(parts: DocxParts) {
  const found = recognise(readDocx(makeDocx(parts)));
  const { head, foot } = found;
  return {
    kind: found.kind,
    type: found.typeName,
    parent: texts(head.parent),
    organ: texts(head.organ),
    code: [head.code?.printed?.number, head.code?.printed?.notation],
    date: [head.date?.printed.place, head.date?.printed.day, head.date?.printed.month, head.date?.printed.year],
    subject: texts(found.subject),
    bases: found.bases.length,
    opening: found.opening?.text.slice(0, 9),
    body: found.items.map((item) => (item.kind === 'table' ? 'table' : `${item.level} ${item.line.text.slice(0, 8)}`)),
    recipients: foot?.recipients.map(({ text }) => text),
    archive: foot?.archive?.text,
    authority: texts(foot?.authority ?? []),
    name: foot?.name?.text,
    appendices: found.appendices.map(({ label, title, attached, items }) => [
      label?.text,
      texts(title),
      attached.length,
      items.map(({ kind }) => kind),
    ]),
    others: texts(found.others),
  };
}

const plan = {
  kind: 'administrative',
  type: 'Kế hoạch',
  parent: ['UBND TỈNH ĐỒNG NAI'],
  organ: ['SỞ NỘI VỤ'],
  code: ['', 'KH-SNV'],
  date: ['Đồng Nai', '', '3', '2026'],
  subject: ['Cải cách hành chính năm 2026'],
  bases: 1,
  opening: 'Sở Nội vụ',
  body: [
    'roman MỤC TIÊU',
    'clause Nâng cao',
    'subclause Rà soát ',
    'point Cấp tỉnh',
    'dash Lần một;',
    'plus Lần hai.',
    'roman TỔ CHỨC ',
    'paragraph Các phòn',
  ],
  recipients: ['- Như trên;', '- UBND các xã, phường;'],
  archive: '- Lưu: VT, CCHC.',
  authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
  name: 'Lê Thị C',
  appendices: [['Phụ lục', ['PHÂN CÔNG NHIỆM VỤ'], 1, ['table']]],
  others: [],
};

const ways = Object.keys(heads).flatMap((head) =>
  Object.keys(bodies).flatMap((body) => Object.keys(feet).map((foot) => [head, body, foot] as const)),
);

describe('one plan, typed in every way that offices have', () => {
  test.each(ways)('finds the same elements: head as %s, body %s, foot as %s', (head, body, foot) => {
    expect(said(officePlan({ head, body, foot } as Parameters<typeof officePlan>[0]))).toEqual(plan);
  });
});

describe('the plan says the same, whatever the way it was typed in', () => {
  test.each(typedWays.map(([way, parts]) => [way, parts] as const))('%s', (_, parts) => {
    expect(said(parts)).toEqual(plan);
  });
});

test('a number’s line whose letters were lost is no line of the organ’s name', () => {
  const head = heads.table.replace('Số:          /KH-SNV', 'S?:          /KH-SNV');
  const { head: found } = recognise(readDocx(makeDocx({ body: head })));
  expect([texts(found.organ), found.code?.line.text]).toEqual([['SỞ NỘI VỤ'], 'S?: /KH-SNV']);
});

test('tells a Party document and a law from an administrative one', () => {
  const party = tbl([[p('TỈNH ỦY ĐỒNG NAI') + p('Số 05-KH/TU'), p('ĐẢNG CỘNG SẢN VIỆT NAM')]]);
  const law = tbl([[p('CHÍNH PHỦ') + p('Số: 30/2020/NĐ-CP'), p('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM')]]);
  const kinds = [party, law, p('Danh sách lớp')].map((body) => recognise(readDocx(makeDocx({ body }))).kind);
  expect(kinds).toEqual(['party', 'legislation', 'unknown']);
});

test('finds the stamp in a text box, and the addressees of a letter', () => {
  const box = `<w:r><w:pict><v:textbox><w:txbxContent>${p('DỰ THẢO')}</w:txbxContent></v:textbox></w:pict></w:r>`;
  const head = tbl([
    [
      p('UBND TỈNH') + p('SỞ Y TẾ', '', '<w:b/>') + p('Số: 05/SYT-NV') + p('V/v tiêm chủng') + p('HOẢ TỐC'),
      p('Độc lập - Tự do - Hạnh phúc'),
    ],
  ]);
  const body =
    p(box) + head + p('Kính gửi:') + p('- Bộ Y tế;') + p('- UBND tỉnh.') + p('Thực hiện chỉ đạo, Sở báo cáo.');
  const found = recognise(readDocx(makeDocx({ body })));
  expect(found.typeName).toBe('Công văn');
  expect(texts(found.subject)).toEqual(['V/v tiêm chủng']);
  expect(found.addressees.map(({ text }) => text)).toEqual(['Bộ Y tế', 'UBND tỉnh']);
  expect([found.head.urgency?.text, found.head.draftMark?.text]).toEqual(['HOẢ TỐC', 'DỰ THẢO']);
  expect(found.items.map((item) => (item.kind === 'line' ? item.level : ''))).toEqual(['paragraph']);
});

test('reads the labels that offices type, and takes no citation for one', () => {
  const cases: [string, string | undefined, number[]?][] = [
    ['Phần thứ hai', 'division', [2]],
    ['Chương IV', 'chapter', [4]],
    ['Điều 12. Hiệu lực', 'article', [12]],
    ['IX. TỔ CHỨC', 'roman', [9]],
    ['A. ĐÁNH GIÁ', 'letter', [1]],
    ['2.3.1 Rà soát', 'subclause', [2, 3, 1]],
    ['3/ Kinh phí', 'clause', [3]],
    ['đ) Sở Y tế', 'point', [5]],
    ['(2) Bước hai', 'item', [2]],
    ['(iv) Bước bốn', 'itemRoman', [4]],
    ['– Lần một', 'dash', []],
    ['+ Lần hai', 'plus', []],
    ['Phần mềm dùng chung', undefined],
    ['Điều 5 của Luật này', undefined],
    ['2026 là năm đầu', undefined],
    ['20% số hồ sơ', undefined],
  ];
  expect(cases.map(([text]) => labelOf(text)?.level)).toEqual(cases.map(([, level]) => level));
  for (const [text, , numbers] of cases) if (numbers) expect(labelOf(text)?.numbers, text).toEqual(numbers);
  expect(['IIII', 'XIV', 'ABC'].map(fromRoman)).toEqual([0, 14, 0]);
});

test('tells forms one after the other from a form in an appendix', () => {
  const { body, ...rest } = officePlan({});
  const form = heads.table + p('GIẤY MỜI', '<w:jc w:val="center"/>', '<w:b/>') + feet.table;
  const [collection, plan] = [p('Mẫu 1.1') + form + p('Mẫu 1.2') + form, body + form].map((markup) =>
    recognise(readDocx(makeDocx({ ...rest, body: markup }))),
  );
  expect([collection?.kind, collection?.documents, collection?.typeName]).toEqual(['collection', 2, 'Giấy mời']);
  expect([plan?.kind, plan?.documents, plan?.typeName]).toEqual(['administrative', 1, 'Kế hoạch']);
});

test('a regulation under a head of its own belongs to the decision that issues it', () => {
  const centre = '<w:jc w:val="center"/>';
  const { body: _, ...rest } = officePlan({});
  const decision =
    heads.table +
    p('QUYẾT ĐỊNH', centre, '<w:b/>') +
    p('Ban hành Quy chế một cửa', centre, '<w:b/>') +
    p('Điều 1. Ban hành kèm theo Quyết định này Quy chế một cửa./.') +
    feet.table;
  const regulation =
    heads.table +
    p('QUY CHẾ', centre, '<w:b/>') +
    p('Một cửa', centre, '<w:b/>') +
    p('(Ban hành kèm theo Quyết định số      /QĐ-SNV ngày      tháng 3 năm 2026)', centre, '<w:i/>') +
    p('Điều 1. Phạm vi', '', '<w:b/>');
  const found = recognise(readDocx(makeDocx({ ...rest, body: decision + regulation })));
  expect([found.kind, found.documents, found.typeName]).toEqual(['administrative', 1, 'Quyết định']);
  expect(found.appendices.map(({ title, items }) => [texts(title), items.length])).toEqual([
    [['QUY CHẾ', 'Một cửa'], 1],
  ]);
  expect(texts(found.others)).toContain('SỞ NỘI VỤ');
});

test('columns that only keep a distance, a blank of an appendix’s number and fields to fill in are seen for what they are', () => {
  const B = '<w:b/>';
  const spaced = tbl([
    ['', 'Nơi nhận:', '', p('GIÁM ĐỐC', '', B)],
    ['', '- Lưu: VT.', '', p('{{nguoi_ky}}')],
  ]);
  const { foot, others } = recognise(readDocx(makeDocx({ body: heads.table + p('Nội dung./.') + spaced })));
  expect([foot?.label?.text, foot?.archive?.text, texts(foot?.authority ?? [])]).toEqual([
    'Nơi nhận:',
    '- Lưu: VT.',
    ['GIÁM ĐỐC'],
  ]);
  expect([foot?.name, texts(others)]).toEqual([null, ['{{nguoi_ky}}']]);
  const appendix = p('Phụ lục ……', '<w:jc w:val="center"/>', B) + p('BIỂU MẪU', '<w:jc w:val="center"/>', B);
  const after = recognise(readDocx(makeDocx({ body: heads.table + p('Nội dung./.') + spaced + appendix })));
  expect(after.appendices.map(({ label, title }) => [label?.text, texts(title)])).toEqual([
    ['Phụ lục ……', ['BIỂU MẪU']],
  ]);
});
