import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { inject } from 'vitest';
import { bundleFunctions } from '#infra/bundle.ts';

/** Path of the functions' bundles: whichever test file of a run asks first makes them, the others wait. */
export async function sharedBundles(): Promise<string> {
  const bundles = join(inject('runDirectory'), 'functions');
  const done = `${bundles}.done`;
  // "Not recursive" tells the first from the others.
  const isFirst = await mkdir(bundles).then(
    () => true,
    () => false,
  );
  if (isFirst) await bundleFunctions(bundles).finally(() => writeFile(done, ''));
  while (!existsSync(done)) await setTimeout(100);
  return bundles;
}
