import { join } from 'node:path';

// The same fan-out in a checkout of 54c0ea5, whose only way was one thread: `node bench/localise/fan-out-before.ts CHECKOUT`
// prints the milliseconds of a first and a second time, and the bytes that came out.

const ON = '2026-03-16';
const load = (path: string) => import(join(process.argv[2] ?? '', path));
const { unitDirectory } = await load('functions/localise/directory.ts');
const { NO_OVERRIDES } = await load('functions/localise/read-overrides.ts');
const { renderDocument: render } = await load('functions/render/render.ts');
const { localiseUnits } = await load('functions/usecases/localise-units.ts');
const { compiled, provincePlan } = await load('test/localise/support/example.ts');
const { planForProvince } = await load('test/localise/support/plan-for-province.ts');

const directory = unitDirectory();
const plans = [...directory.provinces.values()].map((province) => ({
  plan: compiled(planForProvince(provincePlan(), province)),
  units: [...directory.units.values()].filter(({ provinceCode }) => provinceCode === province.code),
}));

async function fanOut(): Promise<[number, number]> {
  const start = performance.now();
  let bytes = 0;
  for (const { plan, units } of plans) {
    const outcomes = localiseUnits({ plan, units, overrides: NO_OVERRIDES, on: ON, render, earlier: () => null });
    for await (const made of outcomes) for (const file of made.bytes.values()) bytes += file.length;
  }
  return [performance.now() - start, bytes];
}

const [first] = await fanOut();
const [second, bytes] = await fanOut();
console.log(JSON.stringify({ first, second, bytes }));
