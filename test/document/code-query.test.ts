import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldNotation, foldSymbol, formatCode, notationOf } from '#document/code-notation.ts';
import type { Document } from '#document/document-types.ts';
import { parseCodeQuery } from '#document/numbering/code-query.ts';
import { letter, plan, ward } from './scene.ts';

const PLAN_35 = { number: 35, notation: 'KH-UBND', typeCode: null, year: null };

test.each([
  ...['35/KH-UBND', '35/kh-ubnd', 'Số 35 / KH-UBND', 'số: 35/KH-UBND', '35 kh ubnd', '35-KH-UBND', '35/KH–UBND'],
  ...[
    ' 35/KH-UBND ',
    '035/KH-UBND',
    '３５/ＫＨ-ＵＢＮＤ',
    '35/\u00A0KH - UBND',
    'Số35/KH-UBND',
    '35KH-UBND',
    '35\\KH-UBND',
  ],
])('reads "%s" as 35/KH-UBND', (text) => {
  expect(parseCodeQuery(text)).toEqual(PLAN_35);
  expect(parseCodeQuery(text.normalize('NFD'))).toEqual(PLAN_35);
});

test.each([
  ['KH 35 2025', { number: 35, notation: null, typeCode: 'KeHoach', year: 2025 }],
  ['kế hoạch 35, 2025', { number: 35, notation: null, typeCode: 'KeHoach', year: 2025 }],
  ['KẾ HOẠCH SỐ 35 NĂM 2025', { number: 35, notation: null, typeCode: 'KeHoach', year: 2025 }],
  ['2025 35', { number: 35, notation: null, typeCode: null, year: 2025 }],
  ['35', { number: 35, notation: null, typeCode: null, year: null }],
  ['2025', { number: 2025, notation: null, typeCode: null, year: null }],
  ['công văn 12', { number: 12, notation: null, typeCode: 'CongVan', year: null }],
  ['cv 12/2026', { number: 12, notation: null, typeCode: 'CongVan', year: 2026 }],
  ['12/UBND-HCC năm 2026', { number: 12, notation: 'UBND-HCC', typeCode: null, year: 2026 }],
  ['17/2021/NQ-HĐND', { number: 17, notation: 'NQ-HDND', typeCode: null, year: 2021 }],
  ['30/2026/QH16', { number: 30, notation: 'QH16', typeCode: null, year: 2026 }],
  ['05-NQ/TU', { number: 5, notation: 'NQ-TU', typeCode: null, year: null }],
  ['Kế hoạch số 35/KH-UBND ngày 24/01/2025 của UBND tỉnh', { ...PLAN_35, typeCode: 'KeHoach', year: 2025 }],
  ['Kế hoạch số 35/KH-UBND ngày 24 tháng 01 năm 2025', { ...PLAN_35, typeCode: 'KeHoach', year: 2025 }],
  ['03/KH-UBND ngày 29/11', { ...PLAN_35, number: 3 }],
  ['KH 3 ngày 29 tháng 11', { number: 3, notation: null, typeCode: 'KeHoach', year: null }],
  ['03/KHUBND', { ...PLAN_35, number: 3 }],
  ['7 KHUBND', { ...PLAN_35, number: 7 }],
  ['7/QĐUBND', { number: 7, notation: 'QD-UBND', typeCode: null, year: null }],
  ['7/HĐND', { number: 7, notation: 'HDND', typeCode: null, year: null }],
  ['KH03', { number: 3, notation: null, typeCode: 'KeHoach', year: null }],
  ['KH03/2026', { number: 3, notation: null, typeCode: 'KeHoach', year: 2026 }],
  ['1000000/UBND-VP', { number: 1_000_000, notation: 'UBND-VP', typeCode: null, year: null }],
  ['35a/KH-UBND', { ...PLAN_35, codeSuffix: 'a' }],
  ['số 35 bis/KH-UBND', { ...PLAN_35, codeSuffix: 'bis' }],
  ['35 (bis)/KH-UBND', { ...PLAN_35, codeSuffix: 'bis' }],
  ['35 a/KH-UBND', { ...PLAN_35, codeSuffix: 'a' }],
  ['Kế hoạch số 35-a/KH-UBND ngày 24/01/2025', { ...PLAN_35, codeSuffix: 'a', typeCode: 'KeHoach', year: 2025 }],
  ['36/KH-UBND 2025', { ...PLAN_35, number: 36, year: 2025 }],
  ['36/KH-UBND (2025)', { ...PLAN_35, number: 36, year: 2025 }],
  ['36/KH-UBND, 2025', { ...PLAN_35, number: 36, year: 2025 }],
  ['36/KH-UBND 15 thủ tục', { ...PLAN_35, number: 36 }],
  ['35bis/QĐ-UBND', { number: 35, codeSuffix: 'bis', notation: 'QD-UBND', typeCode: null, year: null }],
  ['35a', { number: 35, codeSuffix: 'a', notation: null, typeCode: null, year: null }],
  ['Kế hoạch số 03/KH-UBND ngày 29/11/2026 về cải cách', { ...PLAN_35, number: 3, typeCode: 'KeHoach', year: 2026 }],
  [
    'Căn cứ Kế hoạch số 35/KH-UBND ngày 24 tháng 01 năm 2025 của Ủy ban nhân dân tỉnh về phát triển 5 năm 2026 - 2030;',
    { ...PLAN_35, typeCode: 'KeHoach', year: 2025 },
  ],
  ['(Kèm theo Kế hoạch số 35/KH - UBND ngày 24/01/2025)', { ...PLAN_35, typeCode: 'KeHoach', year: 2025 }],
  ['35/KH-UBND - về việc cải cách 15 thủ tục', PLAN_35],
  ['Quyết định số 35/QĐ-UBND', { number: 35, notation: 'QD-UBND', typeCode: null, year: null }],
])('reads "%s"', (text, query) => {
  expect(parseCodeQuery(text)).toEqual(query);
  expect(parseCodeQuery(text.normalize('NFD'))).toEqual(query);
});

