import { availableParallelism } from 'node:os';
import { BULK_POOL, openThreadPool } from '#local/heavy/thread-pool.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { NO_OVERRIDES } from '#localise/units/read-overrides.ts';
import { renderDocument } from '#render/render.ts';
import { renderUnitDrafts } from '#usecases/fan-out/render-unit-drafts.ts';
import { renderUnitsAtOnce } from '#usecases/heavy/render-units-at-once.ts';
import { compiled, provincePlan } from '../../test/localise/support/example.ts';
import { planForProvince } from '../../test/localise/support/plan-for-province.ts';

const ON = '2026-03-16';
const directory = unitDirectory();
const source = provincePlan();
const plans = [...directory.provinces.values()].map((province) => ({
  plan: compiled(planForProvince(source, province)),
  units: [...directory.units.values()].filter(({ provinceCode }) => provinceCode === province.code),
}));

/** Merges and lays out the plans of all units; milliseconds, and bytes that came out. */
async function inOneThread(): Promise<[number, number]> {
  const start = performance.now();
  let bytes = 0;
  for (const { plan, units } of plans) {
    const request = { plan, units, overrides: NO_OVERRIDES, on: ON, render: renderDocument, earlier: () => null };
    for await (const made of renderUnitDrafts(request)) for (const file of made.bytes.values()) bytes += file.length;
  }
  return [performance.now() - start, bytes];
}

async function inThreads(): Promise<[number, number]> {
  const pool = openThreadPool(BULK_POOL);
  const start = performance.now();
  let bytes = 0;
  for (const { plan, units } of plans) {
    const request = { plan, units, overrides: NO_OVERRIDES, on: ON, organ: 'a', heavy: pool.run };
    const outcomes = renderUnitsAtOnce({ ...request, atOnce: BULK_POOL.threads + 1, earlierOf: () => [] });
    for await (const made of outcomes) for (const file of made.bytes.values()) bytes += file.length;
  }
  const took = performance.now() - start;
  await pool.close();
  return [took, bytes];
}

const [one, oneBytes] = await inOneThread();
const [many, manyBytes] = await inThreads();
if (oneBytes !== manyBytes) throw new Error(`${oneBytes} and ${manyBytes} bytes`);
const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
console.log(`merge and render of all ${directory.units.size} units, one thread: ${seconds(one)}`);
console.log(
  `the same in ${availableParallelism()} threads: ${seconds(many)}, ${(one / many).toFixed(2)} times as fast`,
);
