import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeWhole } from '#base/node/files.ts';
import { takeServerLock } from '#local/data-directory/server-lock.ts';
import { openMarkWriter, readMarks } from '#register/table/sqlite/marks.ts';
import { type WindowsFileSystem, windowsFileSystem } from '../support/windows-file-system.ts';

let dir: string;
let fs: WindowsFileSystem;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-windows-'));
  fs = windowsFileSystem();
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('a data directory on Windows', () => {
  test('has one server at a time, and says where it is', async () => {
    const lock = await takeServerLock(dir, fs);
    await lock.record('http://127.0.0.1:1');
    await lock.record('http://127.0.0.1:2');
    await expect(takeServerLock(dir, fs)).rejects.toThrow('đang chạy tại http://127.0.0.1:2');
    await lock.leave();
    await (await takeServerLock(dir, fs)).leave();
  });

  test('keeps its marks, a torn one aside', async () => {
    const path = join(dir, 'register.marks');
    const mark = { series: 'S#a', seq: 7, on: '2026-06-15' };
    const writer = openMarkWriter(path, 'an-identity', fs);
    writer.append([mark]);
    writer.close();
    await writeFile(path, `${await readFile(path, 'utf8')}{"series":"S#a","seq":9`);
    const again = openMarkWriter(path, 'an-identity', fs);
    again.append([{ ...mark, seq: 8 }]);
    again.close();
    const { identity, bySeries } = readMarks(path, fs);
    expect([identity, bySeries.get('S#a')?.seq]).toEqual(['an-identity', 8]);
    expect(readMarks(join(dir, 'none'), fs).bySeries.size).toBe(0);
  });

  test('replaces a file that is being read as soon as its reader is done', async () => {
    const path = join(dir, 'users.json');
    await writeFile(path, 'old');
    fs.open.set(path, 3);
    await writeWhole(path, 'new', 0o600, fs);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(fs.refused).toEqual(['EBUSY users.json', 'EBUSY users.json', 'EBUSY users.json']);
  });

  test('keeps the old file, and nothing beside it, where its reader never ends', async () => {
    const path = join(dir, 'users.json');
    await writeFile(path, 'old');
    fs.open.set(path, 1000);
    await expect(writeWhole(path, 'new', 0o600, fs)).rejects.toMatchObject({ code: 'EBUSY' });
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(dir)).toEqual(['users.json']);
  });
});
