import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type FileSystem, nodeFileSystem } from '#base/node/file-system.ts';
import { createDirectoryRemover } from '#store/directory-remover.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import { windowsFileSystem } from '../support/windows-file-system.ts';

const KEY = 'drafts/dong-nai/van-ban/aa.json';
const BYTES = Buffer.from('{"a":1}');
const PUT = { contentType: 'application/json', ifAbsent: false, renews: true };
const LONG_AGO = new Date('2026-01-01T00:00:00Z');
const BEFORE = new Date('2026-02-01T00:00:00Z');

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-remover-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const age = () => utimes(join(dir, `${KEY}@`), LONG_AGO, LONG_AGO);
const keys = async () => {
  const found: string[] = [];
  for await (const key of createDirectoryStore(dir).list('drafts')) found.push(key);
  return found;
};

describe.each([
  ['this machine', () => nodeFileSystem],
  ['Windows', windowsFileSystem],
])('the remover of a directory on %s', (_, fileSystem) => {
  test('removes what is older, and lets what is younger or was put again stand', async () => {
    const [store, remover] = [createDirectoryStore(dir, fileSystem()), createDirectoryRemover(dir, fileSystem())];
    expect(await remover.removeOlder(KEY, BEFORE)).toBe(false);
    await store.put(KEY, BYTES, PUT);
    expect(await remover.removeOlder(KEY, BEFORE)).toBe(false);
    await age();
    await store.put(KEY, BYTES, { ...PUT, renews: false });
    expect(await remover.removeOlder(KEY, BEFORE)).toBe(true);
    await expect(store.get(KEY)).rejects.toMatchObject({ code: 'not-found' });
    expect(await keys()).toEqual([]);
    await store.put(KEY, BYTES, PUT);
    await age();
    await store.put(KEY, BYTES, PUT);
    expect(await remover.removeOlder(KEY, BEFORE)).toBe(false);
    expect(Buffer.from((await store.get(KEY)).bytes)).toEqual(BYTES);
    await expect(remover.removeOlder('../x', BEFORE)).rejects.toMatchObject({ code: 'bad-key' });
  });

  test('at whatever act it is killed, the object is readable or gone as a whole, and the next run ends what was begun', async () => {
    let isDone = false;
    for (let acts = 0; !isDone; acts++) {
      await createDirectoryStore(dir).put(KEY, BYTES, PUT);
      await age();
      isDone = await createDirectoryRemover(dir, dyingAfter(acts, fileSystem()))
        .removeOlder(KEY, BEFORE)
        .then(
          () => true,
          () => false,
        );
      const store = createDirectoryStore(dir, fileSystem());
      const stands = await store.get(KEY).then(
        ({ bytes }) => Buffer.from(bytes).equals(BYTES),
        (error: { readonly code: string }) => error.code,
      );
      expect([true, 'not-found'], `after ${acts} acts`).toContain(stands);
      expect(await keys()).toEqual(stands === true ? [KEY] : []);
      await createDirectoryRemover(dir, fileSystem()).removeOlder(KEY, BEFORE);
      expect(await keys(), `after ${acts} acts`).toEqual([]);
      expect(acts).toBeLessThan(20);
    }
  });

  test('at whatever act another puts it again, it stands', async () => {
    for (let acts = 0; acts < 8; acts++) {
      const store = createDirectoryStore(dir);
      await store.put(KEY, BYTES, PUT);
      await age();
      const between = interruptedAt(acts, fileSystem(), () => store.put(KEY, BYTES, PUT));
      await createDirectoryRemover(dir, between.fs).removeOlder(KEY, BEFORE);
      if (!between.isRun()) await store.put(KEY, BYTES, PUT);
      expect(Buffer.from((await store.get(KEY)).bytes), `at act ${acts}`).toEqual(BYTES);
      expect(await keys()).toEqual([KEY]);
      await createDirectoryRemover(dir).removeOlder(KEY, BEFORE);
      expect(await keys(), `at act ${acts}`).toEqual([KEY]);
    }
  });

  test('twenty who remove and put at once never lose what was put last', async () => {
    const store = createDirectoryStore(dir, fileSystem());
    for (let round = 0; round < 5; round++) {
      await store.put(KEY, BYTES, PUT);
      await age();
      const works = Array.from({ length: 20 }, (_, index) =>
        index % 2 === 0
          ? createDirectoryRemover(dir, fileSystem()).removeOlder(KEY, BEFORE)
          : store.put(KEY, BYTES, PUT),
      );
      await Promise.all(works);
      expect(Buffer.from((await store.get(KEY)).bytes)).toEqual(BYTES);
    }
    const left = await readdir(join(dir, '.tmp'));
    expect(left).toEqual([]);
  });
});

/** Files of a process that dies before one of its acts. */
function dyingAfter(acts: number, fs: FileSystem): FileSystem {
  let left = acts;
  return watched(fs, async () => {
    if (left-- <= 0) throw new Error('killed');
  });
}

/** Files that another process changes before one of the acts of this. */
function interruptedAt(act: number, fs: FileSystem, work: () => Promise<unknown>) {
  let left = act;
  let isRun = false;
  const made = watched(fs, async () => {
    if (left-- !== 0) return;
    isRun = true;
    await work();
  });
  return { fs: made, isRun: () => isRun };
}

function watched(fs: FileSystem, before: () => Promise<void>): FileSystem {
  const guard =
    <Args extends unknown[], Result>(act: (...args: Args) => Promise<Result>) =>
    async (...args: Args) => {
      await before();
      return act(...args);
    };
  return {
    ...fs,
    read: guard(fs.read),
    nameDirectory: guard(fs.nameDirectory),
    remove: guard(fs.remove),
    changedAt: guard(fs.changedAt),
    makeDirectory: guard(fs.makeDirectory),
  };
}
