import validate from 'asl-validator';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fanOutDefinition } from '#infra/machines/fan-out-definition.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { getFanOut } from '#usecases/fan-out/get-fan-out.ts';
import { startFanOut } from '#usecases/fan-out/start-fan-out.ts';
import { provincePlan } from '../localise/support/example.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import type { RunningFunction } from './support/run-function.ts';
import { type Invoke, runMachine } from './support/run-machine.ts';

// The machine of fan-outs, as it is deployed, with the bundled functions behind it.

const PROVINCE = 'dong-nai';
const clerk = { organ: PROVINCE, staffId: 'van-thu-tinh', roles: ['clerk'] } as const;
const codes = unitDirectory()
  .provinces.get('75')!
  .units.map(({ code }) => code)
  .slice(0, 45);
const definition = fanOutDefinition({
  fanOutUnitsArn: 'fan-out-units',
  fanOutBatchArn: 'fan-out-batch',
  batches: 2,
});

let cloud: TestCloud;
let deps: FanOutDeps;
const functions: Record<string, RunningFunction> = {};

beforeAll(async () => {
  cloud = await startTestCloud();
  // The day of the example's plan.
  deps = { ...cloud.deps, clock: { ...cloud.deps.clock, now: () => new Date('2026-03-16T09:00:00+07:00') } };
  for (const name of ['fan-out-units', 'fan-out-batch']) functions[name] = await cloud.start(name);
});
afterAll(() => cloud.stop());

const invoke: Invoke = (arn, payload) => functions[arn]!.invoke(payload);
const countsOf = async (runId: string) => (await getFanOut(deps, clerk, runId)).counts;

async function start(runId: string): Promise<object> {
  const plan = provincePlan();
  plan.superior.docId = `kh-${runId}`;
  await startFanOut(deps, clerk, { runId, plan, units: codes.join(',') });
  return { organ: PROVINCE, runId };
}

test('the definition is one that Step Functions takes', () => {
  const { errors, isValid } = validate(definition);
  expect({ errors, isValid }).toEqual({ errors: [], isValid: true });
});

test('a run goes through the machine: every unit has its draft, two batches at once at most', async () => {
  const input = await start('qua-may');
  const run = await runMachine(definition, input, invoke);
  expect(run).toEqual({ output: {}, failedBatches: 0, mostAtOnce: 2 });
  expect(await countsOf('qua-may')).toEqual({ waiting: 0, leased: 0, done: 45, failed: 0 });
});

test('a batch that dies once is tried again; one that dies always leaves its rows to the next execution', async () => {
  const input = await start('chet-giua-chung');
  const deaths = new Map<string, number>();
  const mortal: Invoke = async (arn, payload) => {
    const [first = ''] = payload.Items ?? [];
    const dies = deaths.get(first) ?? 0;
    deaths.set(first, dies + 1);
    if (arn === 'fan-out-batch' && (first === codes[20] || (first === codes[0] && dies === 0)))
      throw new Error('Lambda.Unknown');
    return invoke(arn, payload);
  };
  const run = await runMachine(definition, input, mortal);
  expect(run).toMatchObject({ output: {}, failedBatches: 1 });
  expect(await countsOf('chet-giua-chung')).toEqual({ waiting: 20, leased: 0, done: 25, failed: 0 });
  await runMachine(definition, input, invoke);
  expect(await countsOf('chet-giua-chung')).toEqual({ waiting: 0, leased: 0, done: 45, failed: 0 });
});

test('an execution with nothing left to do ends without a batch', async () => {
  const run = await runMachine(definition, { organ: PROVINCE, runId: 'qua-may' }, invoke);
  expect(run).toEqual({ output: {}, failedBatches: 0, mostAtOnce: 0 });
});

test('a run that there is not ends the execution', async () => {
  await expect(runMachine(definition, { organ: PROVINCE, runId: 'khong-co' }, invoke)).rejects.toThrow('not-found');
});
