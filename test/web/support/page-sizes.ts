import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Scripts that the built page loads at once, following static imports alone; paths within its folder. */
export function firstScripts(dir: string): string[] {
  const read = (file: string) => readFileSync(join(dir, file), 'utf8');
  const scripts = new Set<string>();
  const follow = (file: string) => {
    if (scripts.has(file)) return;
    scripts.add(file);
    for (const [, name = ''] of read(file).matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) follow(`assets/${name}`);
  };
  for (const [, file = ''] of read('index.html').matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)) follow(file);
  return [...scripts];
}

/** Kilobytes of files packed as a server sends them, together. */
export function packedKilobytes(dir: string, files: readonly string[]): number {
  const sizes = files.map((file) => gzipSync(readFileSync(join(dir, file)), { level: 9 }).length);
  return sizes.reduce((sum, size) => sum + size, 0) / 1000;
}

/** All files of the built page's assets with an ending. */
export function assets(dir: string, ending: string): string[] {
  return readdirSync(join(dir, 'assets'))
    .filter((name) => name.endsWith(ending))
    .map((name) => `assets/${name}`);
}
