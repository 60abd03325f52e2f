import { expect, test } from 'vitest';
import { mayNoteSecret, typedNumber } from '../../../../web/src/state/lists/secret-number.ts';
import { someone } from '../../support/office-document.ts';

const series = { year: 2026, series: 'quyet-dinh', types: ['QuyetDinh'], start: 1, open: true };
const of = (given?: 'own' | 'recorded') => ({
  series: [{ name: 'quyet-dinh', types: ['QuyetDinh'], ...(given && { given }) }],
});

test('numbers of secret documents are noted by a clerk, in open series of this year and the last that another system numbers', () => {
  const clerk = someone('thu', 'clerk');
  expect(mayNoteSecret(series, clerk, of('recorded'), 2026)).toBe(true);
  expect(mayNoteSecret(series, clerk, of('recorded'), 2027)).toBe(true);
  for (const profile of [of('own'), of(), { series: [] }, null, undefined]) {
    expect(mayNoteSecret(series, clerk, profile, 2026)).toBe(false);
  }
  expect(mayNoteSecret(series, someone('an', 'drafter', 'signer', 'admin'), of('recorded'), 2026)).toBe(false);
  expect(mayNoteSecret(series, clerk, of('recorded'), 2028)).toBe(false);
  expect(mayNoteSecret({ ...series, series: 'khac' }, clerk, of('recorded'), 2026)).toBe(false);
  const closing = { year: 2026, series: 'quyet-dinh', hash: '', count: 1, broughtIn: 0, byType: {} };
  const closed = { ...series, closing: { ...closing, closedBy: 'thu', closedAt: '2027-01-04T02:00:00Z' } };
  expect(mayNoteSecret(closed, clerk, of('recorded'), 2026)).toBe(false);
});

test('a number is read whole or not at all', () => {
  const read = ['7', ' 0215 ', '999999'].map((text) => typedNumber(text));
  expect(read).toEqual([{ codeNumber: 7 }, { codeNumber: 215 }, { codeNumber: 999_999 }]);
  expect(['255a', '12 BIS', '03đ'].map((text) => typedNumber(text))).toEqual([
    { codeNumber: 255, codeSuffix: 'a' },
    { codeNumber: 12, codeSuffix: 'bis' },
    { codeNumber: 3, codeSuffix: 'đ' },
  ]);
  for (const text of [
    '',
    '0',
    '00',
    'a',
    '0a',
    '12abcde',
    '12á',
    '12a3',
    '1.000',
    '-3',
    '1e3',
    '1000000',
    '215/QĐ-UBND',
  ]) {
    expect(typedNumber(text), text).toBeNull();
  }
});
