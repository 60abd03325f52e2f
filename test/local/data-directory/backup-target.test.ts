import { cp, mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { banhanh, root } from '../run-banhanh.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'banhanh-target-'));
  for (const name of ['one', 'two']) {
    const stack = await openStack({ dir: join(base, name) });
    await seedOrgans(stack.deps, join(base, name), join(root, 'examples/organs.json'));
    await stack.close();
  }
});
afterEach(() => rm(base, { recursive: true, force: true }));

const backup = (from: string, out: string) => banhanh(['backup', '--data', join(base, from), '--out', join(base, out)]);
const database = (name: string) => readFile(join(base, name, 'register.sqlite'));

test('a backup does not take the place of another directory’s, and its own is brought up to date', async () => {
  expect(backup('one', 'kept').status).toBe(0);
  const kept = await database('kept');
  const refused = backup('two', 'kept');
  expect(refused).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/đang giữ bản sao lưu của.*\[target-of-another\]/),
  });
  expect((await database('kept')).equals(kept)).toBe(true);
  expect(backup('one', 'kept').status).toBe(0);
});

test('a backup does not take the place of a register in use', async () => {
  const before = await database('two');
  const refused = backup('one', 'two');
  expect(refused).toMatchObject({
    status: 1,
    stderr: expect.stringMatching(/là một thư mục dữ liệu.*\[target-is-data\]/),
  });
  expect((await database('two')).equals(before)).toBe(true);
});

test('a backup that names no source yet is taken over', async () => {
  expect(backup('one', 'old').status).toBe(0);
  await cp(join(base, 'old'), join(base, 'older'), { recursive: true });
  await rm(join(base, 'older', 'backup-source.json'));
  expect(backup('one', 'older').status).toBe(0);
});

test('a backup goes among nothing else, and reads whose target it is', async () => {
  await mkdir(join(base, 'kept'));
  await writeFile(join(base, 'kept/anh.jpg'), '');
  expect(backup('one', 'kept').stderr).toMatch(/có thứ khác \(anh\.jpg\).*\[target-taken\]/);
  await rm(join(base, 'kept/anh.jpg'));
  await writeFile(join(base, 'kept/backup-source.json'), '{');
  expect(backup('one', 'kept').stderr).toContain('[target-unreadable]');
});

test('the register of release 0.1.0 is converted before it is backed up', async () => {
  const db = new DatabaseSync(join(base, 'old.sqlite'));
  db.exec('CREATE TABLE _tables (name TEXT)');
  db.close();
  for (const rest of ['', '-wal', '-shm']) await rm(join(base, `two/register.sqlite${rest}`), { force: true });
  await rename(join(base, 'old.sqlite'), join(base, 'two/register.sqlite'));
  expect(backup('two', 'kept')).toMatchObject({
    status: 1,
    stderr: expect.stringContaining('[register-of-older-release]'),
  });
});
