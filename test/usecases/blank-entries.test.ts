import { expect, test } from 'vitest';
import type { BookEntry } from '#exchange/book/book.ts';
import type { BlankNumber } from '#register/model/blank-number.schema.ts';
import { blankEntry, inOrder } from '#usecases/book/blank-entries.ts';

const blank: BlankNumber = {
  schema: 'blank-number@1',
  organ: 'x',
  series: 'chung',
  year: 2019,
  codeNumber: 36,
  symbol: '36',
  kind: 'cancelled',
  by: 'lan',
  at: '2026-11-30T08:00:00Z',
};
const line = (symbol: string): BookEntry => ({ ...blankEntry(blank), symbol, state: 'issued' });

test('orders by number and suffix, and leaves copies of a number as they came', () => {
  const lines = [
    { codeNumber: 35, entry: line('35 lần một') },
    { codeNumber: 35, entry: line('35 lần hai') },
    { codeNumber: 35, codeSuffix: 'a', entry: line('35a') },
    { codeNumber: 37, entry: line('37') },
  ];
  expect(inOrder(lines, [blank]).map(({ symbol }) => symbol)).toEqual(['35 lần một', '35 lần hai', '35a', '36', '37']);
});
