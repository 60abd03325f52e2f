import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { build, type Metafile } from 'esbuild';

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

/** Paths of the written bundles. */
export const BUNDLES = { render: path('build/render.mjs'), firstDocument: path('build/first-document.mjs') } as const;

/** Bundles the render room as Lambda takes it: templates and shell prebuilt, without compiler and docx. */
export async function bundleRender(): Promise<Metafile> {
  execFileSync(process.execPath, [path('functions/render/write-build.ts')]);
  const result = await build({
    entryPoints: { render: path('functions/render/render.ts'), 'first-document': path('bench/first-document.ts') },
    outdir: path('build'),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    minify: true,
    platform: 'node',
    target: 'node24',
    format: 'esm',
    conditions: ['bundled', 'module'],
    metafile: true,
    logLevel: 'silent',
  });
  return result.metafile;
}
