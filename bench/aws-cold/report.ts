import { cpus, loadavg } from 'node:os';
import { type Cold, median } from './run-cold.ts';

/** All that was measured. */
export interface Measured {
  readonly sizes: ReadonlyArray<{ readonly name: string; readonly bytes: number; readonly gzipBytes: number }>;
  /** Fresh processes that were asked for the same preview twice. */
  readonly cold: readonly Cold[];
  /** One process that issued a plan. */
  readonly one: Cold;
  /** One process that issued many, `plans` less one. */
  readonly many: Cold;
  readonly verify: Cold;
  readonly plans: number;
}

const LIMITS = { bytes: 2_000_000, coldMs: 400, peakBytes: 200_000_000 } as const;
const count = (n: number) => Math.round(n).toLocaleString('en');
const mb = (n: number) => (n / 1_000_000).toFixed(0);

/** The results as Markdown, and whether the limits are met. */
export function report({ sizes, cold, one, many, verify, plans }: Measured): {
  readonly text: string;
  readonly isMet: boolean;
} {
  const of = (pick: (one: Cold) => number) => median(cold.map(pick));
  const first = (one: Cold) => one.answered[0] ?? { ms: Number.NaN, cpuMs: Number.NaN };
  const second = (one: Cold) => one.answered[1] ?? { ms: Number.NaN, cpuMs: Number.NaN };
  const coldMs = of((run) => run.imported.ms + first(run).ms);
  const best = Math.min(...cold.map((run) => run.imported.ms + first(run).ms));
  const apiBytes = sizes.find(({ name }) => name === 'api')?.bytes ?? Number.NaN;
  const verifyMs = (verify.answered[0]?.cpuMs ?? Number.NaN) / plans;
  const checks = [
    [`bundle of the API: ${count(apiBytes)} bytes, limit ${count(LIMITS.bytes)}`, apiBytes < LIMITS.bytes],
    [`cold import and first preview: ${count(coldMs)} ms, limit ${count(LIMITS.coldMs)}`, coldMs < LIMITS.coldMs],
    [
      `peak memory of a process that issues a plan: ${mb(one.peakBytes)} MB, limit ${mb(LIMITS.peakBytes)}`,
      one.peakBytes < LIMITS.peakBytes,
    ],
  ] as const;
  const text = `# What was measured of the functions in AWS

Written by \`node bench/aws-cold/main.ts\`; do not edit. ${machine()}

The bundles as they are deployed, each in a fresh process with \`--enable-source-maps\`, against the embedded table, s3rver and a key
server on the same machine. Nothing ran in AWS: its processor, its network and its start of an environment are not in these numbers.

${checks.map(([what, isMet]) => `- ${isMet ? 'met' : '**not met**'}: ${what}`).join('\n')}

## Size

| function | bytes | gzip |
| --- | ---: | ---: |
${sizes.map(({ name, bytes, gzipBytes }) => `| ${name} | ${count(bytes)} | ${count(gzipBytes)} |`).join('\n')}

## Cold start of the API

Median of ${cold.length} fresh processes, milliseconds; the preview of the ward's plan needs the keys of the pool, two reads of the table, one
of the bucket, the check of the data and the rendering.

| | clock | processor |
| --- | ---: | ---: |
| import | ${count(of((run) => run.imported.ms))} | ${count(of((run) => run.imported.cpuMs))} |
| first preview | ${count(of((run) => first(run).ms))} | ${count(of((run) => first(run).cpuMs))} |
| both | ${count(coldMs)} (best ${count(best)}) | ${count(of((run) => run.imported.cpuMs + first(run).cpuMs))} |
| second preview | ${count(of((run) => second(run).ms))} | ${count(of((run) => second(run).cpuMs))} |

## Memory

Peak of the resident memory of a fresh process: ${mb(of((run) => run.peakBytes))} MB after two previews, ${mb(one.peakBytes)} MB after issuing a plan
(rendered twice, numbered, kept, completed), ${mb(many.peakBytes)} MB after issuing ${plans - 1}.

## verify

${verifyMs.toFixed(1)} ms of the processor for a document with its chain, its row, its frozen blob and its file (${plans} issued plans).
`;
  return { text, isMet: checks.every(([, isMet]) => isMet) };
}

function machine(): string {
  const { model = 'unknown' } = cpus()[0] ?? {};
  const day = new Date().toISOString().slice(0, 10);
  return `Node ${process.version}, ${cpus().length} × ${model}, ${day}; load over 1 minute: ${(loadavg()[0] ?? 0).toFixed(1)}.`;
}
