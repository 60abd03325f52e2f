import { pathToFileURL } from 'node:url';
import { DEFLATE_LEVEL } from '#package/deflate.ts';
import { runSlot } from './measure.ts';

// One case in the code of one checkout: `before-after-child.ts <checkout> <rows|paragraphs|plan> <count> <render|check>`. Each message
// is a number of runs; the answer is what they took.

const [, , root = '', shape = '', count = '', act = ''] = process.argv;
const load = (path: string) => import(pathToFileURL(`${root}/${path}`).href);
const cases: typeof import('./cases.ts') = await load('bench/cases.ts');
const { renderOwn }: typeof import('./engines/ours.ts') = await load('bench/engines/ours.ts');

function planOf() {
  if (shape === 'rows') return cases.planWithRows(Number(count));
  if (shape === 'paragraphs') return cases.planWithParagraphs(Number(count));
  return cases.provincePlan();
}

// As it comes from a file: a text that was put together keeps its pieces for a while, and costs more to read.
const plan = JSON.parse(JSON.stringify(planOf()));
const input = cases.renderInput(plan);
const write =
  act === 'render'
    ? () => renderOwn(input, DEFLATE_LEVEL)
    : async () => {
        cases.checkPlan(plan);
        return new Uint8Array();
      };

process.on('message', async (documents) => {
  process.send?.({ ...(await runSlot(write, Number(documents))), peakBytes: process.resourceUsage().maxRSS * 1024 });
});
process.send?.('ready');
