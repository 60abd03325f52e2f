import { expect, test } from 'vitest';
import { tableCsv } from '#exchange/table-csv.ts';

const cell = (value: string) =>
  tableCsv([value], [])
    .replace(/^\uFEFF/, '')
    .replace(/\r\n$/, '');

test.each([
  '=1+1',
  '+1',
  '-1',
  '@x',
  '\t=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  '−1',
  ' =1',
  '\u00a0=1',
  '\u200b+1',
  '﹦1',
  '﹫x',
])('a cell that Excel would reckon is text: %j', (value) => {
  expect(cell(value)).toBe(`'${value}`);
});

test('a carriage return or a line feed at the head of a cell is no way around it', () => {
  expect(cell('\n=1')).toBe(`"'\n=1"`);
  expect(cell('\r=1')).toBe(`"'\r=1"`);
});

test('other text stays as it is, quoted where CSV asks for it', () => {
  expect(cell('35/KH-UBND')).toBe('35/KH-UBND');
  expect(cell('a, "b"')).toBe('"a, ""b"""');
});
