import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/** Scripts that the built page loads at once, following static imports alone; paths within its folder. */
export function firstScripts(dir: string): string[] {
  const html = readFileSync(join(dir, 'index.html'), 'utf8');
  return importedFrom(
    dir,
    [...html.matchAll(/(?:src|href)="\/(assets\/[^"]+\.js)"/g)].map(([, file = '']) => file),
  );
}

/** Scripts that the page loads besides when a draft is opened: editor and preview. */
export function editorScripts(dir: string): string[] {
  const first = new Set(firstScripts(dir));
  const view = assets(dir, '.js').filter((file) => file.startsWith('assets/edit-view-'));
  return importedFrom(dir, view).filter((file) => !first.has(file));
}

function importedFrom(dir: string, files: readonly string[]): string[] {
  const scripts = new Set<string>();
  const follow = (file: string) => {
    if (scripts.has(file)) return;
    scripts.add(file);
    const code = readFileSync(join(dir, file), 'utf8');
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*"\.\/([\w-]+\.js)"/g)) follow(`assets/${name}`);
  };
  for (const file of files) follow(file);
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
