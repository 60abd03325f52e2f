import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clearUploads } from '#local/server/clear-uploads.ts';
import { createDirectoryStore } from '#store/directory-store.ts';

const HOUR_MS = 60 * 60 * 1000;
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-uploads-'));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

test('removes uploads that nobody can name any more, and nothing else', async () => {
  expect(await clearUploads(dir, new Date())).toBe(0);
  const store = createDirectoryStore(dir);
  const keys = ['uploads/organ/one', 'uploads/organ/one.ticket', 'issued/organ/doc/one', 'drafts/organ/doc/one.json'];
  for (const key of keys) await store.put(key, Buffer.from(key), { contentType: 'text/plain', ifAbsent: true });
  expect(await clearUploads(dir, new Date(Date.now() + 24 * HOUR_MS))).toBe(0);
  for (const key of keys) expect(await store.get(key)).toMatchObject({ key });
  expect(await clearUploads(dir, new Date(Date.now() + 25 * HOUR_MS))).toBe(2);
  await expect(store.get('uploads/organ/one')).rejects.toMatchObject({ code: 'not-found' });
  for (const key of keys.slice(2)) expect(await store.get(key)).toMatchObject({ key });
});
