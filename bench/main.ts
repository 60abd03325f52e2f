import { writeFileSync } from 'node:fs';
import { DEFLATE_LEVEL } from '../functions/package/deflate.ts';
import { bundleRender } from './bundle.ts';
import { checkPlan, planWithParagraphs, planWithRows, provincePlan, renderInput } from './cases.ts';
import { type Case, compare } from './compare.ts';
import { ours, peers } from './engines/index.ts';
import { renderOwn } from './engines/ours.ts';
import { renderFirst, timeFirstDocument, writeOnce } from './in-process.ts';
import { measure } from './measure.ts';
import { report } from './report.ts';

// `npm run bench`: all of it takes about ten minutes; `npm run bench -- quick` measures fewer rounds and writes no file.

const quick = process.argv.includes('quick');
const rounds = (full: number) => (quick ? 3 : full);
const say = (text: string) => console.error(text);

const plans = [
  { name: 'the province’s plan', plan: provincePlan(), rounds: rounds(31) },
  { name: '1,000 rows', plan: planWithRows(1_000), rounds: rounds(15) },
  { name: '10,000 rows', plan: planWithRows(10_000), rounds: rounds(7) },
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
  const [checked, rendered] = await measure(
    [
      { name: 'check', write: check },
      { name: 'render', write: render },
    ],
    count,
  );
  checks.push({ name, checkMs: checked?.ms ?? Number.NaN, renderMs: rendered?.ms ?? Number.NaN });
}

say('time per row …');
const scaling = [];
for (const rows of [1_000, 3_000, 10_000, 30_000, 100_000]) {
  const input = renderInput(planWithRows(rows));
  const [timing] = await measure(
    [{ name: `${rows}`, write: () => renderOwn(input, DEFLATE_LEVEL) }],
    rows > 20_000 ? 3 : rounds(9),
  );
  scaling.push({ rows, ms: timing?.ms ?? Number.NaN, bytes: timing?.bytes ?? 0 });
}

say('memory …');
const tenThousand = renderInput(planWithRows(10_000));
const subject = { input: tenThousand, ours: await renderOwn(tenThousand, DEFLATE_LEVEL) };
const memory = [...peers, ...ours].map((engine) => ({ name: engine.name, ...writeOnce(engine, subject) }));

say('first document …');
await bundleRender();
const largest = renderFirst(renderInput(planWithRows(100_000)));
const first = timeFirstDocument(renderInput(provincePlan()));

const text = report({ comparisons, checks, scaling, memory, largest, first });
console.log(text);
if (!quick) writeFileSync(new URL('RESULTS.md', import.meta.url), text);
