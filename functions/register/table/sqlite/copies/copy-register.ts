import { backup, DatabaseSync } from 'node:sqlite';
import { type FileSystem, nodeFileSystem } from '#base/node/file-system.ts';

/** All pages in one step: one read of one moment, which no writer has to wait for (the file is in WAL mode). */
const ALL_PAGES = 2 ** 30;

/** Copies a register file that may be in use, as of one moment, by SQLite's own backup. The copy is there whole or not at all. */
export async function copyRegister(
  from: string,
  to: string,
  fs: Pick<FileSystem, 'remove' | 'replaceFile'> = nodeFileSystem,
): Promise<void> {
  const beside = `${to}.tmp`;
  await fs.remove(beside);
  const source = new DatabaseSync(from, { readOnly: true, timeout: 10_000 });
  try {
    await backup(source, beside, { rate: ALL_PAGES });
  } finally {
    source.close();
  }
  for (const rest of ['-wal', '-shm']) await fs.remove(`${to}${rest}`);
  await fs.replaceFile(beside, to);
}
