import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { createCalendar } from '#local/demo/demo-calendar.ts';
import { openStack, type Stack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import type { NumberedDocument } from '#register/register.ts';
import { CITY, writeExampleOrgans } from '../../support/desk.ts';
import { issueLetter } from '../../support/issue-letter.ts';
import { banhanh, root } from '../run-banhanh.ts';

let base: string;
let dir: string;
let stack: Stack;
const { clock } = createCalendar('2026-06-15T09:00:00+07:00');

beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'banhanh-backup-'));
  dir = join(base, 'data');
  stack = await openStack({ dir, clock });
  await seedOrgans(stack.deps, dir, await writeExampleOrgans(base));
});
afterEach(async () => {
  await stack.close();
  await rm(base, { recursive: true, force: true });
});

const issue = (subject: string, { deps } = stack) => issueLetter(deps, subject);

async function ended(child: ChildProcess): Promise<number | null> {
  const [code] = await once(child, 'exit');
  return code;
}

const symbols = async ({ deps }: Stack) =>
  (await deps.register.listRows(CITY, 2026, 'cong-van', { limit: 100 })).items.map(({ symbol }) => symbol);

describe('a backup made while numbers are given', () => {
  test('is of one moment, whole, and is restored with everything that was issued before it began', async () => {
    const before: NumberedDocument[] = [];
    for (let n = 0; n < 5; n++) before.push(await issue(`trước bản sao lưu ${n}`));
    const out = join(base, 'backup');
    const program = join(root, 'local/banhanh.js');
    const child = spawn(process.execPath, [program, 'backup', '--data', dir, '--out', out], { stdio: 'inherit' });
    const exit = ended(child);
    let running = true;
    void exit.then(() => {
      running = false;
    });
    while (running) await issue('trong khi sao lưu');
    expect(await exit).toBe(0);

    const restored = join(base, 'restored');
    const said = ['--nothing-since', 'tập phục hồi'];
    const run = banhanh(['restore', '--from', out, '--data', restored, ...said]);
    expect(run).toMatchObject({ status: 0, stdout: expect.stringContaining('không có sai lệch') });
    const again = await openStack({ dir: restored, clock });
    try {
      const numbers = (await symbols(again)).length;
      expect(numbers).toBeGreaterThanOrEqual(before.length);
      for (const { row } of before) {
        const found = await again.deps.register.getNumbered(CITY, row.docId);
        expect(found.row).toEqual(row);
        await again.deps.store.get(row.files[0]!.key, { expectSha256: row.files[0]!.sha256 });
      }
      expect((await issue('sau khi phục hồi', again)).row.codeNumber).toBe(numbers + 1);
    } finally {
      await again.close();
    }
    expect(banhanh(['verify', '--data', restored])).toMatchObject({ status: 0 });
  });

  test('brings back, with the files that survived, every number given after it', async () => {
    await issue('trong bản sao lưu');
    const out = join(base, 'backup');
    expect(banhanh(['backup', '--data', dir, '--out', out])).toMatchObject({ status: 0 });
    const record = JSON.parse(await readFile(join(out, 'backup.json'), 'utf8'));
    expect(record).toMatchObject({ schema: 'backup@2', documents: 1, objects: 3 });
    expect(record.series).toContainEqual({ organ: CITY, year: 2026, series: 'cong-van', seq: 1 });
    for (let n = 0; n < 3; n++) await issue(`sau bản sao lưu ${n}`);
    const all = await symbols(stack);
    const surviving = join(base, 'surviving');
    await cp(join(dir, 'files'), surviving, { recursive: true });

    const restored = join(base, 'restored');
    const run = banhanh(['restore', '--from', out, '--data', restored, '--files', surviving]);
    expect(run.stdout).toContain('đã trả tệp về đúng văn bản và số');
    expect(run).toMatchObject({ status: 0 });
    const again = await openStack({ dir: restored, clock });
    try {
      expect(await symbols(again)).toEqual(all);
      expect((await issue('số kế tiếp', again)).row.codeNumber).toBe(all.length + 1);
    } finally {
      await again.close();
    }
  });

  test('is brought up to date by the next one into the same directory', async () => {
    const out = join(base, 'backup');
    await issue('một');
    expect(banhanh(['backup', '--data', dir, '--out', out])).toMatchObject({ status: 0 });
    await issue('hai');
    expect(banhanh(['backup', '--data', dir, '--out', out])).toMatchObject({ status: 0 });
    const copy = await openStack({ dir: out, clock });
    expect(await symbols(copy)).toHaveLength(2);
    await copy.close();
    expect(banhanh(['verify', '--data', out])).toMatchObject({ status: 0 });
  });
});

test('a backup is restored without the settings that were taken away since the one before', async () => {
  await issue('một');
  const [out, restored] = [join(base, 'backup'), join(base, 'restored')];
  const { mail } = dataPaths(dir);
  await writeFile(mail, '{}');
  expect(banhanh(['backup', '--data', dir, '--out', out])).toMatchObject({ status: 0 });
  await rm(mail);
  expect(banhanh(['backup', '--data', dir, '--out', out])).toMatchObject({ status: 0 });
  expect(banhanh(['restore', '--from', out, '--data', restored])).toMatchObject({ status: 0 });
  expect(existsSync(dataPaths(restored).mail)).toBe(false);
});

test('a backup names what the source has lost, and a restore of it does not take the place of data', async () => {
  const { row } = await issue('sẽ mất tệp');
  await rm(join(dir, 'files', `${row.files[0]!.key}@`), { recursive: true });
  const out = join(base, 'backup');
  const made = banhanh(['backup', '--data', dir, '--out', out]);
  expect(made).toMatchObject({ status: 1, stderr: expect.stringContaining(row.files[0]!.key) });
  const restored = join(base, 'restored');
  const run = banhanh(['restore', '--from', out, '--data', restored]);
  expect(run).toMatchObject({ status: 1, stdout: expect.stringContaining(`mất tệp ${row.files[0]!.key}`) });
  await expect(readFile(join(restored, 'organs.json'))).rejects.toThrow('ENOENT');
  expect(banhanh(['restore', '--from', out, '--data', dir]).stderr).toMatch(/không trống.*\[directory-taken\]/);
});
