import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, type Metafile, type Plugin } from 'esbuild';
import { nodeBundle, withoutZodLocales } from '#base/node/node-bundle.ts';

const path = (relative: string) => fileURLToPath(new URL(`../${relative}`, import.meta.url));

/** Path of the bundles of a deployment; git ignores it. */
export const BUNDLES = path('build/functions');

/** Functions in Lambda, each with the file that exports its `handler`. */
export const functionEntries = {
  api: 'functions/api/main.ts',
  sweep: 'functions/jobs/sweep.ts',
  'finish-issue': 'functions/jobs/finish-issue.ts',
  'fan-out-units': 'functions/jobs/fan-out-units.ts',
  'fan-out-batch': 'functions/jobs/fan-out-batch.ts',
  verify: 'functions/jobs/verify.ts',
  'pre-token': 'functions/jobs/pre-token.ts',
  'make-pdf': 'functions/jobs/make-pdf.ts',
  tell: 'functions/jobs/tell.ts',
  heads: 'functions/jobs/heads.ts',
  reindex: 'functions/jobs/reindex.ts',
  'clear-drafts': 'functions/jobs/clear-drafts.ts',
} as const;

/** Of the PDF library its parser is used: its modules do nothing by being loaded, and nobody draws with its fonts. */
const pdfParserAlone: Plugin = {
  name: 'pdf-parser-alone',
  setup(build) {
    const isOfPdfLibrary = /@cantoo[\\/]pdf-lib/;
    build.onResolve(
      { filter: /^@cantoo\/pdf-lib$|^\./ },
      async ({ path: asked, importer, kind, resolveDir, pluginData }) => {
        const isOurs = isOfPdfLibrary.test(asked) || isOfPdfLibrary.test(importer);
        if (!isOurs || pluginData === 'resolved') return undefined;
        const found = await build.resolve(asked, { kind, importer, resolveDir, pluginData: 'resolved' });
        return { path: found.path, sideEffects: false };
      },
    );
    // The table of encodings, which loading one reads, has a small letter.
    build.onLoad({ filter: /standard-fonts[\\/][A-Z][\w-]*\.compressed\.json$/ }, () => ({
      contents: '""',
      loader: 'json',
    }));
  },
};

/**
 * Bundles every function into `<outDir>/<name>/index.mjs` with its source map beside it, the SDK included: templates and shell
 * are made first (docs/decisions/0012), so that neither Handlebars' compiler nor docx comes along. What is imported when it is asked for
 * stands in `chunks/` beside it, and a cold start does not read it. The same sources give the same bytes. Answers what esbuild put
 * into which bundle, by function.
 */
export async function bundleFunctions(outDir: string = BUNDLES): Promise<Readonly<Record<string, Metafile>>> {
  execFileSync(process.execPath, [path('functions/render/write-build.ts')]);
  const made = Object.entries(functionEntries).map(async ([name, file]) => {
    return [name, await bundleOf(path(file), join(outDir, name))] as const;
  });
  return Object.fromEntries(await Promise.all(made));
}

async function bundleOf(entry: string, outdir: string): Promise<Metafile> {
  const { metafile } = await build({
    ...nodeBundle(),
    absWorkingDir: path('.'),
    entryPoints: { index: entry },
    outdir,
    outExtension: { '.js': '.mjs' },
    chunkNames: 'chunks/[hash]',
    minify: true,
    // The comment in the bundle is what `--enable-source-maps` finds the map by.
    sourcemap: 'linked',
    sourcesContent: false,
    legalComments: 'linked',
    plugins: [withoutZodLocales, pdfParserAlone],
    metafile: true,
  });
  return metafile;
}
