import { expect, test } from 'vitest';
import { check, codes, letter, only, plan, planWithTable, planWithText } from './scene.ts';

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => from + i);
const FORBIDDEN = [
  ...range(0x00, 0x1f),
  ...range(0x7f, 0x9f),
  ...[0xad, 0x61c, 0x2028, 0x2029, 0x2060, 0xfeff, 0xfffe, 0xffff],
  ...range(0x200b, 0x200f),
  ...range(0x202a, 0x202e),
  ...range(0x2066, 0x2069),
  ...[0xd800, 0xdbff, 0xdc00, 0xdfff],
];
/** Characters that no list named, of the classes that are refused: joiners, fillers, selectors, tags, private ones, no characters. */
const BY_CLASS = [
  0x34f, 0x600, 0x115f, 0x17b4, 0x180e, 0x2061, 0x206f, 0x3164, 0xfe0f, 0xfff9, 0xe0041, 0xe0100, 0xf0000, 0x1fffe,
];
const hex = (codePoint: number) => `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
const table = (text: unknown) =>
  planWithTable({ columns: [{ title: 'Sản phẩm', id: 'a' }], rows: [{ cells: { a: text } }] });

test.each(FORBIDDEN.map((codePoint) => [hex(codePoint), codePoint] as const))(
  'refuses %s, with its place',
  (name, codePoint) => {
    const char = String.fromCharCode(codePoint);
    const finding = only(planWithText(`Kế hoạch${char}năm`));
    expect(finding).toMatchObject({
      code: 'FORBIDDEN_CHARACTER',
      path: 'Đoạn thứ 1, nội dung (text)',
      severity: 'error',
    });
    expect(finding.message).toContain(`(${name}) ở vị trí 9, ngay sau “Kế hoạch”; hãy xóa đi`);
    const inCell = codes(table(`a${char}b`));
    expect(inCell).toEqual(codePoint === 0x0a ? [] : ['FORBIDDEN_CHARACTER']);
  },
);

test.each(BY_CLASS.map((codePoint) => [hex(codePoint), codePoint] as const))(
  'refuses %s by its class',
  (_, codePoint) => {
    expect(codes(planWithText(`Kế hoạch${String.fromCodePoint(codePoint)}năm`))).toEqual(['FORBIDDEN_CHARACTER']);
  },
);

test('takes what is drawn: letters with marks on their own, arrows, sums, degrees', () => {
  expect(codes(planWithText('Tiê\u0309u mục → 25 °C ≥ 3 m² “…” – ½ № €'))).toEqual([]);
});

test.each([
  ['\t', 'Có dấu tab (U+0009)'],
  ['\n', 'Có dấu xuống dòng (U+000A)'],
  ['\u2028', 'Có dấu xuống dòng (U+2028)'],
  ['\u200B', 'Có ký tự ẩn, không nhìn thấy (U+200B)'],
  ['\u202E', 'Có dấu đổi chiều chữ, không nhìn thấy (U+202E)'],
  ['\uD800', 'Có nửa ký tự bị hỏng (U+D800)'],
  ['\u0000', 'Có ký tự điều khiển (U+0000)'],
])('calls %j by a name', (char, words) => expect(only(planWithText(`x${char}`)).message).toContain(words));

test('counts the place in the text as it is kept, in NFC', () => {
  expect(only(planWithText('Kế hoạch\u200B'.normalize('NFD'))).message).toContain('ở vị trí 9');
});

const CHAR = 'a\u200Bb';
test.each([
  ['subject', plan({ subject: CHAR }), 'Trích yếu (subject)'],
  ['opening', plan({ opening: CHAR }), 'Câu mở đầu (opening)'],
  ['closing', plan({ closing: ['a', CHAR] }), 'Lời kết (closing) thứ 2'],
  ['a recipient', plan({ recipients: ['a', CHAR] }), 'Nơi nhận (recipients) thứ 2'],
  ['an addressee', letter({ addressees: [CHAR] }), 'Kính gửi (addressees) thứ 1'],
  ['a basis', plan({ bases: [{ text: CHAR }] }), 'Căn cứ (bases) thứ 1, nội dung (text)'],
  ['a title', plan({ body: [{ id: 'a', level: 'roman', title: CHAR }] }), 'Mục I, tiêu đề (title)'],
  [
    'a group row',
    planWithTable({ columns: [{ title: 'A', id: 'a' }], rows: [{ group: CHAR }] }),
    'Dòng nhóm 1, tên nhóm (group)',
  ],
  [
    'a column',
    planWithTable({ columns: [{ title: CHAR, id: 'a' }], rows: [{ cells: { a: '' } }] }),
    'Bảng, cột thứ 1, tiêu đề (title)',
  ],
  ['a cell', table({ text: CHAR }), 'Dòng 1, cột Sản phẩm'],
  [
    'the name',
    plan({ signer: { authority: [{ position: 'Chủ tịch' }], fullName: CHAR } }),
    'Người ký (signer), họ tên (fullName)',
  ],
  [
    'the drafter’s mark',
    plan({ archive: { drafterMark: `A${CHAR}` } }),
    'Dòng Lưu (archive), ký hiệu người soạn (drafterMark)',
  ],
])('refuses a hidden character in %s', (_, input, path) => {
  expect(check(input).findings).toContainEqual(expect.objectContaining({ code: 'FORBIDDEN_CHARACTER', path }));
});

test('lets stand what is only unusual', () => {
  expect(codes(planWithText('a\u00A0b – “c” … ½ ²  😀 中 đ́ ﬁ 👩🏽'))).toEqual([]);
  expect(codes(table('một\nhai'))).toEqual([]);
});

test('sends no control character back to the screen of whoever reads the finding', () => {
  const evil = '\u001B[2J\u202Eabc\r\n\u0007';
  const table = { columns: [{ title: evil, id: 'a' }], rows: [{ cells: {} }, { cells: { [evil]: 'x', a: '' } }] };
  const input = { ...planWithTable(table), [evil]: 1, draftingUnit: evil, urgency: evil, organ: evil };
  for (const { message, path } of check(input).findings) {
    expect(`${message}${path}`).not.toMatch(/[\p{Cc}\u202E]/u);
  }
});
