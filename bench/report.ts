import { cpus, totalmem } from 'node:os';
import { DEFLATE_LEVEL } from '#package/deflate.ts';
import type { Comparison, PeakTiming } from './compare.ts';
import type { FirstDocument } from './processes.ts';

/** All that was measured. */
export interface Measured {
  readonly comparisons: readonly Comparison[];
  readonly checks: ReadonlyArray<{ readonly name: string; readonly checkMs: number; readonly renderMs: number }>;
  readonly scaling: ReadonlyArray<{ readonly rows: number; readonly ms: number; readonly bytes: number }>;
  readonly largest: FirstDocument;
  readonly first: { readonly importMs: number; readonly totalMs: number };
}

const MB = 1_000_000;
const count = (n: number) => Math.round(n).toLocaleString('en');
const ms = (n: number) => (n < 10 ? n.toFixed(2) : n < 100 ? n.toFixed(1) : count(n));
const ratio = (n: number) => `${n.toFixed(2)} ×`;

/** The results as Markdown. */
export function report(measured: Measured): string {
  const { comparisons, checks, scaling, largest, first } = measured;
  return `# Results

Written by \`npm run bench\`; do not edit. ${machine()}

Each engine in a process of its own, all on one core; in each round every engine has its turn while the others wait.
Milliseconds are those that the process had of the processor, the median of the rounds after a warm-up; memory is the peak
of the process, with the document's data. All outputs hold the same texts, paragraph by paragraph, and the Open XML SDK
finds nothing in any of them. The peers' templates are made of our own file: named styles throughout, loops for the body
and the rows of the appendix, head and foot without tags, numbers and references worked out beforehand; all of them deflate
at level 6. “Peer” is the fastest one of the case, “limit” the concatenation of our own main part from its tags and texts
and one native deflate at the same level. Level ${DEFLATE_LEVEL} is the one that ships.

${comparisons.map(ofCase).join('\n\n')}

## Check

\`checkDocument\` (shape by zod, rules of meaning) beside rendering, milliseconds a document.

${table(
  ['', 'check', 'render', 'check / render'],
  checks.map(({ name, checkMs, renderMs }) => [name, ms(checkMs), ms(renderMs), ratio(checkMs / renderMs)]),
)}

## Time per row

${table(
  ['rows', 'ms', 'µs a row', 'bytes'],
  scaling.map((s) => [count(s.rows), ms(s.ms), ((s.ms * 1000) / s.rows).toFixed(1), count(s.bytes)]),
)}

## Memory

Peak of a fresh process that reads 100,000 rows from JSON and renders them by the bundle: ${count(largest.peakBytes / MB)} MB, for a file of
${count(largest.bytes)} bytes.

## First document

The province's plan, from the bundle with precompiled templates, in a fresh process: import of the render room
${ms(first.importMs)} ms; from the start of the process to the bytes ${ms(first.totalMs)} ms.
`;
}

function machine(): string {
  const [cpu] = cpus();
  return `Machine: ${cpus().length} cores of ${cpu?.model ?? 'an unknown kind'}, ${count(totalmem() / 2 ** 30)} GB, Node.js ${process.version}, ${process.platform} ${process.arch}.`;
}

function ofCase({ name, peers, ours, limits }: Comparison): string {
  const fastest = peers.reduce((best, peer) => (peer.ms < best.ms ? peer : best));
  const smallest = peers.reduce((best, peer) => (peer.bytes < best.bytes ? peer : best));
  const row = (timing: PeakTiming, limit?: PeakTiming) => [
    timing.name,
    ms(timing.ms),
    (1000 / timing.ms).toFixed(timing.ms < 100 ? 0 : 1),
    count(timing.bytes),
    count(timing.peakBytes / MB),
    ratio(fastest.ms / timing.ms),
    limit ? ratio(timing.ms / limit.ms) : '',
    ratio(timing.bytes / smallest.bytes),
  ];
  return `## ${name}

${table(
  ['', 'ms', 'documents/s', 'bytes', 'MB', 'speed / peer', 'time / limit', 'bytes / smallest peer'],
  [...peers.map((peer) => row(peer)), ...ours.map((one, i) => row(one, limits[i])), ...limits.map((one) => row(one))],
)}`;
}

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}
