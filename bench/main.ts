import { writeFileSync } from 'node:fs';
import { DEFLATE_LEVEL } from '#package/deflate.ts';
import { bundleRender } from './bundle.ts';
import { checkPlan, planWithParagraphs, planWithRows, provincePlan, renderInput } from './cases.ts';
import { type Case, compare } from './compare.ts';
import type { Writer } from './engines/engine.ts';
import { renderOwn } from './engines/ours.ts';
import { type Contender, measure, runSlot } from './measure.ts';
import { renderFirst, timeFirstDocument } from './processes.ts';
import { report } from './report.ts';

// `npm run bench`: all of it takes about five minutes on an idle machine; `npm run bench -- quick` measures fewer rounds and writes no file.

const quick = process.argv.includes('quick');
const rounds = (full: number) => (quick ? 3 : full);
const here = (name: string, write: Writer): Contender => ({ name, run: (documents) => runSlot(write, documents) });
const say = (text: string) => console.error(text);

const plans = [
  { name: 'the province’s plan', plan: provincePlan(), rounds: rounds(31) },
  { name: '1,000 rows', plan: planWithRows(1_000), rounds: rounds(15) },
  { name: '10,000 rows', plan: planWithRows(10_000), rounds: rounds(5) },
  { name: '2,000 paragraphs', plan: planWithParagraphs(2_000), rounds: rounds(15) },
];

const comparisons = [];
const checks = [];
for (const { name, plan, rounds: count } of plans) {
  say(`${name} …`);
  const one: Case = { name, input: renderInput(plan), rounds: count };
  comparisons.push(await compare(one));
  const render = () => renderOwn(one.input, DEFLATE_LEVEL);
  const check = async () => {
    checkPlan(plan);
    return new Uint8Array();
  };
  const [checked, rendered] = await measure([here('check', check), here('render', render)], count);
  checks.push({ name, checkMs: checked?.ms ?? Number.NaN, renderMs: rendered?.ms ?? Number.NaN });
}

say('time per row …');
const scaling = [];
for (const rows of [1_000, 3_000, 10_000, 30_000, 100_000]) {
  const input = renderInput(planWithRows(rows));
  const [timing] = await measure(
    [here(`${rows}`, () => renderOwn(input, DEFLATE_LEVEL))],
    rows > 20_000 ? 3 : rounds(9),
  );
  scaling.push({ rows, ms: timing?.ms ?? Number.NaN, bytes: timing?.bytes ?? 0 });
}

say('first document …');
await bundleRender();
const largest = renderFirst(renderInput(planWithRows(100_000)));
const first = timeFirstDocument(renderInput(provincePlan()));

const text = report({ comparisons, checks, scaling, largest, first });
console.log(text);
if (!quick) writeFileSync(new URL('RESULTS.md', import.meta.url), text);
