import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';

/** Bits of a mode that let others than the owner read or write. */
const OTHERS = 0o077;

/** Names in a data directory, and itself, that others than its owner may read. Windows has no such modes: none there. */
export async function exposedFiles(dir: string): Promise<string[]> {
  if (process.platform === 'win32') return [];
  const loose: string[] = [];
  for (const name of ['.', ...(await readdir(dir))]) {
    const { mode } = await stat(join(dir, name));
    if ((mode & OTHERS) !== 0) loose.push(name);
  }
  // Nobody comes to what is in a directory that is closed to others.
  return loose.includes('.') ? loose.filter((name) => name !== '.') : [];
}
