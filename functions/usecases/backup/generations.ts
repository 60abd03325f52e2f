import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type FileSystem, nodeFileSystem } from '#base/node/file-system.ts';
import { isMissing, writeWhole } from '#base/node/files.ts';
import { copyRegister } from '#register/table/sqlite/copies/copy-register.ts';
import type { DirectoryPaths } from './backup-deps.ts';
import { BackupError } from './backup-error.ts';
import { type BackupRecord, readRecord } from './backup-record.ts';
import { findStanding, type StandingBackup } from './next-backup.ts';

const KEPT = { days: 7, weeks: 5, months: 12 } as const;
const DAY_MS = 24 * 60 * 60 * 1000;
const FOLDER = 'generations';

/** Of days `yyyy-mm-dd`, those to keep: the last 7, the last of each of 5 weeks, the last of each of 12 months. */
export function daysToKeep(days: readonly string[]): Set<string> {
  const newest = [...new Set(days)].sort().reverse();
  const firstOfEach = (count: number, groupOf: (day: string) => string) => {
    const groups = new Map<string, string>();
    for (const day of newest) if (!groups.has(groupOf(day))) groups.set(groupOf(day), day);
    return [...groups.values()].slice(0, count);
  };
  return new Set([
    ...newest.slice(0, KEPT.days),
    ...firstOfEach(KEPT.weeks, weekOf),
    ...firstOfEach(KEPT.months, (day) => day.slice(0, 7)),
  ]);
}

/** Keeps register and record of a backup under its day, and removes those that are too old. Issued files are kept once. */
export async function keepGeneration(
  out: string,
  register: string,
  { day, record }: { readonly day: string; readonly record: BackupRecord },
  fs: FileSystem = nodeFileSystem,
): Promise<void> {
  const folder = join(out, FOLDER);
  await mkdir(folder, { recursive: true });
  // A day is there once its register is: its record stands by then.
  await writeWhole(join(folder, `${day}.json`), `${JSON.stringify(record, null, 2)}\n`, 0o644, fs);
  await copyRegister(register, join(folder, `${day}.sqlite`), fs);
  const days = await daysOf(out);
  const kept = daysToKeep(days);
  for (const old of days.filter((one) => !kept.has(one))) {
    for (const kind of ['sqlite', 'json']) await fs.remove(join(folder, `${old}.${kind}`));
  }
}

/** The last backup, or register and record of a day with the files beside the last. Throws `no-such-day` and what `readRecord` throws. */
export async function chooseGeneration(
  from: string,
  paths: DirectoryPaths,
  day: string | undefined,
): Promise<StandingBackup> {
  if (day === undefined) return findStanding(from, paths);
  const days = await daysOf(from);
  if (!days.includes(day)) throw new BackupError('no-such-day', { day, known: days.sort().join(', ') });
  const at = join(from, FOLDER, day);
  const record = await readRecord(from, join(FOLDER, `${day}.json`));
  const besides = await findStanding(from, paths).then(
    (last) => last.besides,
    () => paths.besides,
  );
  return { register: `${at}.sqlite`, record, besides };
}

async function daysOf(out: string): Promise<string[]> {
  const names = await readdir(join(out, FOLDER)).catch((error) => {
    if (isMissing(error)) return [];
    throw error;
  });
  return names.flatMap((name) => /^(\d{4}-\d{2}-\d{2})\.sqlite$/.exec(name)?.[1] ?? []);
}

/** Weeks since a Monday long ago. */
function weekOf(day: string): string {
  return String(Math.floor((Date.parse(day) - Date.parse('1970-01-05')) / (7 * DAY_MS)));
}
