import { afterAll, beforeAll, expect, test } from 'vitest';
import { piecesDefinition } from '#infra/machines/pieces-definition.ts';
import { exists } from '#register/table/condition.ts';
import { rowKeyOf } from '#register/table/keys/row-keys.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { issued } from './support/numbered.ts';
import { runMachine } from './support/run-machine.ts';

const ORGAN = 'dong-nai';
let cloud: TestCloud;
beforeAll(async () => {
  cloud = await startTestCloud();
  for (let n = 0; n < 4; n++) await issued(cloud.deps, `van-ban-${n}`);
});
afterAll(() => cloud.stop());

/** As a line of the first release is: it names no version of its tokens. */
const older = async (docId: string) => {
  const { row } = await cloud.deps.register.getNumbered(ORGAN, docId);
  const write = { update: rowKeyOf(row), set: {}, remove: ['wordsVersion'], if: exists('PK') };
  expect((await cloud.table.table().transact([write])).done).toBe(true);
};

test('gives lines of an older release the tokens of this one, once', async () => {
  await older('van-ban-1');
  await older('van-ban-2');
  const reindex = await cloud.start('reindex', {});
  expect(await reindex.invoke({})).toEqual({ isComplete: true, count: 2 });
  expect(await reindex.invoke({})).toEqual({ isComplete: true, count: 0 });
  const { row } = await cloud.deps.register.getNumbered(ORGAN, 'van-ban-1');
  expect(row.wordsVersion).toBe(3);
});

test('a run in pieces looks at all, and its end says whether it did', async () => {
  await older('van-ban-3');
  const reindex = await cloud.start('reindex', {});
  const definition = piecesDefinition({ comment: 'reindex', functionArn: 'reindex', pieces: 3, atOnce: 2 });
  await runMachine(definition, { time: '2026-11-29T17:30:00Z' }, (_, payload) => reindex.invoke(payload));
  expect(reindex.logs().map(({ message }) => message)).toContain('reindexed');
  expect((await cloud.deps.register.getNumbered(ORGAN, 'van-ban-3')).row.wordsVersion).toBe(3);
});

test('a run whose time is up says so, and goes on when it is started again', async () => {
  await older('van-ban-0');
  const late = await cloud.start('reindex', {});
  expect(await late.invoke({}, { remainingMs: 10_000 })).toEqual({ isComplete: false, count: 1 });
  expect(late.logs().map(({ message }) => message)).toContain('reindex-out-of-time');
  expect(await late.invoke({})).toEqual({ isComplete: true, count: 0 });
});
