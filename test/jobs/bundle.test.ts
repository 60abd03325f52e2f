import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { beforeAll, describe, expect, test } from 'vitest';
import { bundleFunctions, functionEntries } from '#infra/bundle.ts';
import { sharedBundles, sharedMetafiles } from './support/shared-bundles.ts';

const names = Object.keys(functionEntries);
let outDir: string;
let made: Readonly<Record<string, Metafile>>;

beforeAll(async () => {
  outDir = await sharedBundles();
  made = await sharedMetafiles();
});

const textOf = (name: string, file = 'index.mjs') => readFile(join(outDir, name, file), 'utf8');

test('there is one for every function, and nothing else', async () => {
  expect((await readdir(outDir)).sort()).toEqual([...names].sort());
});

test('that of the API reads less than 2 MB at a cold start', () => {
  const read = filesAtStart('api').map((path) => made['api']!.outputs[path]!.bytes);
  expect(read.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(2_000_000);
});

describe.each(names)('the bundle of %s', (name) => {
  test('exports its handler and asks for nothing that is not in it or in Node', async () => {
    expect(await textOf(name)).toMatch(/export\s*\{[^}]*\bas handler\b[^}]*\}/);
    const files = new Set((await scriptsOf(name)).map((file) => join(outDir, name, file)));
    for (const file of files) {
      const text = await readFile(file, 'utf8');
      const asked = [...text.matchAll(/(?:^|;)import\b[^;"']*?(?:from)?\s*["']([^"']+)["']/gm)].map(
        ([, from = '']) => from,
      );
      const isThere = (from: string) =>
        from.startsWith('node:') || BUILTINS.has(from) || files.has(join(file, '..', from));
      expect(asked.filter((from) => !isThere(from))).toEqual([]);
    }
  });

  test('holds neither the compiler of Handlebars, nor docx, nor the words of zod', () => {
    const strangers =
      /handlebars\/(dist\/cjs|lib)\/handlebars\/compiler|node_modules\/(docx|jszip)\/|zod\/v4\/locales\/(?!(en|index)\.)\w+\.js/;
    expect(inputsOf(name).filter((path) => strangers.test(path))).toEqual([]);
  });

  test('holds no test, no command line, no infrastructure and no path of the machine that made it', async () => {
    expect(inputsOf(name).filter((path) => /^(test|local|infra|bench)\//.test(path))).toEqual([]);
    for (const file of await scriptsOf(name)) expect(await textOf(name, file)).not.toContain(process.cwd());
  });

  test('has a map beside it that leads to our sources and does not hold them', async () => {
    const map = JSON.parse(await textOf(name, 'index.mjs.map')) as ConstructorParameters<typeof SourceMap>[0];
    expect(map.sourcesContent ?? []).toEqual([]);
    expect(await textOf(name)).toMatch(/\/\/# sourceMappingURL=index\.mjs\.map\s*$/);
    const entry = functionEntries[name as keyof typeof functionEntries];
    expect(map.sources.some((source) => source.endsWith(entry))).toBe(true);
    expect(new SourceMap(map).payload.version).toBe(3);
  });
});

test('the same sources give the same bytes', async () => {
  // Maps name the sources by the way from where they lie.
  const again = await mkdtemp(join(outDir, '../again-'));
  await bundleFunctions(again);
  for (const name of names) {
    for (const file of await scriptsOf(name))
      expect(await readFile(join(again, name, file), 'utf8'), `${name} ${file}`).toBe(await textOf(name, file));
  }
  await rm(again, { recursive: true });
});

/** Node's own modules by the names that older libraries call them. */
const BUILTINS: ReadonlySet<string> = new Set(process.getBuiltinModule('node:module').builtinModules);

/** Every script of a function: what a cold start reads, and what is imported when it is asked for. */
async function scriptsOf(name: string): Promise<string[]> {
  const files = await readdir(join(outDir, name), { recursive: true });
  return files.filter((file) => file.endsWith('.mjs'));
}

/** The outputs that loading the handler loads, by their paths in the metafile. */
function filesAtStart(name: string): string[] {
  const { outputs } = made[name]!;
  const seen = new Set<string>();
  const follow = (path: string): void => {
    if (seen.has(path) || !outputs[path]) return;
    seen.add(path);
    for (const { kind, path: next } of outputs[path].imports) if (kind === 'import-statement') follow(next);
  };
  for (const path of Object.keys(outputs)) if (path.endsWith(`/${name}/index.mjs`)) follow(path);
  return [...seen];
}

/** Sources of a function, in whichever file. */
function inputsOf(name: string): string[] {
  return Object.values(made[name]!.outputs).flatMap((output) => Object.keys(output.inputs));
}
