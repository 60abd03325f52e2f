import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { buildPage } from '../../local/page/build-page.ts';
import { editorScripts, firstScripts, packedKilobytes } from './support/page-sizes.ts';

const MAX_SCRIPT_KB = 250;
const MAX_EDITOR_KB = 160;

let dir: string;
beforeAll(async () => {
  dir = await buildPage(() => undefined);
});

const read = (file: string) => readFileSync(join(dir, file), 'utf8');
test(`loads at most ${MAX_SCRIPT_KB} kB of script before editor and preview, packed`, () => {
  const scripts = firstScripts(dir);
  expect(scripts.length).toBeGreaterThan(0);
  expect(packedKilobytes(dir, scripts)).toBeLessThan(MAX_SCRIPT_KB);
});

test(`loads at most ${MAX_EDITOR_KB} kB of script for editor and preview, packed`, () => {
  const scripts = editorScripts(dir);
  expect(scripts.some((file) => file.includes('page-preview'))).toBe(true);
  expect(packedKilobytes(dir, scripts)).toBeLessThan(MAX_EDITOR_KB);
});

test('names no other origin, and has no script or style in its HTML', () => {
  expect(read('index.html')).not.toMatch(/<style|style=|<script(?![^>]*src=)|https?:/);
  const [, styles = ''] = /href="\/(assets\/[^"]+\.css)"/.exec(read('index.html')) ?? [];
  expect(read(styles)).not.toMatch(/url\(["']?https?:/);
});
