import { expect, test } from 'vitest';
import { keepLatest } from '../../../../web/src/state/copies/keep-latest.ts';

test('writes one at a time, skips what is overtaken, and takes away last what is forgotten last', async () => {
  const did: string[] = [];
  const open: Array<() => void> = [];
  const slowly = (what: string) => {
    did.push(what);
    return new Promise<void>((done) => open.push(done));
  };
  const copy = keepLatest(slowly, () => slowly('gone'));
  copy.keep('a');
  copy.keep('ab');
  copy.keep('abc');
  expect(did).toEqual(['a']);
  open.shift()?.();
  await Promise.resolve().then(() => undefined);
  expect(did).toEqual(['a', 'abc']);
  const forgotten = copy.forget();
  open.shift()?.();
  await Promise.resolve().then(() => undefined);
  expect(did).toEqual(['a', 'abc', 'gone']);
  open.shift()?.();
  await forgotten;
  copy.keep('new');
  expect(did.at(-1)).toBe('new');
});
