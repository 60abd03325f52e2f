import { expect, test } from 'vitest';
import { readScanName } from '#exchange/older-book/scan-name.ts';

test.each([
  ['35-KH-UBND.pdf', 35, null, 'KH-UBND', null],
  ['35-KH-UBND-2025.PDF', 35, null, 'KH-UBND', 2025],
  ['035_KH-UBND (1).pdf', 35, null, 'KH-UBND', null],
  ['35.KH-UBND.signed.pdf', 35, null, 'KH-UBND', null],
  ['35a-KH-UBND_da ky.pdf', 35, 'a', 'KH-UBND', null],
  ['35-KH-UBND ngày 24-01-2025.docx', 35, null, 'KH-UBND', 2025],
  ['Số 12.pdf', 12, null, null, null],
  ['so 12 2024.pdf', 12, null, null, 2024],
  ['12/UBND-VHXH', 12, null, 'UBND-VHXH', null],
] as const)('reads %s', (name, number, codeSuffix, notation, year) => {
  expect(readScanName(name)).toEqual({ number, codeSuffix, notation, year });
});

test.each(['scan0001 ban.pdf', 'IMG.pdf', '.pdf', 'Kế hoạch tết.pdf'])('reads no number out of %s', (name) => {
  expect(readScanName(name)).toBeNull();
});
