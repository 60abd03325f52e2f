import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { LAST_DAY, NEW_TABLE, PEAK_DOCUMENTS_A_SECOND, SCALE } from './assumptions.ts';
import { costOfTheDay } from './cost.ts';
import { needs, perRequest, requestsADocument } from './quotas.ts';
import { type Act, type Day, simulate } from './simulate.ts';

// `npm run bench:year-end`: the last working day of a year at 1:20, and what it means for AWS; writes bench/RESULTS-year-end.md.

const day = await simulate((line) => console.log(line));
const text = report(day);
await writeFile(join(import.meta.dirname, '../RESULTS-year-end.md'), text);
console.log(text);
const isWhole = day.violations.length === 0 && day.years.every(({ broken }) => broken === 0);
if (!isWhole) process.exitCode = 1;

function report({ offices, acts, violations, years, recovered }: Day): string {
  const [busiest, ...rest] = acts;
  if (!busiest) throw new Error('nothing was played');
  const each = perRequest(busiest);
  const n = (value: number, digits = 0) =>
    value.toLocaleString('en', { maximumFractionDigits: digits, minimumFractionDigits: digits });
  const costs = costOfTheDay(busiest);
  const documents = LAST_DAY.offices * LAST_DAY.documentsAnOffice;
  const { model = 'unknown' } = cpus()[0] ?? {};
  return [
    '# The last working day of a year',
    '',
    `Written by \`npm run bench:year-end\`. Node ${process.version}, ${cpus().length} × ${model}, ${new Date().toISOString().slice(0, 10)}; load of the machine over 5 minutes: ${n(loadavg()[1] ?? 0, 1)}.`,
    '',
    '## What is assumed',
    '',
    `${n(LAST_DAY.offices)} offices issue ${LAST_DAY.documentsAnOffice} documents each that day (${n(documents)}); ${LAST_DAY.busiestHourShare * 100} % of them in one hour, whose busiest minute has ${LAST_DAY.busiestMinuteFactor} times the hour’s mean: **${n(PEAK_DOCUMENTS_A_SECOND, 1)} documents a second**. For each document staff look ${LAST_DAY.looksADocument} times (find, lists, search). The figures stand in \`bench/year-end/assumptions.ts\`.`,
    '',
    `## Played at 1:${SCALE}: ${offices} offices on this machine`,
    '',
    'The whole API over the embedded stack, without the mutex that one machine has, real rendering of the ward’s plan, files on disk; documents arrive by chance.',
    '',
    '| act | documents | requests | s | after the last arrival, s | writes refused by the table | requests that came again | p50 / p99 of an issue, ms |',
    '| --- | --- | --- | --- | --- | --- | --- | --- |',
    ...[busiest, ...rest].map(
      (act) =>
        `| ${act.name} | ${n(act.documents)} | ${n(act.requests)} | ${n(act.seconds, 1)} | ${n(act.tailSeconds, 1)} | ${n(act.usage.throttled)} | ${n(act.cameAgain)} | ${quantiles(act, 'issue')} |`,
    ),
    '',
    `In the second act the table refuses what is over ${n(NEW_TABLE.writeUnits / SCALE)} write units a second (a new table’s ${n(NEW_TABLE.writeUnits)}, at 1:${SCALE}). In the third the year turns.`,
    '',
    `After all of it: ${years.map(({ year, numbers, series, broken }) => `${n(numbers)} numbers of ${year} in ${series} series, ${broken} with a gap or a number twice`).join('; ')}; ${recovered} issues finished by the sweep; violations found by \`verify\`: **${violations.length}**.`,
    ...violations.slice(0, 10).map((violation) => `- ${violation}`),
    '',
    '## What a request uses, on average of the busiest minute',
    '',
    `${n(requestsADocument(busiest), 1)} requests a document; a request: ${n(each.cpuMs, 1)} ms of processor, ${n(each.dynamoCalls, 1)} calls of DynamoDB (${n(each.writeUnits, 1)} write units, ${n(each.readUnits, 1)} read units), ${n(each.storePuts, 2)} puts and ${n(each.storeReads, 2)} reads of files; in AWS about ${n(each.lambdaMs)} ms (8 ms a call of DynamoDB and 40 ms a file are taken, not measured). A document: ${n(each.writeUnits * requestsADocument(busiest))} write units.`,
    '',
    '## Against the quotas of AWS: all offices, busiest second',
    '',
    '| what | needed | quota | share | beyond it |',
    '| --- | --- | --- | --- | --- |',
    ...needs(busiest).map(
      ({ what, needed, quota, beyond }) =>
        `| ${what} | ${n(needed)} | ${n(quota)} | ${n((needed / quota) * 100)} % | ${beyond} |`,
    ),
    '',
    '## What the day costs',
    '',
    '| what | units | USD |',
    '| --- | --- | --- |',
    ...costs.map(({ what, units, dollars }) => `| ${what} | ${n(units)} | ${n(dollars, 2)} |`),
    `| **all offices, that day** | ${n(documents)} documents | **${n(
      costs.reduce((sum, { dollars }) => sum + dollars, 0),
      2,
    )}** |`,
    '',
    'Prices of us-east-1, to be checked against the calculator; storage, keys, alarms and backups come by the month (docs/van-hanh.md).',
    '',
  ].join('\n');
}

function quantiles({ asked }: Act, kind: string): string {
  const times = asked
    .filter((one) => one.kind === kind)
    .map(({ ms }) => ms)
    .sort((a, b) => a - b);
  const at = (share: number) => (times[Math.floor(times.length * share)] ?? 0).toFixed(0);
  return `${at(0.5)} / ${at(0.99)}`;
}
