import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { executionName } from '#dispatch/fan-out-engine.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { getFanOut } from '#usecases/fan-out/get-fan-out.ts';
import { startFanOut } from '#usecases/fan-out/start-fan-out.ts';
import { provincePlan } from '../localise/support/example.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { batchEvent, scheduledEvent } from './support/events.ts';
import type { RunningFunction } from './support/run-function.ts';

const PROVINCE = 'dong-nai';
const clerk = { organ: PROVINCE, staffId: 'van-thu-tinh', roles: ['clerk'] } as const;
const codes = unitDirectory()
  .provinces.get('75')!
  .units.map(({ code }) => code);
const poisoned = [codes[3]!, codes[47]!];
const profiles = poisoned.map((unitCode) => ({ schema: 'DonVi@1', unitCode, offices: { 'kinh tế': null } }));

let cloud: TestCloud;
let deps: FanOutDeps;
let units: RunningFunction;
let localise: RunningFunction;
let sweep: RunningFunction;

beforeAll(async () => {
  cloud = await startTestCloud();
  // The day of the example's plan.
  deps = { ...cloud.deps, clock: { ...cloud.deps.clock, now: () => new Date('2026-03-16T09:00:00+07:00') } };
  [units, localise, sweep] = (await Promise.all(
    ['fan-out-units', 'fan-out-batch', 'sweep'].map((name) => cloud.start(name)),
  )) as [RunningFunction, RunningFunction, RunningFunction];
});
afterAll(() => cloud.stop());
beforeEach(() => cloud.engines.executions.clear());

const start = (runId: string, list = '75') => {
  const plan = provincePlan();
  plan.superior.docId = `kh-${runId}`;
  return startFanOut(deps, clerk, { runId, plan, units: list, profiles });
};
const countsOf = async (runId: string) => (await getFanOut(deps, clerk, runId)).counts;
const batches = (list: readonly string[]) =>
  Array.from({ length: Math.ceil(list.length / 20) }, (_, n) => list.slice(n * 20, n * 20 + 20));

test('a run goes through the states of its machine: units, then batches of twenty', async () => {
  await start('ca-tinh-mot-lan');
  const first = await units.invoke({ organ: PROVINCE, runId: 'ca-tinh-mot-lan' });
  expect(first).toEqual({ organ: PROVINCE, runId: 'ca-tinh-mot-lan', units: codes });
  const shares = [];
  for (const share of batches(first.units))
    shares.push(await localise.invoke(batchEvent(first.organ, first.runId, share)));
  expect(shares[0]).toEqual({ done: 19, failed: 1, left: 0 });
  expect(await countsOf('ca-tinh-mot-lan')).toEqual({ waiting: 0, leased: 0, done: 93, failed: 2 });
  expect(localise.metrics()['FanOutFailed']).toEqual([1, 1]);
  expect(await units.invoke({ organ: PROVINCE, runId: 'ca-tinh-mot-lan' })).toMatchObject({ units: [] });
});

test('a batch that is given twice, at once and again, makes each draft once', async () => {
  await start('hai-lan-mot-me', codes.slice(50, 70).join(','));
  const share = batchEvent(PROVINCE, 'hai-lan-mot-me', codes.slice(50, 70));
  const other = await cloud.start('fan-out-batch');
  await Promise.all([localise.invoke(share), other.invoke(share)]);
  await localise.invoke(share);
  expect(await countsOf('hai-lan-mot-me')).toEqual({ waiting: 0, leased: 0, done: 20, failed: 0 });
  for (const row of await deps.fanOuts.rows(PROVINCE, 'hai-lan-mot-me')) {
    expect(await deps.register.listEvents(row.unitOrgan!, row.docId!)).toHaveLength(1);
  }
});

