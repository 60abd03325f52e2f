import { expect, test } from 'vitest';
import { textSheet } from '#exchange/workbook/text-sheet.ts';

const sheet = (rows: readonly (readonly (string | number | Date | null)[])[], more: object = {}) => ({
  name: 'Trang 1',
  isHidden: false,
  merges: [],
  hiddenColumns: [],
  rows: rows.map((cells, i) => ({ row: i + 1, cells, isHidden: false })),
  ...more,
});
const texts = (rows: ReturnType<typeof textSheet>) => rows.map((row) => row.map(({ text }) => text));

test('a sheet is read as a person sees it: no blank rows or columns, days and decimals as documents print them', () => {
  const given = sheet([
    ['Việc', null, 'Hạn'],
    [null, ' '],
    [1.5, null, new Date('2026-03-05T00:00:00Z')],
  ]);
  expect(texts(textSheet(given))).toEqual([
    ['Việc', 'Hạn'],
    ['1,5', '05/03/2026'],
  ]);
});

test('a merged cell comes once with what of it is seen, hidden rows and columns not counted', () => {
  const merges = [
    { top: 1, bottom: 3, left: 0, right: 0 },
    { top: 1, bottom: 1, left: 1, right: 3 },
  ];
  const given = sheet(
    [
      ['Cả ba', 'Ngang', null, null],
      [null, 'b2', 'ẩn', 'd2'],
      [null, 'b3', 'ẩn', 'd3'],
    ],
    { merges, hiddenColumns: [2] },
  );
  expect(textSheet(given)).toEqual([
    [
      { text: 'Cả ba', rowSpan: 3, colSpan: 1 },
      { text: 'Ngang', rowSpan: 1, colSpan: 2 },
    ],
    [
      { text: 'b2', rowSpan: 1, colSpan: 1 },
      { text: 'd2', rowSpan: 1, colSpan: 1 },
    ],
    [
      { text: 'b3', rowSpan: 1, colSpan: 1 },
      { text: 'd3', rowSpan: 1, colSpan: 1 },
    ],
  ]);
});
