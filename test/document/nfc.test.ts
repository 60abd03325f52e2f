import { expect, test } from 'vitest';
import { toNfc } from '../../functions/document/nfc.ts';

test('composes every text and leaves keys as they are', () => {
  const decomposed = 'Kế hoạch'.normalize('NFD');
  expect(toNfc({ [decomposed]: [decomposed, { a: decomposed, n: 1 }] })).toEqual({
    [decomposed]: ['Kế hoạch', { a: 'Kế hoạch', n: 1 }],
  });
});

test('reads the line ends of Windows', () => {
  expect(toNfc({ cells: { a: 'một\r\nhai\nba' } })).toEqual({ cells: { a: 'một\nhai\nba' } });
});

test('copies nothing that needs no change', () => {
  const value = { a: ['Kế hoạch', 1, null, true] };
  expect(toNfc(value)).toBe(value);
});
