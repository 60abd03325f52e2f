import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BUNDLES } from './bundle.ts';
import type { Engine, Subject } from './engines/engine.ts';
import { median } from './measure.ts';

// What is measured in a fresh process: peak memory, and the first document.

const memory = z.object({ ms: z.number(), bytes: z.number(), peakBytes: z.number() });
/** One document, written in a process of its own. */
export type OneDocument = z.infer<typeof memory>;

/** Lets an engine write one document in a process of its own. */
export function writeOnce(engine: Engine, subject: Subject): OneDocument {
  const child = fileURLToPath(new URL('memory-child.ts', import.meta.url));
  return withFile(engine.pack(subject), (path) => memory.parse(run([child, engine.name, path])));
}

const firstDocument = z.object({
  importMs: z.number(),
  totalMs: z.number(),
  bytes: z.number(),
  peakBytes: z.number(),
});
/** The first document of a fresh process: import of the bundle, start of the process to the bytes, peak memory. */
export type FirstDocument = z.infer<typeof firstDocument>;

const FRESH_PROCESSES = 15;

/** Lets a fresh process read one document as JSON and render it by the bundle. */
export function renderFirst(input: Subject['input']): FirstDocument {
  return withFile(Buffer.from(JSON.stringify(input)), (path) =>
    firstDocument.parse(run([BUNDLES.firstDocument, BUNDLES.render, path])),
  );
}

/** Median over fresh processes. */
export function timeFirstDocument(input: Subject['input']): { importMs: number; totalMs: number } {
  const runs = Array.from({ length: FRESH_PROCESSES }, () => renderFirst(input));
  return { importMs: median(runs.map((r) => r.importMs)), totalMs: median(runs.map((r) => r.totalMs)) };
}

function run(args: string[]): unknown {
  return JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
}

function withFile<T>(bytes: Uint8Array, work: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'banhanh-bench-'));
  try {
    const path = join(folder, 'input');
    writeFileSync(path, bytes);
    return work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
