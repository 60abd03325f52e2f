import { expect, test } from 'vitest';
import { rowHeightPt } from '#exchange/book/row-height.ts';

const height = (text: string, columnWidth = 10) => rowHeightPt([{ text, columnWidth }]);

test.each([
  ['', 15],
  ['mười ký tự', 15],
  ['mười ký tự.', 30],
  ['một hai ba bốn năm', 30],
  ['một\nhai\nba', 45],
  ['a'.repeat(25), 45],
  ['a'.repeat(25).concat(' b'), 45],
  ['x'.repeat(5000), 409],
])('gives %j the height %i', (text, points) => {
  expect(height(text)).toBe(points);
});

test('makes a row as high as its highest cell', () => {
  expect(
    rowHeightPt([
      { text: 'một', columnWidth: 10 },
      { text: 'một hai ba bốn', columnWidth: 5 },
      { text: '', columnWidth: 5 },
    ]),
  ).toBe(60);
});
