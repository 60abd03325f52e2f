import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { measure } from './measure.ts';
import { type EngineProcess, startChild } from './processes.ts';

// `npm run bench:before-after -- OTHER-CHECKOUT`: the cases of `npm run bench` in the code of another checkout (its own `npm ci`
// done) and in ours, in turns; a ratio over 1 is slower than before. `-- OTHER-CHECKOUT quick` measures fewer rounds.

const CASES = [
  { name: 'the province’s plan', shape: 'plan', count: 0, rounds: 61 },
  { name: '1,000 rows', shape: 'rows', count: 1_000, rounds: 31 },
  { name: '10,000 rows', shape: 'rows', count: 10_000, rounds: 9 },
  { name: '2,000 paragraphs', shape: 'paragraphs', count: 2_000, rounds: 31 },
] as const;

const [, , other, quick] = process.argv;
if (!other) throw new Error('Say the checkout to compare with: npm run bench:before-after -- OTHER-CHECKOUT');
const before = resolve(other);
const here = fileURLToPath(new URL('..', import.meta.url));

async function start(name: string, root: string, args: readonly string[]): Promise<EngineProcess> {
  return startChild(name, 'before-after-child.ts', [root, ...args]);
}

console.log('| case | | before, ms | now, ms | now / before | bytes before | bytes now |');
console.log('| --- | --- | ---: | ---: | ---: | ---: | ---: |');
for (const { name, shape, count, rounds } of CASES) {
  for (const act of ['render', 'check'] as const) {
    const args = [shape, `${count}`, act];
    const both = [await start('before', before, args), await start('now', here, args)];
    const [was, is] = await measure(both, quick ? 3 : rounds);
    for (const one of both) one.end();
    if (!was || !is) throw new Error(`${name}: nothing was measured`);
    const figures = [was.ms.toFixed(2), is.ms.toFixed(2), (is.ms / was.ms).toFixed(3), was.bytes, is.bytes];
    console.log(`| ${name} | ${act} | ${figures.join(' | ')} |`);
  }
}
