import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../local/page/build-page.ts';

const MAX_SCRIPT_KB = 250;

let dir: string;
beforeAll(async () => {
  dir = await buildPage(() => undefined);
});

const read = (file: string) => readFileSync(join(dir, file), 'utf8');
/** Scripts that the page loads at once, following static imports alone. */
function firstScripts(): string[] {
  const scripts = new Set<string>();
  const follow = (file: string) => {
    if (scripts.has(file)) return;
    scripts.add(file);
    for (const [, name = ''] of read(file).matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) follow(`assets/${name}`);
  };
  for (const [, file = ''] of read('index.html').matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)) follow(file);
  return [...scripts];
}

test(`loads at most ${MAX_SCRIPT_KB} kB of script before editor and preview, packed`, () => {
  const scripts = firstScripts();
  expect(scripts.length).toBeGreaterThan(0);
  const kilobytes = scripts.reduce((sum, file) => sum + gzipSync(read(file), { level: 9 }).length, 0) / 1000;
  expect(kilobytes).toBeLessThan(MAX_SCRIPT_KB);
});

test('names no other origin, and has no script or style in its HTML', () => {
  expect(read('index.html')).not.toMatch(/<style|style=|<script(?![^>]*src=)|https?:/);
  const [, styles = ''] = /href="\/(assets\/[^"]+\.css)"/.exec(read('index.html')) ?? [];
  expect(read(styles)).not.toMatch(/url\(["']?https?:/);
});
