import { chmod, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { Store } from '#store/store.ts';
import { type WindowsFileSystem, windowsFileSystem } from '../support/windows-file-system.ts';
import { describeStore, newKey } from './contract.ts';

const ONCE = { contentType: 'text/plain', ifAbsent: true };
let dir: string;
let fs: WindowsFileSystem;
let store: Store;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-windows-'));
  fs = windowsFileSystem();
  store = createDirectoryStore(dir, fs);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

describeStore('a directory on Windows', {
  store: () => store,
  reopened: () => createDirectoryStore(dir, windowsFileSystem()),
  damage: async (key) => {
    const path = join(dir, `${key}@`, 'content');
    const bytes = await readFile(path);
    bytes[bytes.length >> 1]! ^= 1;
    await chmod(path, 0o644);
    await writeFile(path, bytes);
  },
  lacks: {},
});

describe('a directory on Windows', () => {
  it('has met what Windows refuses: names that are taken, and syncs of directories', async () => {
    const key = newKey();
    await store.put(key, Buffer.from('x'), ONCE);
    await expect(store.put(key, Buffer.from('y'), ONCE)).rejects.toMatchObject({ code: 'already-exists' });
    expect(fs.refused).toContain('EPERM rendered-1@');
    expect(fs.refused.length).toBeGreaterThan(1);
    expect(await readdir(join(dir, '.tmp'))).toEqual([]);
  });

  it.each(['con', 'NUL', 'aux', 'prn', 'com1', 'con.json', 'a.'])('keeps what is called %s', async (name) => {
    const key = `issued/${name}/${name}/${name}`;
    await store.put(key, Buffer.from(name), ONCE);
    expect(Buffer.from((await store.get(key)).bytes).toString()).toBe(name);
    const keys: string[] = [];
    for await (const one of store.list(`issued/${name}`)) keys.push(one);
    expect(keys).toEqual([key]);
    const folders: string[] = [];
    for await (const one of store.folders('issued')) folders.push(one);
    expect(folders).toContain(name);
  });

  it('keeps paths longer than 260 characters', async () => {
    const key = `issued/${'x'.repeat(120)}/${'y'.repeat(120)}/${'z'.repeat(120)}`;
    await store.put(key, Buffer.from('long'), ONCE);
    expect((await store.head(key)).size).toBe(4);
  });

  it('waits for a virus scanner that has a new file open', async () => {
    const slow = windowsFileSystem();
    let scanned = 0;
    const nameDirectory: typeof slow.nameDirectory = (from, to) => {
      if (scanned === 0) slow.open.set(from.slice('/?'.length), 2);
      scanned++;
      return slow.nameDirectory(from, to);
    };
    const key = newKey();
    await createDirectoryStore(dir, { ...slow, nameDirectory }).put(key, Buffer.from('x'), ONCE);
    expect(scanned).toBe(3);
    expect((await store.head(key)).size).toBe(1);
  });

  it('says that it is unavailable where a file stays open', async () => {
    const stuck = windowsFileSystem();
    const nameDirectory: typeof stuck.nameDirectory = (from, to) => {
      stuck.open.set(from.slice('/?'.length), 1);
      return stuck.nameDirectory(from, to);
    };
    const put = createDirectoryStore(dir, { ...stuck, nameDirectory }).put(newKey(), Buffer.from('x'), ONCE);
    await expect(put).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('reads what Linux wrote, and the other way round', async () => {
    const shared = join(dir, 'shared');
    await mkdir(shared);
    const [linux, windows] = [createDirectoryStore(shared), createDirectoryStore(shared, windowsFileSystem())];
    await linux.put('issued/con/d/a', Buffer.from('linux'), ONCE);
    await windows.put('issued/con/d/b', Buffer.from('windows'), ONCE);
    expect((await windows.get('issued/con/d/a')).size).toBe(5);
    expect((await linux.get('issued/con/d/b')).size).toBe(7);
  });
});
