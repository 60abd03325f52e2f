import { dirname } from 'node:path';
import { backup } from 'node:sqlite';
import { type FileSystem, nodeFileSystem } from '#base/node/file-system.ts';
import { syncNames } from '#base/node/files.ts';
import { openSettled } from '../open-settled.ts';

/** All pages in one step: one read of one moment, which no writer has to wait for (the file is in WAL mode). */
const ALL_PAGES = 2 ** 30;

/** Copies a register file that may be in use, as of one moment, by SQLite's own backup. The copy is there whole or not at all. */
export async function copyRegister(
  from: string,
  to: string,
  fs: Pick<FileSystem, 'remove' | 'replaceFile' | 'syncDirectory'> = nodeFileSystem,
): Promise<void> {
  const beside = `${to}.tmp`;
  for (const rest of ['', '-journal']) await fs.remove(`${beside}${rest}`);
  const source = openSettled(from);
  try {
    await backup(source, beside, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
  for (const rest of ['-wal', '-shm']) await fs.remove(`${to}${rest}`);
  await fs.replaceFile(beside, to);
  await syncNames(dirname(to), fs);
}
