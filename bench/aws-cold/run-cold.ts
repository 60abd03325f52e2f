import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';

const took = z.object({ ms: z.number(), cpuMs: z.number() });
const cold = z.object({
  imported: took,
  answered: z.array(took.extend({ statusCode: z.number().nullable() })),
  peakBytes: z.number(),
});

/** Cost of a fresh process of a bundle: milliseconds of clock and processor, peak of resident memory. */
export type Cold = z.infer<typeof cold>;

/** Starts a bundle in a fresh process, as Lambda does, and gives it events one after the other. */
export async function runCold(bundle: string, env: Record<string, string>, events: readonly unknown[]): Promise<Cold> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-cold-'));
  const path = join(dir, 'events.json');
  await writeFile(path, JSON.stringify(events));
  const child = fork(join(import.meta.dirname, 'cold-child.ts'), [bundle, path], {
    env,
    execArgv: ['--enable-source-maps'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  let message: unknown;
  child.on('message', (told) => {
    message = told;
  });
  await once(child, 'close');
  await rm(dir, { recursive: true });
  return cold.parse(message);
}

/** The one in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
