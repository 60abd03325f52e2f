import { execFileSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { z } from 'zod';
import { BULK_POOL, openThreadPool } from '#local/heavy/thread-pool.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { NO_OVERRIDES } from '#localise/units/read-overrides.ts';
import { renderDocument } from '#render/render.ts';
import { renderUnitDrafts, type UnitOutcome } from '#usecases/fan-out/render-unit-drafts.ts';
import { renderUnitsAtOnce } from '#usecases/heavy/render-units-at-once.ts';
import { compiled, provincePlan } from '../../test/localise/support/example.ts';
import { planForProvince } from '../../test/localise/support/plan-for-province.ts';

// Merges, checks and lays out the plans of all units as a fan-out does, in one thread and in as many as there are processors,
// each twice: a first time with all that starts, loads and is compiled by V8, and a second. `node bench/localise/threads.ts
// CHECKOUT` measures a checkout of 54c0ea5 first (its own `npm ci` done), and gives the ratios.

const ON = '2026-03-16';
const directory = unitDirectory();
const source = provincePlan();
const plans = [...directory.provinces.values()].map((province) => ({
  plan: compiled(planForProvince(source, province)),
  units: [...directory.units.values()].filter(({ provinceCode }) => provinceCode === province.code),
}));
type PlanUnits = (typeof plans)[number];

const figures = z.object({ first: z.number(), second: z.number(), bytes: z.number() });
type Figures = z.infer<typeof figures>;

async function twice(outcomesOf: (units: PlanUnits) => AsyncIterable<UnitOutcome>): Promise<Figures> {
  const once = async (): Promise<[number, number]> => {
    const start = performance.now();
    let bytes = 0;
    for (const one of plans)
      for await (const made of outcomesOf(one)) for (const file of made.bytes.values()) bytes += file.length;
    return [performance.now() - start, bytes];
  };
  const [first] = await once();
  const [second, bytes] = await once();
  return { first, second, bytes };
}

function say(what: string, { first, second }: Figures, than?: Figures): void {
  const times = (now: number, before: number | undefined) =>
    `${(now / 1000).toFixed(1)} s${before === undefined ? '' : ` (${(before / now).toFixed(2)} times as fast)`}`;
  console.log(`${what.padEnd(40)}first ${times(first, than?.first)}, then ${times(second, than?.second)}`);
}

const checkout = process.argv[2];
const before = checkout
  ? figures.parse(
      JSON.parse(
        execFileSync(process.execPath, [resolve(import.meta.dirname, 'fan-out-before.ts'), resolve(checkout)], {
          encoding: 'utf8',
        }),
      ),
    )
  : undefined;

console.log(`Merge, check and render of all ${directory.units.size} units:`);
if (before) say('54c0ea5', before);
const request = { overrides: NO_OVERRIDES, on: ON };
const one = await twice((units) =>
  renderUnitDrafts({ ...request, ...units, render: renderDocument, earlier: () => null }),
);
say('one thread', one, before);
const pool = openThreadPool(BULK_POOL);
const atOnce = BULK_POOL.threads + 1;
const many = await twice((units) =>
  renderUnitsAtOnce({ ...request, ...units, organ: 'a', heavy: pool.run, atOnce, earlierOf: () => [] }),
);
await pool.close();
say(`${availableParallelism()} threads`, many, before ?? one);
if (one.bytes !== many.bytes) throw new Error(`${one.bytes} and ${many.bytes} bytes`);
