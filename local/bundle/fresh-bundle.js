// @ts-check
// Plain JavaScript for the entry: it says which bundle a start may load, before anything has to be compiled.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');

/** Files and folders that a bundle is made of. */
const SOURCES = ['functions', 'local', 'templates', 'package.json', 'package-lock.json'];

/** Folder of all bundles; git ignores it. */
export const BUNDLES = join(ROOT, 'build/server');

/** Names the bundle of the sources as they stand: by the path, size and time of each file. */
export function bundleName(root = ROOT) {
  const hash = createHash('sha256');
  for (const source of SOURCES) {
    for (const file of filesOf(join(root, source))) {
      const { size, mtimeMs } = statSync(file);
      hash.update(`${file.slice(root.length)} ${size} ${mtimeMs}\n`);
    }
  }
  return hash.digest('hex').slice(0, 16);
}

/** Path of the program to run: the bundle of the sources as they stand, or the sources where there is none. */
export function programPath() {
  const bundled = join(BUNDLES, bundleName(), 'banhanh.js');
  return existsSync(bundled) ? bundled : join(ROOT, 'local/banhanh.ts');
}

/** @param {string} path */
function filesOf(path) {
  if (statSync(path).isFile()) return [path];
  const entries = readdirSync(path, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
