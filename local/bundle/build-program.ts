import { existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { withFileLock } from '../data-directory/file-lock.ts';
import { BUNDLES, bundleName } from './fresh-bundle.js';
import { runScript } from './run-script.ts';

/** Milliseconds that another process may take to build. */
const WAIT_FOR_OTHERS_MS = 120_000;

const FAILED = 'Không gói được chương trình:';

/** Bundles the program for the next start where its sources have changed. Throws `OperatorError` with what the bundler said. */
export async function buildProgram(): Promise<void> {
  const isFresh = () => existsSync(join(BUNDLES, bundleName(), 'banhanh.js'));
  if (isFresh()) return;
  await mkdir(dirname(BUNDLES), { recursive: true });
  const build = async () => {
    if (isFresh()) return;
    await runScript(FAILED, 'functions/render/write-build.ts');
    await runScript(FAILED, 'local/bundle/write-bundle.ts');
  };
  await withFileLock(BUNDLES, build, WAIT_FOR_OTHERS_MS);
}
