import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { writeWhole } from '#base/node/files.ts';
import { takeServerLock } from '#local/data-directory/server-lock.ts';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import { directories } from '#local/target/directories.ts';
import { openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { openMarkWriter, readMarks } from '#register/table/sqlite/marks.ts';
import { backUp } from '#usecases/backup/back-up.ts';
import { keepGeneration } from '#usecases/backup/generations.ts';
import { restoreDirectory } from '#usecases/backup/restore-directory.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { CITY, letter, PEOPLE, writeExampleOrgans } from '../../support/desk.ts';
import { type WindowsFileSystem, windowsFileSystem } from '../../support/windows-file-system.ts';

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

  test('is backed up over a copy that somebody reads, and restored, with names that Windows keeps for itself', async () => {
    const [data, out, again] = [join(dir, 'data'), join(dir, 'kept'), join(dir, 'again')];
    const { clock } = createCalendar('2026-06-15T09:00:00+07:00');
    const stack = await openStack({ dir: data, clock });
    await seedOrgans(stack.deps, data, await writeExampleOrgans(dir));
    const write = (docId: string) =>
      createDocument(stack.deps, PEOPLE.drafter, { docId, data: letter(`việc ${docId}`) });
    await write('con-aux-nul');
    const windows = { ...directories, fs };
    const now = clock.now();
    const first = await backUp(windows, { dir: data, out, now });
    await write('prn-com1-lpt9');
    const kept = join(out, 'register.sqlite');
    for (const [path, tries] of [
      [kept, 3],
      [join(out, 'organs.json'), 2],
    ] as const)
      fs.open.set(path, tries);
    const second = await backUp(windows, { dir: data, out, now });
    expect([first.record.documents, second.record.documents, second.lost]).toEqual([1, 2, []]);
    expect(fs.refused.filter((one) => one === 'EBUSY register.sqlite')).toHaveLength(3);
    expect(fs.refused.filter((one) => one === 'EBUSY organs.json')).toHaveLength(2);
    for (let day = 1; day <= 9; day++) {
      const kept = { day: `2026-06-0${day}`, record: second.record };
      await keepGeneration(out, join(out, 'register.sqlite'), kept, fs);
    }
    expect((await readdir(join(out, 'generations'))).filter((name) => name.endsWith('.sqlite'))).toHaveLength(7);
    await stack.close();

    const { isInPlace } = await restoreDirectory(windows, {
      ...{ from: out, dir: again, now, nothingSince: { actor: 'a', reason: 'tập' } },
      ...{ onBackup: () => {}, onRepaired: () => {} },
      verify: ({ deps, inspection }) => verify({ inspection, store: deps.store, now: clock.now, sleep: clock.sleep }),
    });
    expect(isInPlace).toBe(true);
    const restored = await openStack({ dir: again, clock });
    for (const docId of ['con-aux-nul', 'prn-com1-lpt9'])
      expect(await restored.deps.register.getDocument(CITY, docId)).toMatchObject({ state: 'draft' });
    await restored.close();
    expect((await readdir(dir)).filter((name) => name.endsWith('.restoring'))).toEqual([]);
  });

  test('keeps the backup before where the copy stays open, and the next one takes its place', async () => {
    const [data, out] = [join(dir, 'data'), join(dir, 'kept')];
    const stack = await openStack({ dir: data });
    await seedOrgans(stack.deps, data, await writeExampleOrgans(dir));
    const windows = { ...directories, fs };
    const now = new Date();
    await backUp(windows, { dir: data, out, now });
    const before = await readFile(join(out, 'backup.json'), 'utf8');
    await createDocument(stack.deps, PEOPLE.drafter, { docId: 'sau-ban-sao', data: letter('sau bản sao') });
    fs.open.set(join(out, 'register.sqlite'), 1000);
    await expect(backUp(windows, { dir: data, out, now })).rejects.toMatchObject({ code: 'EBUSY' });
    expect(await readFile(join(out, 'backup.json'), 'utf8')).toBe(before);
    fs.open.clear();
    expect((await backUp(windows, { dir: data, out, now })).record.documents).toBe(1);
    await stack.close();
  });

  test('replaces a file that is being read as soon as its reader is done', async () => {
    const path = join(dir, 'users.json');
    await writeFile(path, 'old');
    fs.open.set(path, 3);
    await writeWhole(path, 'new', 0o600, fs);
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(fs.refused.filter((one) => one.startsWith('EBUSY'))).toEqual([
      'EBUSY users.json',
      'EBUSY users.json',
      'EBUSY users.json',
    ]);
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
