import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type FileSystem, nodeFileSystem } from './file-system.ts';

/** Tells whether an error of the file system says that nothing is there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Writes a file whole or not at all, in pieces if it comes so: beside it, synced, then renamed over it. */
export async function writeWhole(
  path: string,
  data: string | Uint8Array | AsyncIterable<Uint8Array>,
  mode = 0o644,
  fs: Pick<FileSystem, 'replaceFile'> = nodeFileSystem,
): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.tmp`);
  const file = await open(beside, 'w', mode);
  try {
    await file.writeFile(data);
    await file.sync();
    await file.close();
    await fs.replaceFile(beside, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(beside, { force: true }).catch(() => undefined);
    throw error;
  }
}
