import { open, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { cannotSync, type FileSystem, nodeFileSystem } from './file-system.ts';

/** Tells whether an error of the file system says that nothing is there. */
export function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

/** Makes what is in a directory durable: its entries, not what they hold. Where the system cannot, it has to do without. */
export async function syncNames(dir: string, fs: Pick<FileSystem, 'syncDirectory'> = nodeFileSystem): Promise<void> {
  await fs.syncDirectory(dir).catch((error: unknown) => {
    if (!cannotSync(error)) throw error;
  });
}

/** Makes a directory and those above it, with names that outlive a loss of power. */
export async function makeDurable(
  dir: string,
  fs: Pick<FileSystem, 'makeDirectory' | 'syncDirectory' | 'rooted'> = nodeFileSystem,
): Promise<void> {
  const made = await fs.makeDirectory(dir);
  if (made === undefined) return;
  const first = fs.rooted(made);
  for (let one = fs.rooted(dir); one.startsWith(first); one = dirname(one)) await syncNames(dirname(one), fs);
}

/** File system as {@link writeWhole} needs it. */
export type WholeFiles = Pick<FileSystem, 'replaceFile' | 'syncDirectory'>;

/** Writes a file whole or not at all, in pieces if it comes so. Once it resolves, no loss of power brings the earlier one back. */
export async function writeWhole(
  path: string,
  data: string | Uint8Array | AsyncIterable<Uint8Array>,
  mode = 0o644,
  fs: WholeFiles = nodeFileSystem,
): Promise<void> {
  await replaceWhole(path, data, mode, fs);
  await syncNames(dirname(path), fs);
}

/** Writes a file as {@link writeWhole}, but a loss of power soon after may bring the earlier one back: half the syncs. */
export async function replaceWhole(
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
