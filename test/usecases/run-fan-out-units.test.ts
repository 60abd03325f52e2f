import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { unitDirectory } from '#localise/units/directory.ts';
import type { Actor } from '#usecases/actor.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { getFanOut, retryFanOut } from '#usecases/fan-out/get-fan-out.ts';
import { runFanOutUnits, unitsToDo } from '#usecases/fan-out/run-fan-out-units.ts';
import { startFanOut } from '#usecases/fan-out/start-fan-out.ts';
import { END_OF_TIME } from '#usecases/issuing/recover-issues.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { provincePlan } from '../localise/support/example.ts';
import { fanOutDeps } from '../localise/support/fan-out-scene.ts';
import { exampleProfiles } from '../support/desk.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';

const PROVINCE = 'dong-nai';
const clerk: Actor = { organ: PROVINCE, staffId: 'van-thu-tinh', roles: ['clerk'] };
const codes = unitDirectory()
  .provinces.get('75')!
  .units.map(({ code }) => code);
const poisoned = codes[3]!;
const profiles = [{ schema: 'DonVi@1', unitCode: poisoned, offices: { 'kinh tế': null } }];

let table: TestTable;
let deps: FanOutDeps;

beforeAll(async () => {
  table = await openTestTable();
  const files = join(table.dir, 'files');
  const startsAt = '2026-03-16T09:00:00+07:00';
  deps = fanOutDeps({ table: table.table, files, startsAt });
  for (const profile of await exampleProfiles()) {
    const admin: Actor = { organ: profile.organId, staffId: 'quan-tri', roles: ['admin'] };
    await putProfile(deps, admin, { profile, rev: null });
  }
});
afterAll(() => table.stop());

async function start(runId: string, units = '75'): Promise<void> {
  const plan = provincePlan();
  plan.superior.docId = `kh-${runId}`;
  await startFanOut(deps, clerk, { runId, plan, units, profiles });
}
const openRuns = async () => (await deps.fanOuts.listOpen()).map(({ runId }) => runId);
const inMinutes = (minutes: number): FanOutDeps => ({
  ...deps,
  clock: { ...deps.clock, now: () => new Date(deps.clock.now().getTime() + minutes * 60_000) },
});

test('shares of a run, pumped at once by as many workers, settle each unit once; the last closes the run', async () => {
  await start('chia-phan');
  expect(await openRuns()).toEqual(['chia-phan']);
  expect(await deps.register.listDue(END_OF_TIME)).toEqual([]);
  const toDo = await unitsToDo(deps, PROVINCE, 'chia-phan');
  expect(toDo).toEqual(codes);

  const shares = Array.from({ length: 5 }, (_, i) => toDo.slice(i * 20, i * 20 + 20));
  const settled: string[] = [];
  const onSettled = ({ unitCode }: { readonly unitCode: string }) => settled.push(unitCode);
  const runs = await Promise.all(
    shares.map((units, i) => runFanOutUnits(deps, PROVINCE, 'chia-phan', units, { worker: `w${i}`, onSettled })),
  );
  expect(runs[0]).toEqual({ done: 19, failed: 1, left: [] });
  expect(runs.slice(1).every(({ failed, left }) => failed === 0 && left.length === 0)).toBe(true);
  expect(settled.sort()).toEqual(codes);
  expect((await getFanOut(deps, clerk, 'chia-phan')).counts).toEqual({ waiting: 0, leased: 0, done: 94, failed: 1 });
  expect(await openRuns()).toEqual([]);
});

test('a share that is given again makes nothing, and names no unit that is not of the run', async () => {
  const before = await deps.fanOuts.rows(PROVINCE, 'chia-phan');
  const again = await runFanOutUnits(deps, PROVINCE, 'chia-phan', [...codes.slice(0, 20), '00004'], { worker: 'x' });
  expect(again).toEqual({ done: 0, failed: 0, left: [] });
  expect(await deps.fanOuts.rows(PROVINCE, 'chia-phan')).toEqual(before);
});

test('a retry opens the run again, for the failed alone', async () => {
  expect(await retryFanOut(deps, clerk, 'chia-phan')).toBe(1);
  expect(await openRuns()).toEqual(['chia-phan']);
  expect(await deps.fanOuts.close(PROVINCE, 'chia-phan')).toBe(1);
  expect(await unitsToDo(deps, PROVINCE, 'chia-phan')).toEqual([poisoned]);
  const { failed } = await runFanOutUnits(deps, PROVINCE, 'chia-phan', [poisoned], { worker: 'x' });
  expect([failed, await openRuns()]).toEqual([1, []]);
  expect(await unitsToDo(deps, PROVINCE, 'chia-phan')).toEqual([]);
});

test('a unit that a dead worker holds keeps the run open, and is to do again once its lease has run out', async () => {
  await start('nguoi-bo-do', '25326, 26179');
  const [first] = await deps.fanOuts.rows(PROVINCE, 'nguoi-bo-do');
  const now = deps.clock.now();
  await deps.fanOuts.lease([first!], 'dead', now, new Date(now.getTime() + 120_000));
  const units = ['25326', '26179'];
  const share = await runFanOutUnits(deps, PROVINCE, 'nguoi-bo-do', units, { worker: 'x' });
  expect(share).toEqual({ done: 1, failed: 0, left: [first!.unitCode] });
  expect(await openRuns()).toEqual(['nguoi-bo-do']);
  expect(await unitsToDo(deps, PROVINCE, 'nguoi-bo-do')).toEqual([]);

  const later = inMinutes(3);
  expect(await unitsToDo(later, PROVINCE, 'nguoi-bo-do')).toEqual([first!.unitCode]);
  await runFanOutUnits(later, PROVINCE, 'nguoi-bo-do', units, { worker: 'x' });
  expect(await openRuns()).toEqual([]);
});

test('a run whose last rows are retried while it is being closed stays open', async () => {
  await start('hai-viec-mot-luc', poisoned);
  await runFanOutUnits(deps, PROVINCE, 'hai-viec-mot-luc', [poisoned], { worker: 'x' });
  for (let round = 0; round < 10; round++) {
    const at = deps.clock.now();
    await Promise.all([
      deps.fanOuts.retry(PROVINCE, 'hai-viec-mot-luc', at),
      deps.fanOuts.close(PROVINCE, 'hai-viec-mot-luc'),
    ]);
    expect(await openRuns()).toEqual(['hai-viec-mot-luc']);
    await runFanOutUnits(deps, PROVINCE, 'hai-viec-mot-luc', [poisoned], { worker: 'x' });
    expect(await openRuns()).toEqual([]);
  }
});
