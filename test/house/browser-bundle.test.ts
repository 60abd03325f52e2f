import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import vm from 'node:vm';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { deflatePart } from '#package/deflate.ts';
import { layParts, zipBytes } from '#package/write-zip.ts';

const root = join(import.meta.dirname, '../..');

/** Rooms, and parts of rooms, that the page takes into the browser as they are. */
const PORTABLE = [
  'functions/base/*.ts',
  'functions/document/**',
  'functions/localise/merge/**',
  'functions/package/open-bounded-zip.ts',
  'functions/read/**',
  'functions/check/**',
  'functions/intake/**',
];

/** Bundles files for a browser, without an alias; a `node:` import fails the build. */
async function bundle(contents: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    platform: 'browser',
    target: 'es2024',
    format: 'iife',
    globalName: 'rooms',
    write: false,
    logLevel: 'silent',
  });
  return outputFiles.map(({ text }) => text).join('');
}

/** A context that has of Node nothing but what browsers have too. */
const browserLike = () =>
  vm.createContext({ TextDecoder, TextEncoder, URL, structuredClone, Uint8Array, ArrayBuffer, Uint32Array });

test('the rooms that the page uses are bundled for a browser, and load there', async () => {
  const files = execFileSync('git', ['ls-files', '--', ...PORTABLE.map((path) => `:(glob)${path}`)], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\n')
    .filter((file) => file.endsWith('.ts'));
  expect(files.length).toBeGreaterThan(60);
  const code = await bundle(files.map((file, index) => `export * as room${index} from './${file}';`).join('\n'));
  const loaded = vm.runInContext(`${code}; Object.keys(rooms).length`, browserLike());
  expect(loaded).toBe(files.length);
});

test('a zip is read there as in Node, within the same bounds', async () => {
  const code = await bundle("export { openBoundedZip } from './functions/package/open-bounded-zip.ts';");
  const zip = zipBytes(layParts([]), [deflatePart('a.txt', 'Kế hoạch '.repeat(100))]);
  const context = browserLike();
  Object.assign(context, { zip });
  const run = (maxInflatedBytes: number) =>
    vm.runInContext(
      `${code}; (() => {
        const opened = rooms.openBoundedZip(zip, { maxBytes: 10000, maxEntries: 5, maxInflatedBytes: ${maxInflatedBytes} });
        let text = '';
        const decoder = new TextDecoder();
        try { opened.read('a.txt', (piece) => { text += decoder.decode(piece, { stream: true }); }); }
        catch (error) { return error.code; }
        return text;
      })()`,
      context,
    );
  expect(run(10_000)).toBe('Kế hoạch '.repeat(100));
  expect(run(100)).toBe('inflates-too-much');
});

test('a room that needs Node does not get through', async () => {
  await expect(bundle("export * from './functions/base/node/hash.ts';")).rejects.toThrow('node:crypto');
});
