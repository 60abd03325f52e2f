import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { SourceMap } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Metafile } from 'esbuild';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleFunctions, functionEntries } from '#infra/bundle.ts';

const names = Object.keys(functionEntries);
let outDir: string;
let inputs: Map<string, string[]>;

beforeAll(async () => {
  outDir = await mkdtemp(join(tmpdir(), 'banhanh-bundles-'));
  inputs = inputsOf(await bundleFunctions(outDir));
});
afterAll(() => rm(outDir, { recursive: true, force: true }));

const textOf = (name: string, file = 'index.mjs') => readFile(join(outDir, name, file), 'utf8');

test('there is one for every function, and nothing else', async () => {
  expect((await readdir(outDir)).sort()).toEqual([...names].sort());
});

test('that of the API is smaller than 2.4 MB', async () => {
  expect((await readFile(join(outDir, 'api/index.mjs'))).length).toBeLessThan(2_400_000);
});

describe.each(names)('the bundle of %s', (name) => {
  test('exports its handler and asks for nothing that is not in it or in Node', async () => {
    const text = await textOf(name);
    expect(text).toMatch(/export\s*\{[^}]*\bas handler\b[^}]*\}/);
    const asked = [...text.matchAll(/^import\b[^;]*?from\s*["']([^"']+)["']/gm)].map(([, from]) => from);
    expect(asked.filter((from) => !from?.startsWith('node:') && !BUILTINS.has(from ?? ''))).toEqual([]);
  });

  test('holds neither the compiler of Handlebars, nor docx, nor the words of zod', () => {
    const strangers =
      /handlebars\/(dist\/cjs|lib)\/handlebars\/compiler|node_modules\/(docx|jszip)\/|zod\/v4\/locales\/(?!(en|index)\.)\w+\.js/;
    expect(inputs.get(name)?.filter((path) => strangers.test(path))).toEqual([]);
  });

  test('holds no test, no command line, no infrastructure and no path of the machine that made it', async () => {
    expect(inputs.get(name)?.filter((path) => /^(test|local|infra|bench)\//.test(path))).toEqual([]);
    expect(await textOf(name)).not.toContain(process.cwd());
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
  const again = await mkdtemp(join(tmpdir(), 'banhanh-bundles-'));
  await bundleFunctions(again);
  for (const name of names)
    expect(await readFile(join(again, name, 'index.mjs'), 'utf8'), name).toBe(await textOf(name));
  await rm(again, { recursive: true });
});

/** Node's own modules by the names that older libraries call them. */
const BUILTINS: ReadonlySet<string> = new Set(process.getBuiltinModule('node:module').builtinModules);

function inputsOf({ outputs }: Metafile): Map<string, string[]> {
  const bundles = Object.entries(outputs).filter(([path]) => path.endsWith('/index.mjs'));
  return new Map(bundles.map(([path, output]) => [path.split('/').at(-2) ?? '', Object.keys(output.inputs)]));
}
