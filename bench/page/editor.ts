import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright-core';
import { buildPage, PAGE_DIR } from '../../local/page/build-page.ts';
import { examples, organs } from '../../test/document/scene.ts';
import { openBrowser } from '../../test/support/browser.ts';
import { serveBundle } from '../../test/web/support/bundle.ts';
import { editorScripts, packedKilobytes } from '../../test/web/support/page-sizes.ts';

// What the editor and the preview take in Chromium (issue 16): a key, a redraw, their size.

const KEYS = 50;
const REDRAWS = 15;
const browser = await openBrowser();
const missed: string[] = [];

function tell(what: string, value: number, unit: string, limit: number | null): void {
  const isMissed = limit !== null && value > limit;
  if (isMissed) missed.push(what);
  const bound = limit === null ? '' : ` (limit ${limit}${isMissed ? ', MISSED' : ''})`;
  console.log(`${what}: ${value.toFixed(1)} ${unit}${bound}`);
}

/** A page with a bundle's probe. */
async function open(name: 'editor' | 'preview') {
  const bundle = await serveBundle(name);
  const { page } = await browser.open({ width: 1200, height: 900 });
  await page.goto(bundle.url);
  await page.waitForFunction(() => 'probe' in globalThis);
  return { bundle, page };
}

/** Calls a probe; those that measure answer milliseconds. */
const call = async (page: Page, method: string, ...args: readonly unknown[]): Promise<number> =>
  Number(await page.evaluate(`probe.${method}(...${JSON.stringify(args)})`));

const parts = (count: number) => ({
  schema: 'KeHoach@1',
  body: Array.from({ length: count / 10 }, (_, i) => ({
    level: 'clause',
    title: `Nhiệm vụ ${i}`,
    children: Array.from({ length: 9 }, (_, k) => ({
      level: 'point',
      text: `Nội dung ${k} của nhiệm vụ ${i}, giao các đơn vị.`,
    })),
  })),
});

await buildPage(() => undefined);
const editor = await open('editor');
for (const [count, limit] of [
  [300, 16],
  [2_000, 50],
] as const) {
  await call(editor.page, 'open', parts(count));
  await call(editor.page, 'caret', 'Nội dung 4');
  tell(`a key at ${count} parts, median`, await call(editor.page, 'keyMs', KEYS), 'ms', limit);
}
await call(editor.page, 'openRows', 20_000);
tell('a key in a grid of 20,000 rows, median', await call(editor.page, 'gridKeyMs', KEYS), 'ms', 16);
tell(
  'all of editor and preview in one file, gzip -9',
  gzipSync(editor.bundle.script, { level: 9 }).length / 1000,
  'kB',
  null,
);
tell('what opening a draft loads, packed', packedKilobytes(PAGE_DIR, editorScripts(PAGE_DIR)), 'kB', 160);
editor.bundle.close();

const preview = await open('preview');
const ward = examples.find(({ name }) => name === 'ke-hoach-phuong-2026');
if (!ward) throw new Error('no example');
// Parts that stand in a document more than once may not have the same id.
const body: unknown[] = JSON.parse(
  JSON.stringify(ward.data['body'], (key, value) => (key === 'id' ? undefined : value)),
);
const input = (data: unknown) => ({
  data,
  profiles: organs,
  issuance: { number: 35, issuedDate: ward.on },
  on: ward.on,
});
for (const [name, times, limit] of [
  ['the nine-page plan', 1, 50],
  ['about 60 pages', 7, 200],
] as const) {
  const data = { ...ward.data, body: Array.from({ length: times }, () => body).flat() };
  await call(preview.page, 'show', input(data));
  tell(`a redraw of ${name}, median`, await call(preview.page, 'redraw', input(data), REDRAWS), 'ms', limit);
}
preview.bundle.close();

await browser.close();
if (missed.length > 0) process.exitCode = 1;
