import { describe, expect, test } from 'vitest';
import { typedNumber } from '#document/rules/typed-number.ts';
import { parseRuns } from '#document/text/runs.ts';
import { check, plan } from './scene.ts';

/** Slips of people who copy an old document into the data. */
const cited = {
  typeName: 'Kế hoạch',
  code: '228/KH-UBND',
  issuedDate: '2025-12-25',
  organName: 'UBND tỉnh',
  subject: 'về cải cách hành chính',
};
const withBasis = (about: object) => plan({ bases: [{ verb: 'Căn cứ', cites: { ...cited, ...about } }] });
const withText = (text: unknown) =>
  plan({
    body: [
      { id: 'a', level: 'clause', text },
      { id: 'b', level: 'clause', text: 'Khoản khác.' },
    ],
  });

test.each(['2*3*5 m', 'đơn giá 10*12*1.000 đồng', 'a*b*c'])('prints the figure %s as it is typed', (text) => {
  expect(parseRuns(text)).toEqual([{ text, bold: false, italic: false }]);
});

test.each(['* Nâng cao', '1.1 Nâng cao'])('sees the number typed in “%s”', (text) => {
  expect(typedNumber(text)).not.toBeNull();
});

test.each(['1.1 tỷ đồng', '*Nâng cao* nhận thức'])('sees no number in “%s”', (text) => {
  expect(typedNumber(text)).toBeNull();
});

describe('says what is doubled in print', () => {
  const ref = { ref: 'b' };
  test.each([
    ['OPENING_ISSUER', plan({ opening: 'UBND phường ban hành Kế hoạch như sau:' })],
    ['OPENING_ISSUER', plan({ opening: 'Chủ tịch UBND tỉnh ban hành Kế hoạch như sau:' })],
    ['REFERENCE_DOUBLED', withText(['Theo khoản ', ref, '.'])],
    ['REFERENCE_DOUBLED', withText(['Theo Phụ lục', ref, '.'])],
    ['BASIS_END', withBasis({ subject: 'về cải cách hành chính;' })],
    ['CITATION_TYPE', withBasis({ typeName: 'Kế hoạch số' })],
    ['CITATION_ORGAN', withBasis({ organName: 'của UBND tỉnh' })],
  ])('%s', (code, data) => {
    expect(check(data).findings.map((finding) => finding.code)).toEqual([code]);
  });

  test('and nothing where nothing is', () => {
    expect(check(withText(['Theo quy định tại ', ref, '.'])).findings).toEqual([]);
  });
});

test('lists every forbidden character of a text, Word’s bullets and lost letters too', () => {
  const { findings } = check(withText('\uF0B7 Nâng\u200B cao\u00AD N\uFFFDng'));
  expect(findings.map(({ code, message }) => [code, /U\+[0-9A-F]{4}/.exec(message)?.[0]])).toEqual([
    ['FORBIDDEN_CHARACTER', 'U+F0B7'],
    ['FORBIDDEN_CHARACTER', 'U+200B'],
    ['FORBIDDEN_CHARACTER', 'U+00AD'],
    ['FORBIDDEN_CHARACTER', 'U+FFFD'],
  ]);
});

test('names the one word that was meant where only its marks differ', () => {
  const [finding] = check(plan({ urgency: 'Khẩn' })).findings;
  expect(finding?.message).toContain('“KHẨN”, đúng từng dấu');
});
