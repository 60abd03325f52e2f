import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { BUNDLES } from './bundle.ts';
import type { Engine, Subject } from './engines/engine.ts';
import { type Contender, median } from './measure.ts';

// What is measured in processes of their own: engines against each other, each with its own heap, and first documents.

const slot = z.object({ ms: z.number(), bytes: z.number(), peakBytes: z.number() });

/** An engine in a process of its own. */
export interface EngineProcess extends Contender {
  /** Peak resident memory so far. */
  readonly peakBytes: () => number;
  readonly end: () => void;
}

/** Starts an engine in a process of its own, ready to write a document. */
export async function startEngine(engine: Engine, subject: Subject): Promise<EngineProcess> {
  const folder = mkdtempSync(join(tmpdir(), 'banhanh-bench-'));
  const path = join(folder, 'packed');
  writeFileSync(path, engine.pack(subject));
  const child = await startChild(engine.name, 'engine-child.ts', [engine.name, path]);
  rmSync(folder, { recursive: true });
  return child;
}

/** Starts a script of this folder that writes as many documents as each message says. */
export async function startChild(name: string, script: string, args: readonly string[]): Promise<EngineProcess> {
  const child = fork(fileURLToPath(new URL(script, import.meta.url)), args);
  await once(child, 'message');
  let peakBytes = 0;
  return {
    name,
    run: async (documents) => {
      const answer = once(child, 'message');
      child.send(documents);
      const [message] = await answer;
      const took = slot.parse(message);
      peakBytes = took.peakBytes;
      return took;
    },
    peakBytes: () => peakBytes,
    end: () => child.kill(),
  };
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
  const folder = mkdtempSync(join(tmpdir(), 'banhanh-bench-'));
  try {
    const path = join(folder, 'input.json');
    writeFileSync(path, JSON.stringify(input));
    const args = [BUNDLES.firstDocument, BUNDLES.render, path];
    return firstDocument.parse(JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Median over fresh processes. */
export function timeFirstDocument(input: Subject['input']): { readonly importMs: number; readonly totalMs: number } {
  const runs = Array.from({ length: FRESH_PROCESSES }, () => renderFirst(input));
  return { importMs: median(runs.map((r) => r.importMs)), totalMs: median(runs.map((r) => r.totalMs)) };
}
