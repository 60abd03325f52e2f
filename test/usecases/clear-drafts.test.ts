import { readdir, utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { openStack } from '#local/target/open-stack.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import { createDirectoryRemover } from '#store/directory-remover.ts';
import { putBlob } from '#usecases/blobs.ts';
import { type ClearOptions, clearDrafts } from '#usecases/upkeep/clear-drafts.ts';
import { example, must, office, openTestApi, type TestApi } from '../api/test-api.ts';

const ORGAN = 'phuong-binh-long';
const { drafter, signer } = office(ORGAN);
const DAY_MS = 24 * 60 * 60 * 1000;
let api: TestApi;
// biome-ignore lint/suspicious/noExplicitAny: an example as it is
let data: any;

beforeAll(async () => {
  api = await openTestApi('2026-03-16T09:00:00+07:00');
  data = await example('ke-hoach-phuong-2026');
});
afterAll(() => api.close());

const files = () => dataPaths(api.dir).files;
const folder = (docId: string) => join(files(), 'drafts', ORGAN, docId);
const blobs = async (docId: string) => (await readdir(folder(docId)).catch(() => [])).sort();

async function age(docId: string, days: number): Promise<void> {
  const at = new Date(Date.now() - days * DAY_MS);
  for (const name of await blobs(docId)) await utimes(join(folder(docId), name), at, at);
}

/** Clears as the server does, by an inspection of its own. */
async function clear(options: Partial<ClearOptions> = {}, wrap = (inspection: Inspection) => inspection) {
  const stack = await openStack({ dir: api.dir });
  try {
    const inspection = wrap(stack.inspection);
    const deps = { store: stack.deps.store, inspection, remover: createDirectoryRemover(files()) };
    return await clearDrafts(deps, { now: new Date(), all: true, ...options });
  } finally {
    await stack.close();
  }
}

const create = (docId: string) => must(api.send(drafter, 'POST', '/documents', { docId, data }), 201);
const save = (docId: string, etag: string, subject: string) =>
  must(api.send(drafter, 'PUT', `/documents/${docId}`, { data: { ...data, subject } }, { 'if-match': etag }), 200);

test('what a state, an event, a save, a remark or a look names stays, however old; the rest goes after seven days', async () => {
  const docId = 'van-ban-co-ten';
  const path = `/documents/${docId}`;
  const created = await create(docId);
  const saved = await save(docId, created.etag, 'Lần hai');
  const submitted = await must(api.send(drafter, 'POST', `${path}/submit`, undefined, { 'if-match': saved.etag }), 200);
  await must(api.send(signer, 'POST', `${path}/seen`, undefined, { 'if-match': submitted.etag }), 200);
  await must(api.send(signer, 'POST', `${path}/approve`, undefined, { 'if-match': submitted.etag }), 200);
  const named = await blobs(docId);
  expect(named.some((name) => name.startsWith('kiem-tra-'))).toBe(true);
  await putBlob(api.deps, ORGAN, docId, { left: 'by a save whose transaction failed' });
  expect(await blobs(docId)).toHaveLength(named.length + 1);
  await age(docId, 6);
  expect(await clear()).toMatchObject({ removed: 0, isComplete: true });
  await age(docId, 8);
  expect(await clear()).toMatchObject({ removed: 1, isComplete: true });
  expect(await blobs(docId)).toEqual(named);
  await age(docId, 400);
  expect(await clear()).toMatchObject({ removed: 0 });
  expect(await api.verify()).toEqual([]);
});

test('what a document that never came about left goes, and the input of a fan-out stays', async () => {
  await putBlob(api.deps, ORGAN, 'khong-thanh', { left: 'by a creation' });
  const input = await putBlob(api.deps, ORGAN, 'dot-1', { input: 'of a run' });
  const superior = { docId: 'x', code: '1/KH-UBND', issuedDate: '2026-03-01' as const, inRegister: false };
  const run = {
    schema: 'fan-out@1' as const,
    organ: ORGAN,
    runId: 'dot-1',
    input,
    superior,
    on: '2026-03-16',
    total: 1,
  };
  const made = { createdBy: drafter.staffId, createdAt: '2026-03-16T02:00:00.000Z' };
  await api.fanOuts.start({ ...run, ...made }, ['25429']);
  for (const docId of ['khong-thanh', 'dot-1']) await age(docId, 8);
  expect(await clear()).toMatchObject({ removed: 1 });
  expect(await blobs('khong-thanh')).toEqual([]);
  expect(await blobs('dot-1')).toHaveLength(1);
});

test('a text that is saved again between the look and the removal stays', async () => {
  const docId = 'van-ban-luu-lai';
  const { etag } = await create(docId);
  // The data of the second save, left by an earlier try of it that failed.
  const lost = { ...data, subject: 'Lần hai' };
  const tried = await create(`${docId}-thu`);
  const again = await save(`${docId}-thu`, tried.etag, 'Lần hai');
  expect(again.body.document.rev).toBe(2);
  const { bytes } = await api.deps.store.get(
    `drafts/${ORGAN}/${docId}-thu/${(await api.deps.register.getDocument(ORGAN, `${docId}-thu`)).data?.sha256}.json`,
  );
  await putBlob(api.deps, ORGAN, docId, JSON.parse(new TextDecoder().decode(bytes)));
  await age(docId, 8);
  let isSaved = false;
  const done = await clear({}, (inspection) => ({
    ...inspection,
    namedBlobs: async (organ, id) => {
      const named = await inspection.namedBlobs(organ, id);
      if (id === docId && !isSaved) {
        isSaved = true;
        await save(docId, etag, lost.subject);
      }
      return named;
    },
  }));
  expect(done.removed).toBe(0);
  expect((await must(api.send(drafter, 'GET', `/documents/${docId}`), 200)).body.data.subject).toBe('Lần hai');
});

test('a day looks at a seventh, a week at all, and a run out of time says so', async () => {
  const all = await clear();
  const now = Date.now();
  let seen = 0;
  for (let day = 0; day < 7; day++) {
    seen += (await clear({ all: false, now: new Date(now + day * DAY_MS) })).documents;
  }
  expect(seen).toBe(all.documents);
  expect(await clear({ isTimeUp: () => true })).toEqual({ documents: 0, removed: 0, isComplete: false });
});
