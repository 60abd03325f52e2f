import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { access, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ROOT, runScript } from '../bundle/run-script.ts';
import { syncTree } from '../bundle/sync-tree.ts';
import { withFileLock } from '../data-directory/file-lock.ts';

/** Path of the built page. */
export const PAGE_DIR = join(ROOT, 'web/dist');

/** Milliseconds that another process may take to build. */
const WAIT_FOR_OTHERS_MS = 120_000;

const FAILED = 'Không dựng được trang (npm run build:web):';

/** Names the inputs of the last build, by their hash. */
const MARK = join(PAGE_DIR, '.inputs');

/** Sizes and times of the inputs of the last build: where these stand, nothing has to be read. */
const STAMP = join(PAGE_DIR, '.stamp');

/** Sources of the page: its own files, and the rooms and templates that it takes as they are. */
const INPUTS = [
  'web/src',
  'web/public',
  'web/index.html',
  'web/plugins',
  'web/room-alias.ts',
  'web/vite.config.ts',
  'web/package.json',
  'package-lock.json',
  'templates',
  ...['base', 'document', 'package', 'localise', 'render', 'read', 'check', 'intake', 'present'].map(
    (room) => `functions/${room}`,
  ),
];

/**
 * Builds the page where its inputs have changed since the last build; processes at once wait for each other.
 * `onBuild` is told before it begins. Throws `OperatorError` with what the build said.
 */
export async function buildPage(onBuild: () => void): Promise<string> {
  const stamp = await stampOf(INPUTS);
  if ((await readFile(STAMP, 'utf8').catch(() => null)) === stamp) return PAGE_DIR;
  const inputs = await hashOf(INPUTS);
  if ((await builtFrom()) === inputs) {
    await writeFile(STAMP, stamp).catch(() => undefined);
    return PAGE_DIR;
  }
  await mkdir(join(ROOT, 'build'), { recursive: true });
  const build = async () => {
    if ((await builtFrom()) === inputs) return;
    onBuild();
    await runScript(FAILED, 'functions/render/write-build.ts');
    await runScript(FAILED, 'node_modules/vite/bin/vite.js', 'build', join(ROOT, 'web'), '--logLevel', 'warn');
    await syncTree(PAGE_DIR);
    await writeFile(MARK, inputs);
    await writeFile(STAMP, stamp);
  };
  await withFileLock(join(ROOT, 'build/page'), build, WAIT_FOR_OTHERS_MS);
  return PAGE_DIR;
}

function builtFrom(): Promise<string | null> {
  return readFile(MARK, 'utf8').catch(() => null);
}

async function stampOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(paths.map((path) => filesOf(join(ROOT, path))))).flat();
  for (const file of files) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${file} ${size} ${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of await filesOf(join(ROOT, path))) {
      hash.update(`${file.slice(ROOT.length)}\0`).update(await readFile(file));
    }
  }
  return hash.digest('hex');
}

async function filesOf(path: string): Promise<string[]> {
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) return [];
  const entries = await readdir(path, { recursive: true, withFileTypes: true }).catch(() => null);
  if (!entries) return [path];
  const isInput = (file: string) => !file.includes('generated');
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isInput)
    .sort();
}
