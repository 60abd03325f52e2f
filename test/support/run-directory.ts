import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Path of a directory that all tests of one run share; it ends with the run. */
    readonly runDirectory: string;
  }
}

const directory = mkdtempSync(join(tmpdir(), 'banhanh-run-'));

/** Tells the tests of a run which directory they share. */
export function setup({ provide }: TestProject): void {
  provide('runDirectory', directory);
}

/** Ends the directory with the run. */
export async function teardown(): Promise<void> {
  await rm(directory, { recursive: true, force: true });
}
