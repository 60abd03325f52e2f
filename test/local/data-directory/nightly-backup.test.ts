import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startNightlyBackup } from '#local/server/nightly-backup.ts';
import { openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { daysToKeep } from '#usecases/backup/generations.ts';
import { root } from '../run-banhanh.ts';

let base: string;
beforeEach(async () => {
  base = await mkdtemp(join(tmpdir(), 'banhanh-nightly-'));
  const stack = await openStack({ dir: join(base, 'data') });
  await seedOrgans(stack.deps, join(base, 'data'), join(root, 'examples/organs.json'));
  await stack.close();
});
afterEach(() => rm(base, { recursive: true, force: true }));

test('a nightly backup is verified and kept under its day; one that fails or is old is told', async () => {
  let now = new Date(2026, 5, 15, 1, 30);
  const sentences: string[] = [];
  const out = join(base, 'kept');
  const onDone = (sentence: string) => sentences.push(sentence);
  const nightly = await startNightlyBackup({ dir: join(base, 'data'), out, at: '01:30', now: () => now, onDone });
  expect(nightly.check()).toMatchObject({ ok: true, detail: 'chưa sao lưu lần nào' });
  await nightly.run();
  expect(sentences).toEqual([`Đã sao lưu và kiểm tra: ${out}.`]);
  expect(existsSync(join(out, 'generations/2026-06-15.sqlite'))).toBe(true);
  expect(nightly.check()).toMatchObject({ ok: true });
  now = new Date(2026, 5, 17, 1, 30);
  expect(nightly.check()).toMatchObject({ ok: false, detail: expect.stringContaining('lần sao lưu gần nhất') });
  await rm(join(base, 'data/register.sqlite'));
  await nightly.run();
  expect(nightly.check()).toMatchObject({ ok: false, detail: expect.stringContaining('sao lưu không thành') });
  await nightly.stop();
});

test('7 days, 5 weeks and 12 months are kept', () => {
  const days = Array.from({ length: 500 }, (_, n) =>
    new Date(Date.UTC(2025, 0, 1) + n * 86_400_000).toISOString().slice(0, 10),
  );
  const kept = [...daysToKeep(days)].sort();
  expect(kept.slice(-7)).toEqual(days.slice(-7));
  expect(new Set(kept.map((day) => day.slice(0, 7))).size).toBe(12);
  expect(kept.length).toBeLessThanOrEqual(24);
  expect(daysToKeep(['2026-06-15'])).toEqual(new Set(['2026-06-15']));
});