test.each(['35/qd-ubnd', '35/QĐ-UBND', '35/qđ-ubnd', '35/QÐ-UBND', '35 QD UBND'])('finds QĐ by "%s"', (text) => {
  expect(parseCodeQuery(text)?.notation).toBe(foldNotation('QĐ-UBND'));
});

test('does not give the plan of a number to whoever asks for the decision', () => {
  expect(parseCodeQuery('QĐ 35')).toMatchObject({ notation: 'QD' });
  expect(parseCodeQuery('quyết định 35')).toMatchObject({ notation: 'QD' });
});

test.each([
  ...['', '   ', 'abc', 'KH-UBND', '0/KH-UBND', '00', '35 36', '35/36/KH-UBND', '24/01/2025', '12345678', '-', '///'],
  ...['٣٥/KH-UBND', '35 12345678', '9'.repeat(100), 'x'.repeat(10_000), `35/${'KH-'.repeat(5000)}`],
])('finds no number in "%.40s"', (text) => expect(parseCodeQuery(text)).toBeNull());

test('never throws, whatever is typed', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 40 }), (text) => parseCodeQuery(text) !== undefined));
});

const unit = fc
  .stringMatching(/^[A-ZĐ][A-ZĐa-zđ0-9&.-]{0,8}$/)
  .filter((text) => !/(?:^|[-.&])\d+(?:[-.&]|$)/.test(text));

test('finds every symbol that a document may bear, as it is printed and in small letters', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999_999 }), unit, unit, fc.boolean(), (number, organ, of, isLetter) => {
      const document = (isLetter ? letter({ draftingUnit: of }) : plan()) as Document;
      const notation = notationOf(document, { ...ward, abbreviation: organ });
      const printed = formatCode(number, notation);
      for (const text of [printed, printed.toLowerCase(), `Số: ${printed}`]) {
        const query = parseCodeQuery(text);
        expect(query && foldSymbol(query.number, query.notation ?? '')).toBe(foldSymbol(number, notation));
      }
    }),
    { numRuns: 1000 },
  );
});

test('writes numbers below ten with one zero, and symbols without spaces', () => {
  expect([1, 9, 10, 135].map((n) => formatCode(n, 'KH-UBND'))).toEqual([
    ...['01/KH-UBND', '09/KH-UBND', '10/KH-UBND', '135/KH-UBND'],
  ]);
});

test('gives a công văn no type in its symbol, and keeps mixed case', () => {
  expect(notationOf(letter({ draftingUnit: 'VPĐk' }) as Document, ward)).toBe('UBND-VPĐk');
  expect(notationOf(plan() as Document, ward)).toBe('KH-UBND');
});
