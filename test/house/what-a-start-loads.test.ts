import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** Packages that a file brings into its thread when it is loaded, but for what is loaded when it is asked for. */
async function packagesOf(entry: string): Promise<string[]> {
  const { metafile } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    outdir: 'unused',
    write: false,
    metafile: true,
    logLevel: 'silent',
    absWorkingDir: root,
  });
  const loaded = new Set<string>();
  const visit = (path: string) => {
    const output = metafile.outputs[path];
    if (!output) return;
    for (const input of Object.keys(output.inputs)) loaded.add(input);
    for (const one of output.imports) if (one.kind === 'import-statement') visit(one.path);
  };
  visit(Object.keys(metafile.outputs).find((path) => metafile.outputs[path]?.entryPoint === entry) ?? '');
  const names = [...loaded].map((file) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1]);
  return [...new Set(names)].filter((name) => name !== undefined).sort();
}

test('the thread that writes the register loads no package', async () => {
  expect(await packagesOf('functions/register/table/sqlite/writer-thread.ts')).toEqual([]);
});

test('a server that nobody asks has loaded what answers, and neither lays out, packs nor talks to AWS', async () => {
  const loaded = await packagesOf('local/commands/serve-command.ts');
  expect(loaded).toContain('hono');
  const heavy = [
    'docx',
    'handlebars',
    'fflate',
    'saxes',
    'numfmt',
    '@cantoo/pdf-lib',
    '@peculiar/x509',
    'write-excel-file',
  ];
  expect(loaded.filter((name) => heavy.includes(name) || name.startsWith('@aws'))).toEqual([]);
});

test('the entry is plain JavaScript that turns the compile cache on before it loads anything', async () => {
  const { metafile } = await build({
    entryPoints: [join(root, 'local/banhanh.js')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    splitting: true,
    outdir: 'unused',
    write: false,
    metafile: true,
    logLevel: 'silent',
    absWorkingDir: root,
  });
  const [entry] = Object.values(metafile.outputs).filter(({ entryPoint }) => entryPoint === 'local/banhanh.js');
  expect(Object.keys(entry?.inputs ?? {}).sort()).toEqual(['local/banhanh.js', 'local/bundle/fresh-bundle.js']);
});
