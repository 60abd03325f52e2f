import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInspection } from '#register/upkeep/inspection.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { damage } from './support/damage.ts';
import { scheduledEvent } from './support/events.ts';
import { issued } from './support/numbered.ts';
import type { RunningFunction } from './support/run-function.ts';

const DOCUMENTS = 12;
let cloud: TestCloud;
let whole: RunningFunction;

beforeAll(async () => {
  cloud = await startTestCloud();
  for (let n = 0; n < DOCUMENTS; n++) await issued(cloud.deps, `van-ban-${n}`);
  whole = await cloud.start('verify', { VERIFY_DAYS: '1' });
});
afterAll(() => cloud.stop());

test('a sound register gives a heartbeat and no violation', async () => {
  const counts = await whole.invoke(scheduledEvent());
  expect(counts).toEqual({ series: 1, documents: DOCUMENTS, files: DOCUMENTS, isComplete: true });
  expect(whole.metrics()).toEqual({ Breaches: [0], VerifyHeartbeat: [1] });
});

test('a share a day, all of it is looked at once in as many days', async () => {
  const days = 4;
  const counts = { series: 0, documents: 0, files: 0 };
  for (let index = 0; index < days; index++) {
    const inspection = createInspection(cloud.table.table());
    const answer = await verify({
      inspection,
      store: cloud.deps.store,
      share: { index, of: days },
      atOnce: 4,
      now: () => new Date(),
      sleep: async () => {},
    });
    for (const name of ['series', 'documents', 'files'] as const) counts[name] += answer[name];
  }
  expect(counts).toEqual({ series: 1, documents: DOCUMENTS, files: DOCUMENTS });
});

test('the share of a day is the same when it is called again', async () => {
  const share = await cloud.start('verify', { VERIFY_DAYS: '4' });
  const first = await share.invoke(scheduledEvent());
  expect(await share.invoke(scheduledEvent())).toEqual(first);
  expect(first.documents).toBeLessThan(DOCUMENTS);
  const [line] = share.logs().filter(({ message }) => message === 'verified');
  expect(line?.['share']).toMatch(/^[1-4]\/4$/);
});

test('a run whose time is up says so, and gives no heartbeat', async () => {
  const late = await cloud.start('verify', { VERIFY_DAYS: '1' });
  expect(await late.invoke(scheduledEvent(), { remainingMs: 10_000 })).toMatchObject({
    isComplete: false,
    documents: 0,
  });
  expect(late.metrics()['VerifyHeartbeat']).toBeUndefined();
  expect(late.logs().map(({ level, message }) => `${level} ${message}`)).toEqual(['ERROR verify-out-of-time']);
});

test('a changed file and a file that no row names are counted and named', async () => {
  const { row } = await cloud.deps.register.getNumbered('dong-nai', 'van-ban-3');
  await damage(cloud.dirs.issued, row.files[0]!.key);
  const stray = `issued/dong-nai/${randomUUID()}/van-ban`;
  await cloud.deps.store.put(stray, Buffer.from('x'), { contentType: 'text/plain', ifAbsent: true });
  const before = whole.metrics()['Breaches']?.length ?? 0;
  expect(await whole.invoke(scheduledEvent())).toMatchObject({ isComplete: true });
  const { Breaches = [], IntegrityMismatch, VerifyHeartbeat } = whole.metrics();
  expect(Breaches.slice(before)).toEqual([2]);
  expect(IntegrityMismatch).toEqual([1]);
  expect(VerifyHeartbeat).toEqual([1, 1]);
  const told = whole.logs().filter(({ message }) => message === 'breach');
  expect(told.map(({ invariant, code, organ, where }) => [invariant, code, organ, where])).toEqual([
    ['I3', 'file-damaged', 'dong-nai', `${row.symbol} (van-ban-3)`],
    ['I4', 'file-without-row', 'dong-nai', stray],
  ]);
});

test.each(['0', 'x', '1.5', '400'])('does not start with VERIFY_DAYS=%s', async (VERIFY_DAYS) => {
  await expect(cloud.start('verify', { VERIFY_DAYS })).rejects.toThrow('VERIFY_DAYS');
});
