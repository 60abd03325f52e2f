import { afterAll, beforeAll, expect, test } from 'vitest';
import type { RowFix } from '#exchange/older-book/apply-fixes.ts';
import { importOlderBook } from '#usecases/bring-in/import-older-book.ts';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { row, TITLES, workbook } from './workbook.ts';

const { clerk } = PEOPLE;
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const fix = (at: number, field: RowFix['field'], text: string, sheet = 'Trang 1'): RowFix => ({
  sheet,
  row: at,
  field,
  text,
});

test('reads a list with what was typed over it: a symbol behind its number, a day, a trích yếu; the file stays as it is', async () => {
  const bytes = await workbook([
    TITLES,
    row('35', '24/01/2025', 'V/v tuyên truyền'),
    row('36/KH-UBND', '30/02/2025', ''),
    row('37/KH-UBND', '05/02/2025', 'Kế hoạch x'),
  ]);
  const before = await importOlderBook(desk.deps, clerk, { bytes, checkOnly: true });
  expect(before.lines.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'would-be-brought-in']);
  const fixes = [
    fix(2, 'notation', 'UBND-HCC'),
    fix(3, 'issuedDate', '28/02/2025'),
    fix(3, 'subject', 'Kế hoạch mới'),
    fix(4, 'signer', 'Không phải trang này', 'Trang 2'),
  ];
  const done = await importOlderBook(desk.deps, clerk, { bytes, fixes });
  expect(done.lines.map(({ outcome, symbol, issuedDate }) => [outcome, symbol, issuedDate])).toEqual([
    ['brought-in', '35/UBND-HCC', '2025-01-24'],
    ['brought-in', '36/KH-UBND', '2025-02-28'],
    ['brought-in', '37/KH-UBND', '2025-02-05'],
  ]);
});

test('gives a field without a column one for the row alone', async () => {
  const titles = ['Số, ký hiệu', 'Ngày tháng', 'Trích yếu'];
  const bytes = await workbook([titles, ['41/KH-UBND', '24/01/2025', 'x'], ['42/KH-UBND', '24/01/2025', 'y']]);
  const { lines } = await importOlderBook(desk.deps, clerk, {
    bytes,
    fixes: [fix(3, 'issuedAmount', 'nhiều')],
    checkOnly: true,
  });
  expect(lines.map(({ findings }) => findings.map(({ code }) => code))).toEqual([[], ['AMOUNT_UNREADABLE']]);
});
