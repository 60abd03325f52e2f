import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Metafile } from 'esbuild';
import { inject } from 'vitest';
import { bundleFunctions } from '#infra/bundle.ts';

/** Path of the functions' bundles: whichever test file of a run asks first makes them, the others wait. */
export async function sharedBundles(): Promise<string> {
  const bundles = join(inject('runDirectory'), 'functions');
  // "Not recursive" tells the first from the others.
  const isFirst = await mkdir(bundles).then(
    () => true,
    () => false,
  );
  if (isFirst) await make(bundles);
  while (!existsSync(metafilesOf(bundles))) await setTimeout(100);
  return bundles;
}

/** Inputs and outputs of the shared bundles, as esbuild tells them, by function. */
export async function sharedMetafiles(): Promise<Readonly<Record<string, Metafile>>> {
  return JSON.parse(await readFile(metafilesOf(await sharedBundles()), 'utf8'));
}

const metafilesOf = (bundles: string) => `${bundles}.json`;

/** The others go on where it failed, too: their tests say what they lack. */
async function make(bundles: string): Promise<void> {
  let made = {};
  try {
    made = await bundleFunctions(bundles);
  } finally {
    await writeFile(`${bundles}.part`, JSON.stringify(made));
    await rename(`${bundles}.part`, metafilesOf(bundles));
  }
}
