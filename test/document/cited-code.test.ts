import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CitedCode, isCitable, parseCitedCode } from '#document/numbering/cited-code.ts';
import { TYPE_ABBREVIATIONS } from '#document/type-table.ts';
import { codes, only, plan } from './scene.ts';

/** The printed form of a cited number; what `parseCitedCode` has to undo. */
function formatCitedCode(code: CitedCode): string {
  const number = String(code.number).padStart(2, '0');
  return [number, ...(code.year === null ? [] : [String(code.year)])].join('/') + code.separator + code.notation;
}

test.each([
  ['417/KH-UBND', 417, null, 'KH-UBND'],
  ['05/UBND-HCC', 5, null, 'UBND-HCC'],
  ['17/2021/NQ-HĐND', 17, 2021, 'NQ-HĐND'],
  ['30/2026/QH16', 30, 2026, 'QH16'],
  ['30/2020/NĐ-CP', 30, 2020, 'NĐ-CP'],
  ['05-NQ/TU', 5, null, 'NQ/TU'],
  ['123-QĐ/TW', 123, null, 'QĐ/TW'],
  ['01/CTr-UBND', 1, null, 'CTr-UBND'],
  ['12/TTr-SNV', 12, null, 'TTr-SNV'],
  ['03/QyĐ-UBND', 3, null, 'QyĐ-UBND'],
  ['1040/STC-QLG&CS', 1040, null, 'STC-QLG&CS'],
  ['09/BC-BCĐ.CCHC', 9, null, 'BC-BCĐ.CCHC'],
  ['222/QĐ-TTg', 222, null, 'QĐ-TTg'],
])('reads %s and writes it again letter for letter', (code, number, year, notation) => {
  const read = parseCitedCode(code);
  expect(read).toMatchObject({ number, year, notation });
  expect(read && formatCitedCode(read)).toBe(code);
});

test.each([
  ...['35 /KH-UBND', '35/ KH-UBND', '35/KH - UBND', ' 35/KH-UBND', '35/KH-UBND ', '35\u00A0/KH-UBND'],
  ...['5/KH-UBND', '005/KH-UBND', '00/KH-UBND', '0/KH-UBND', '5-NQ/TU'],
  ...['35/kh-ubnd', '35KH-UBND', 'KH-UBND', '35', '35/', '/KH-UBND', '35/KH-', '35/-UBND', '35/KH--UBND'],
  ...['35/KH-UBND;', '35/KH_UBND', '35/1826/NQ-HĐND', '1234567/KH-UBND', '３５/KH-UBND', '35/KH-UBND\n'],
])('does not print "%s"', (code) => expect(parseCitedCode(code)).toBeNull());

test('undoes what it writes, for any number and symbol', () => {
  const types = fc.constantFrom(...Object.values(TYPE_ABBREVIATIONS));
  const bodies = fc.constantFrom('UBND', 'HĐND', 'SNV', 'TTg', 'CP', 'BNV', 'BCĐ.CCHC', 'UBND-HCC', 'QLG&CS', 'QH16');
  const number = fc.integer({ min: 1, max: 999_999 });
  const state = fc.record({
    number,
    year: fc.option(fc.integer({ min: 1900, max: 2099 })),
    notation: fc.oneof(
      bodies,
      fc.tuple(types, bodies).map((parts) => parts.join('-')),
    ),
    separator: fc.constant('/' as const),
  });
  const party = fc.record({
    number,
    year: fc.constant(null),
    notation: fc.tuple(types, fc.constantFrom('TU', 'TW', 'ĐU', 'BTCTU')).map((parts) => parts.join('/')),
    separator: fc.constant('-' as const),
  });
  fc.assert(
    fc.property(fc.oneof(state, party), (code) => {
      expect(parseCitedCode(formatCitedCode(code))).toEqual(code);
    }),
  );
});