test('a batch whose time runs out leaves the rest as it is, and the next one takes it up', async () => {
  await start('het-gio-giua-chung', codes.slice(50, 70).join(','));
  const share = batchEvent(PROVINCE, 'het-gio-giua-chung', codes.slice(50, 70));
  expect(await localise.invoke(share, { remainingMs: 1_000 })).toEqual({ done: 0, failed: 0, left: 20 });
  expect(await localise.invoke(share)).toEqual({ done: 20, failed: 0, left: 0 });
});

test('the sweep starts a run that has rows left, and not twice while its execution lives', async () => {
  await start('bo-do-giua-chung', codes.slice(50, 60).join(','));
  expect(await sweep.invoke(scheduledEvent())).toEqual({ issues: 0, fanOuts: 1 });
  expect(await sweep.invoke(scheduledEvent())).toEqual({ issues: 0, fanOuts: 1 });
  const [first, second] = [1, 2].map((times) => executionName(PROVINCE, 'bo-do-giua-chung', times));
  const input = JSON.stringify({ organ: PROVINCE, runId: 'bo-do-giua-chung' });
  expect([...cloud.engines.executions]).toEqual([[first, { input, lives: true }]]);

  cloud.engines.executions.get(first!)!.lives = false;
  await sweep.invoke(scheduledEvent());
  expect([...cloud.engines.executions.keys()]).toEqual([first, second]);

  await localise.invoke(batchEvent(PROVINCE, 'bo-do-giua-chung', codes.slice(50, 60)));
  cloud.engines.executions.clear();
  expect(await sweep.invoke(scheduledEvent())).toEqual({ issues: 0, fanOuts: 0 });
  expect(cloud.engines.executions.size).toBe(0);
});

test('an engine that does not answer is counted and told, and the sweep does the rest', async () => {
  await start('may-khong-tra-loi', codes[60]);
  cloud.engines.fail(true);
  expect(await sweep.invoke(scheduledEvent())).toEqual({ issues: 0, fanOuts: 0 });
  cloud.engines.fail(false);
  expect(sweep.metrics()['FanOutFailed']).toEqual([1]);
  const told = sweep.logs().find(({ message }) => message === 'fan-out-not-started');
  expect(told).toMatchObject({ organ: PROVINCE, runId: 'may-khong-tra-loi', failure: { code: 'unavailable' } });
  await localise.invoke(batchEvent(PROVINCE, 'may-khong-tra-loi', [codes[60]!]));
});

test.each([
  ['a batch without its run', { Items: ['25326'] }],
  ['a batch of nothing', { BatchInput: { organ: PROVINCE, runId: 'ca-tinh-mot-lan' }, Items: [] }],
  ['an organ that is no id', { BatchInput: { organ: 'a#b', runId: 'ca-tinh-mot-lan' }, Items: ['25326'] }],
])('refuses %s', async (_, event) => {
  await expect(localise.invoke(event)).rejects.toMatchObject({ name: 'InvocationFailed' });
});

test('says that there is no such run', async () => {
  await expect(units.invoke({ organ: PROVINCE, runId: 'khong-co-dot-nay' })).rejects.toThrow('not-found');
});

test('a run whose every execution ended is started no more, and is told', async () => {
  await start('chay-mai-khong-xong', codes[61]);
  const input = JSON.stringify({ organ: PROVINCE, runId: 'chay-mai-khong-xong' });
  for (let times = 1; times <= 50; times++) {
    cloud.engines.executions.set(executionName(PROVINCE, 'chay-mai-khong-xong', times), { input, lives: false });
  }
  expect(await sweep.invoke(scheduledEvent())).toEqual({ issues: 0, fanOuts: 0 });
  const told = sweep.logs().findLast(({ message }) => message === 'fan-out-not-started');
  expect(told).toMatchObject({ runId: 'chay-mai-khong-xong', failure: { code: 'too-many-starts' } });
  expect(cloud.engines.executions.size).toBe(50);
  await localise.invoke(batchEvent(PROVINCE, 'chay-mai-khong-xong', [codes[61]!]));
});
