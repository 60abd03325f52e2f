import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { checkDocument } from '#document/checking/check-document.ts';
import { examples, organs } from '../document/scene.ts';

const root = join(import.meta.dirname, '../..');
let outDir: string;
let inThePage: { readonly checkDocument: typeof checkDocument };

beforeAll(async () => {
  mkdirSync(join(root, 'out'), { recursive: true });
  outDir = mkdtempSync(join(root, 'out/rooms-'));
  const entry = join(outDir, 'entry.ts');
  writeFileSync(entry, `export { checkDocument } from '#document/checking/check-document.ts';\n`);
  await build({
    configFile: join(root, 'web/vite.config.ts'),
    logLevel: 'silent',
    build: { outDir: join(outDir, 'dist'), lib: { entry, formats: ['es'], fileName: 'rooms' } },
  });
  inThePage = (await import(pathToFileURL(join(outDir, 'dist/rooms.js')).href)) as typeof inThePage;
});
afterAll(() => rmSync(outDir, { recursive: true }));

test.each(examples)('the page checks $name as the server does', ({ data, on }) => {
  const options = { profiles: organs, on };
  expect(inThePage.checkDocument(data, options)).toEqual(checkDocument(data, options));
});
