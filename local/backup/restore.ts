import { copyFile, mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createDirectoryStore } from '#store/directory-store.ts';
import { type Repaired, repair } from '#usecases/upkeep/repair.ts';
import type { Verification } from '#usecases/upkeep/verify.ts';
import { convertIfOld } from '../data-directory/convert-first-release.ts';
import { dataPaths } from '../data-directory/data-directory.ts';
import { errorCode, OperatorError } from '../output/operator-error.ts';
import { openStack, type Stack } from '../place/open-stack.ts';
import { DATABASE } from './backup.ts';
import { copyDatabase } from './copy-database.ts';
import { copyObjects, objectsOf } from './copy-objects.ts';

/** How a data directory comes back. */
export interface RestoreOptions {
  readonly from: string;
  /** Empty, or not there. */
  readonly dir: string;
  /** Files that survived: what they bear beyond the backup comes back, too. */
  readonly survivingFiles?: string | undefined;
  onRepaired(repaired: Repaired): void;
  verify(stack: Stack): Promise<Verification>;
}

/**
 * Makes a data directory from a backup. It is put together beside its place, counters are made to follow rows and files, all of
 * it is verified, and only then it gets its name: no series opens before. Throws `OperatorError`.
 */
export async function restore(options: RestoreOptions): Promise<Verification> {
  const { from, dir, survivingFiles } = options;
  await checkEmpty(dir);
  const beside = `${resolve(dir)}.restoring`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true });
  await copyDatabase(join(from, DATABASE), join(beside, DATABASE)).catch((cause) => {
    throw new OperatorError(`Không đọc được bản sao lưu trong “${from}”.`, { cause });
  });
  for (const name of ['organs', 'users', 'tokenKey'] as const) {
    await copyFile(dataPaths(from)[name], dataPaths(beside)[name]).catch((error) => {
      if (errorCode(error) !== 'ENOENT') throw error;
    });
  }
  const to = createDirectoryStore(dataPaths(beside).files);
  for (const files of [dataPaths(from).files, ...(survivingFiles === undefined ? [] : [survivingFiles])]) {
    const source = createDirectoryStore(files);
    await copyObjects(source, to, objectsOf(source, ['drafts', 'issued']));
  }
  await convertIfOld(beside);
  const stack = await openStack({ dir: beside });
  let verification: Verification;
  try {
    await repair(stack.deps, stack.inspection, options.onRepaired);
    verification = await options.verify(stack);
  } finally {
    await stack.close();
  }
  if (verification.violations.length > 0) return verification;
  await rm(dir, { recursive: true, force: true });
  await rename(beside, dir);
  return verification;
}

async function checkEmpty(dir: string): Promise<void> {
  const entries = await readdir(dir).catch((error) => {
    if (errorCode(error) === 'ENOENT') return [];
    throw error;
  });
  if (entries.length > 0) throw new OperatorError(`Thư mục “${dir}” không trống; hãy phục hồi vào một thư mục mới.`);
}