test('gives back every text that it can read', () => {
  const text = fc.stringMatching(/^\d{1,3}[/-](\d{4}\/)?[A-ZĐa-z]{1,3}([-/][A-ZĐ]{1,4})?$/);
  fc.assert(
    fc.property(text, (code) => {
      const read = parseCitedCode(code);
      expect(read === null || formatCitedCode(read) === code).toBe(true);
    }),
  );
});

const cites = { typeName: 'Kế hoạch', issuedDate: '2025-12-25', organName: 'UBND tỉnh', subject: 'về cải cách' };
const basedOn = (about: object) => plan({ bases: [{ verb: 'Căn cứ', cites: { ...cites, ...about } }] });

test('tells the drafter how to write the number that the document would print', () => {
  const finding = only(basedOn({ code: '35 /KH-UBND' }));
  expect(finding).toMatchObject({
    code: 'CITATION_CODE',
    path: 'Căn cứ (bases) thứ 1, văn bản viện dẫn (cites), số, ký hiệu (code)',
    clause: 'PL I, II.6.a',
  });
  expect(finding.severity).toBe('warning');
  expect(finding.message).toContain('ghi liền, không dấu cách, số dưới 10 thêm số 0, như 05/KH-UBND');
});

test.each(['0155/KH-UBND', '35a/QĐ-UBND', '08/KH-THCS CBQ'])('cites another organ’s %s as it was issued', (code) => {
  expect(codes(basedOn({ code }))).toEqual([]);
});

test('names a long dash in a number, and lets it pass', () => {
  expect(only(basedOn({ code: '228/KH–UBND' }))).toMatchObject({ code: 'CITATION_DASH', severity: 'warning' });
});

test('asks Hiến pháp for no number, and says where a basis of another kind goes', () => {
  const law = { typeName: 'Hiến pháp', issuedDate: '2013-11-28', subject: 'nước Cộng hòa xã hội chủ nghĩa Việt Nam' };
  expect(codes(plan({ bases: [{ verb: 'Căn cứ', cites: law }] }))).toEqual([]);
  const asked = plan({ bases: [{ verb: 'Theo đề nghị của', cites: { ...cites, code: '35/KH-UBND' } }] });
  expect(only(asked)).toMatchObject({ code: 'BASIS_VERB' });
  expect(only(asked).message).toContain('ghi cả câu vào “text”');
});

test.each([
  ['a plan without a number', basedOn({}), 'CITATION_INCOMPLETE'],
  ['a law with a number', basedOn({ typeName: 'Luật', code: '72/2025/QH15' }), 'CITATION_OF_LAW'],
  ['a basis of tomorrow', basedOn({ code: '35/KH-UBND', issuedDate: '2026-03-17' }), 'BASIS_AFTER_DOCUMENT'],
  ['a basis that ends with ";"', plan({ bases: [{ text: 'Theo đề nghị của Giám đốc Sở Nội vụ;' }] }), 'BASIS_END'],
  ['a basis of nothing', plan({ bases: [{}] }), 'BASIS_CONTENT'],
  ['a basis of both kinds', plan({ bases: [{ verb: 'Căn cứ', text: 'x' }] }), 'BASIS_CONTENT'],
])('refuses %s', (_, input, code) => expect(only(input)).toMatchObject({ code, severity: 'error' }));

test.each([
  [
    'a law by its name and day',
    basedOn({ typeName: 'Luật', organName: undefined, subject: 'Tổ chức chính quyền địa phương' }),
  ],
  ['a basis of the same day', basedOn({ code: '35/KH-UBND', issuedDate: '2026-03-16' })],
  ['a sentence of another kind', plan({ bases: [{ text: 'Theo đề nghị của Giám đốc Sở Nội vụ' }] })],
])('accepts %s', (_, input) => expect(codes(input)).toEqual([]));

test.each(['35/КH-UBND', '35/KH-UBNＤ', '35/ΚH-UBND', '35/K𝐇-UBND', '05-NQ/ТU', '35a/QĐ-UBNḊ́ا'])(
  'no letter of another script passes for a Latin one: %s',
  (code) => {
    expect(parseCitedCode(code)).toBeNull();
    expect(isCitable(code)).toBe(false);
  },
);
