import { access } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { FileSystem } from '#base/node/file-system.ts';
import { syncNames } from '#base/node/files.ts';
import type { DirectoryPaths } from './backup-deps.ts';
import { type AnyBackupRecord, RECORD, readRecord } from './backup-record.ts';

const NEXT = '.next';

/** Name of the record of a backup that is whole, and not yet in the place of the one before. */
export const NEXT_RECORD = `${RECORD}${NEXT}`;

/** Path of a part of a backup until its record is written: the backup before stays whole beside it. */
export function nextOf(path: string): string {
  return `${path}${NEXT}`;
}

/** Content of a backup where it stands: a death may have left some of it under its next names. */
export interface StandingBackup {
  readonly record: AnyBackupRecord;
  readonly register: string;
  /** Files beside the register, those that the record names; all there are, where it is too old to name them. */
  readonly besides: readonly string[];
}

/** Finds the newest backup that is whole. Throws what `readRecord` throws. */
export async function findStanding(from: string, paths: DirectoryPaths): Promise<StandingBackup> {
  const isNext = await isThere(join(from, NEXT_RECORD));
  const record = await readRecord(from, isNext ? NEXT_RECORD : RECORD);
  const standing = async (path: string) => (isNext && (await isThere(nextOf(path))) ? nextOf(path) : path);
  const named = paths.besides.filter((path) => record.schema === 'backup@1' || isNamed(record, path));
  return {
    record,
    register: await standing(paths.register),
    besides: await Promise.all(named.map(standing)),
  };
}

/** Name of a part of a backup, whatever it is called meanwhile. */
export function partName(path: string): string {
  const name = path.slice(dirname(path).length + 1);
  return name.endsWith(NEXT) ? name.slice(0, -NEXT.length) : name;
}

/** Puts a backup that is whole into the place of the one before. It may be cut off anywhere, and is ended by the next call. */
export async function placeNext(out: string, paths: DirectoryPaths, fs: FileSystem): Promise<void> {
  if (await isThere(join(out, NEXT_RECORD))) {
    const record = await readRecord(out, NEXT_RECORD);
    for (const path of paths.besides) {
      if (await isThere(nextOf(path))) await fs.replaceFile(nextOf(path), path);
      else if (record.schema === 'backup@2' && !isNamed(record, path)) await fs.remove(path);
    }
    if (await isThere(nextOf(paths.register))) {
      for (const rest of ['-wal', '-shm']) await fs.remove(`${paths.register}${rest}`);
      await fs.replaceFile(nextOf(paths.register), paths.register);
    }
    await syncNames(out, fs);
    await fs.replaceFile(join(out, NEXT_RECORD), join(out, RECORD));
    await syncNames(out, fs);
  }
  // Parts of one that was cut off before it was whole.
  for (const path of [...paths.besides, paths.register]) await fs.remove(nextOf(path));
}

function isNamed(record: AnyBackupRecord, path: string): boolean {
  return record.schema === 'backup@2' && Object.hasOwn(record.besides, partName(path));
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
