import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { build, type Plugin } from 'esbuild';
import { nodeBundle, withoutZodLocales } from '#base/node/node-bundle.ts';
import { BUNDLES, bundleName } from './fresh-bundle.js';
import { syncTree } from './sync-tree.ts';

// A process of its own: the bundler is loaded only where the sources have changed.

const ROOT = join(import.meta.dirname, '../..');

/** A server that runs loads parts of its own bundle later, so that those before the newest stay for a while. */
const KEPT = 3;

const ENTRIES = {
  banhanh: 'local/banhanh.ts',
  'heavy-thread': 'local/heavy/heavy-thread.ts',
  'writer-thread': 'functions/register/table/sqlite/writer-thread.ts',
};

/** A module that asks where it stands is told the place of its source; a thread is the bundled one. */
const placesOfSources: Plugin = {
  name: 'places-of-sources',
  setup({ onLoad }) {
    onLoad({ filter: /[\\/](?:local|functions)[\\/].*\.[jt]s$/ }, async ({ path }) => {
      if (path.includes(`${sep}node_modules${sep}`)) return undefined;
      const text = await readFile(path, 'utf8');
      return text.includes('import.meta.') ? { contents: placed(text, path), loader: 'ts' } : undefined;
    });
  },
};

function placed(text: string, path: string): string {
  const source = relative(join(BUNDLES, 'name'), path).split(sep).join('/');
  const url = `new URL(${JSON.stringify(source)}, import.meta.url)`;
  const ownPlace = text
    .replace(/import\.meta\.(?!dirname\b|url\b)\w+/, (use) => {
      throw new Error(`${path}: ${use} has no meaning in a bundle`);
    })
    .replace(/new URL\('\.\/([\w-]+-thread)\.ts', import\.meta\.url\)/g, "new URL('./$1.js', BUNDLE_URL)")
    .replaceAll('import.meta.dirname', 'SOURCE_DIR')
    .replaceAll('import.meta.url', 'SOURCE_URL')
    .replaceAll('BUNDLE_URL', 'import.meta.url');
  const named = [
    "import { fileURLToPath as pathOfUrl } from 'node:url';",
    `const SOURCE_URL = ${url}.href;`,
    "const SOURCE_DIR = pathOfUrl(new URL('.', SOURCE_URL));",
  ];
  return `${named.join(' ')} ${ownPlace}`;
}

async function writeBundle(): Promise<void> {
  const name = bundleName();
  const whole = join(BUNDLES, name);
  if (existsSync(whole)) return;
  const outdir = `${whole}.${process.pid}`;
  await build({
    ...nodeBundle(),
    absWorkingDir: ROOT,
    entryPoints: ENTRIES,
    outdir,
    chunkNames: '[name]-[hash]',
    plugins: [withoutZodLocales, placesOfSources],
  });
  // A bundle that has its name is run at every start: a loss of power may not leave an empty one.
  await syncTree(outdir);
  // Sources that changed meanwhile make another bundle.
  if (bundleName() === name && !existsSync(whole)) await rename(outdir, whole);
  else await rm(outdir, { recursive: true });
}

async function removeOldest(): Promise<void> {
  const names = await readdir(BUNDLES);
  const dated = names.map(async (name) => ({ name, at: (await stat(join(BUNDLES, name))).mtimeMs }));
  const newestFirst = (await Promise.all(dated)).sort((a, b) => b.at - a.at);
  for (const { name } of newestFirst.slice(KEPT)) await rm(join(BUNDLES, name), { recursive: true, force: true });
}

await mkdir(dirname(BUNDLES), { recursive: true });
await writeBundle();
await removeOldest();
