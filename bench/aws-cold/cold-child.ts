import { readFileSync } from 'node:fs';
import { z } from 'zod';

// A fresh process of one bundled function: `node cold-child.ts <index.mjs> <events.json>`. Tells what importing it and answering
// each event took. It imports zod beside the bundle's own, which is measured before anything else is.

const [, , bundlePath = '', eventsPath = ''] = process.argv;
const events = z.array(z.unknown()).parse(JSON.parse(readFileSync(eventsPath, 'utf8')));

/** Exports of the bundle. */
interface Bundle {
  readonly handler: (event: unknown, context: object) => Promise<unknown>;
}

const cpuMs = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};
const before = { ms: performance.now(), cpuMs: cpuMs() };
const { handler }: Bundle = await import(bundlePath);
const imported = { ms: performance.now() - before.ms, cpuMs: cpuMs() - before.cpuMs };
const answered: { readonly ms: number; readonly cpuMs: number; readonly statusCode: number | null }[] = [];
for (const event of events) {
  const asked = { ms: performance.now(), cpuMs: cpuMs() };
  const answer = await handler(event, { awsRequestId: 'cold', getRemainingTimeInMillis: () => 840_000 });
  const { statusCode } = z.looseObject({ statusCode: z.number().nullable().default(null) }).parse(answer);
  answered.push({ ms: performance.now() - asked.ms, cpuMs: cpuMs() - asked.cpuMs, statusCode });
}
const peakBytes = process.resourceUsage().maxRSS * 1024;
process.send?.({ imported, answered, peakBytes }, () => process.exit(0));
