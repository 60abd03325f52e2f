import { utimes } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createInspection } from '#register/upkeep/inspection.ts';
import { putBlob } from '#usecases/blobs.ts';
import { verify } from '#usecases/upkeep/verify.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { scheduledEvent } from './support/events.ts';
import { issued } from './support/numbered.ts';

const ORGAN = 'dong-nai';
const WEEK_AGO = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000);
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
});
afterAll(() => cloud.stop());

const keysOf = async (folder: string) => {
  const keys: string[] = [];
  for await (const key of cloud.deps.store.list(folder)) keys.push(key);
  return keys.sort();
};
const age = (key: string) => utimes(join(cloud.dirs.work, `${key}._S3rver_object`), WEEK_AGO, WEEK_AGO);

test('texts that nothing names are marked after a week, the lifecycle ends them, and what is saved again stands', async () => {
  await issued(cloud.deps, 'van-ban-co-so');
  const named = await keysOf(`drafts/${ORGAN}`);
  const [lost, again, young] = await Promise.all(
    ['a save that failed', 'saved again', 'a moment ago'].map((left) =>
      putBlob(cloud.deps, ORGAN, 'van-ban-co-so', { left }),
    ),
  );
  for (const key of [...named, lost?.key ?? '', again?.key ?? '']) await age(key);
  const clear = await cloud.start('clear-drafts', {});
  expect(await clear.invoke(scheduledEvent())).toMatchObject({ isComplete: true });
  expect(await clear.invoke({ all: true })).toEqual({ documents: 1, removed: 2, isComplete: true });
  expect(await putBlob(cloud.deps, ORGAN, 'van-ban-co-so', { left: 'saved again' })).toEqual(again);
  expect(await cloud.expireTagged()).toEqual([lost?.key]);
  expect(await keysOf(`drafts/${ORGAN}`)).toEqual([...named, again?.key, young?.key].sort());
  expect(await putBlob(cloud.deps, ORGAN, 'van-ban-co-so', { left: 'a save that failed' })).toEqual(lost);
  const inspection = createInspection(cloud.table.table());
  const found = await verify({ inspection, store: cloud.deps.store, now: () => new Date(), sleep: async () => {} });
  expect(found.violations).toEqual([]);
});
