import { expect, test } from 'vitest';
import { FORBIDDEN } from '#document/text/forbidden-characters.ts';
import { toNfc } from '#document/text/nfc.ts';
import { isUsual } from '#document/text/usual-characters.ts';

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

test('passes as usual only what is composed already, beside any other, and nothing forbidden', () => {
  const characters = Array.from({ length: 0x1_0000 }, (_, code) => String.fromCharCode(code)).filter(isUsual);
  expect(characters.join('')).toContain('ự');
  expect(characters.filter((character) => FORBIDDEN.test(character))).toEqual([]);
  for (const first of characters) {
    const pairs = characters.map((second) => first + second).join('');
    if (pairs.normalize('NFC') !== pairs) expect.fail(`not composed: ${first}`);
  }
});
