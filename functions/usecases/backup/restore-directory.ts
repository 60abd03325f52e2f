import { readdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { nodeFileSystem, patiently } from '#base/node/file-system.ts';
import { isMissing, makeDurable, syncNames } from '#base/node/files.ts';
import { copyRegister } from '#register/table/sqlite/copies/copy-register.ts';
import { readMarks } from '#register/table/sqlite/marks.ts';
import { inspectRegisterFile } from '#register/table/sqlite/register-file.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import { type Repaired, repair } from '../upkeep/repair.ts';
import type { Verification } from '../upkeep/verify.ts';
import { copyBesides } from './back-up.ts';
import type { DirectoryDeps, OpenDirectory } from './backup-deps.ts';
import { BackupError } from './backup-error.ts';
import type { AnyBackupRecord } from './backup-record.ts';
import { copyObjects, objectsOf } from './copy-objects.ts';
import { chooseGeneration } from './generations.ts';
import { proveBackup, proveCounts } from './prove-backup.ts';
import { type RestoredSeries, settleSeries } from './settle-series.ts';

/** Settings of a restore. */
export interface RestoreOptions {
  readonly from: string;
  /** Empty, or not there. */
  readonly dir: string;
  /** Register of that day, `yyyy-mm-dd`, out of those that nightly backups keep; the last if absent. */
  readonly day?: string | undefined;
  /** Files that survived: what they bear beyond the backup comes back, too. */
  readonly survivingFiles?: string | undefined;
  /** A person says that no number was given after the backup. */
  readonly nothingSince?: { readonly actor: string; readonly reason: string } | undefined;
  readonly now: Date;
  /** Told of the backup before anything is copied. */
  onBackup(record: AnyBackupRecord): void;
  onRepaired(repaired: Repaired): void;
  /** Told after each object of a source. */
  onLooked?(done: number): void;
  verify(open: OpenDirectory): Promise<Verification>;
}

/** Result of a restore. */
export interface Restored {
  readonly verification: Verification;
  /** Series that may give numbers, with their counters; those in doubt stay shut. */
  readonly series: readonly RestoredSeries[];
  /** False: violations keep it beside its place. */
  readonly isInPlace: boolean;
}

/**
 * Makes a data directory from a backup that proves itself: hashes, SQLite's own check, counts and counters. It is put together
 * beside its place, counters follow rows and files, all of it is verified, and only then it gets its name. Series whose last
 * number may lie after the backup stay shut. Throws `BackupError`.
 */
export async function restoreDirectory(directories: DirectoryDeps, options: RestoreOptions): Promise<Restored> {
  const { from, dir, survivingFiles, day } = options;
  const { fs = nodeFileSystem } = directories;
  await checkEmpty(dir);
  const source = directories.paths(from);
  const { register, record, besides } = await chooseGeneration(from, source, day);
  await proveBackup({ register, record, besides: day === undefined ? besides : [] });
  options.onBackup(record);
  const beside = `${resolve(dir)}.restoring`;
  const target = directories.paths(beside);
  await fs.remove(beside);
  await makeDurable(beside, fs);
  await copyRegister(register, target.register, fs);
  await copyBesides(besides, (name) => join(beside, name), fs);
  const to = createDirectoryStore(target.files, fs);
  for (const files of [source.files, ...(survivingFiles === undefined ? [] : [survivingFiles])]) {
    const survived = createDirectoryStore(files, fs);
    await copyObjects(survived, to, objectsOf(survived, ['drafts', 'issued']), options.onLooked);
  }
  await directories.convert(beside);
  const open = await directories.open(beside);
  let settled: Omit<Restored, 'isInPlace'>;
  try {
    settled = await settle(open, options, { record, marks: marksOf(from, register, survivingFiles) });
  } finally {
    await open.close();
  }
  if (settled.verification.violations.length > 0) return { ...settled, isInPlace: false };
  await fs.remove(dir);
  await patiently(() => fs.nameDirectory(beside, dir));
  await syncNames(dirname(beside), fs);
  return { ...settled, isInPlace: true };
}

async function settle(
  open: OpenDirectory,
  { onRepaired, verify, survivingFiles, nothingSince, now }: RestoreOptions,
  { record, marks }: { readonly record: AnyBackupRecord; readonly marks: ReadonlyMap<string, number> },
) {
  await proveCounts(record, open.inspection);
  await repair(open.deps, open.inspection, onRepaired);
  const said = nothingSince ?? (survivingFiles === undefined ? undefined : 'files');
  const series = await settleSeries(open, { since: record.at, now, marks, said });
  return { series, verification: await verify(open) };
}

/** Last numbers by the partition of their series, as marks outside the backup's register name them. */
function marksOf(from: string, register: string, survivingFiles: string | undefined): Map<string, number> {
  const file = inspectRegisterFile(register);
  const identity = file.kind === 'ours' ? file.identity : undefined;
  const paths = [
    ...(identity === undefined ? [] : [join(from, `${identity}.marks`)]),
    ...(survivingFiles === undefined ? [] : [join(dirname(resolve(survivingFiles)), 'register.marks')]),
  ];
  const last = new Map<string, number>();
  for (const { bySeries } of paths.map((path) => readMarks(path))) {
    for (const { series, seq } of bySeries.values()) last.set(series, Math.max(seq, last.get(series) ?? 0));
  }
  return last;
}

async function checkEmpty(dir: string): Promise<void> {
  const entries = await readdir(dir).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  if (entries.length > 0) throw new BackupError('directory-taken', { dir });
}
