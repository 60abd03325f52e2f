import { open, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cannotSync } from '#base/node/file-system.ts';
import { syncNames } from '#base/node/files.ts';

/** Makes all files below a folder durable, with their names: what other programs wrote there may else come back empty. */
export async function syncTree(dir: string): Promise<void> {
  for (const entry of await readdir(dir, { withFileTypes: true })) {
    const path = join(dir, entry.name);
    if (entry.isDirectory()) await syncTree(path);
    else if (entry.isFile()) await syncFile(path);
  }
  await syncNames(dir);
}

async function syncFile(path: string): Promise<void> {
  await using file = await open(path, 'r');
  await file.sync().catch((error: unknown) => {
    if (!cannotSync(error)) throw error;
  });
}
