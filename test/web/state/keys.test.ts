import { expect, test } from 'vitest';
import { KEY_GROUPS, KEYS, keyAct } from '../../../web/src/state/keys.ts';

const press = (key: string, held: Partial<Record<'ctrlKey' | 'altKey' | 'metaKey', boolean>> = {}) => ({
  key,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...held,
});

test('a single key acts but while typing, with another key held, or where it is switched off', () => {
  for (const { key, act } of KEYS) {
    expect(keyAct(press(key), false, true), key).toBe(act);
    expect(keyAct(press(key), true, true), key).toBeNull();
    expect(keyAct(press(key), false, false), key).toBeNull();
    for (const held of ['ctrlKey', 'altKey', 'metaKey'] as const)
      expect(keyAct(press(key, { [held]: true }), false, true), key).toBeNull();
  }
});

test('no key of the page is one of UniKey’s: Ctrl+Shift alone, Alt+Z', () => {
  const all = KEY_GROUPS.flatMap(({ keys }) => keys.map(([key]) => key));
  expect(all.filter((key) => /^Ctrl\+Shift$|Alt\+Z/i.test(key))).toEqual([]);
});
