import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { copyDatabase } from './copy-database.ts';

const KEPT = { days: 7, weeks: 5, months: 12 } as const;
const DAY_MS = 24 * 60 * 60 * 1000;

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

/** Keeps a copy of the register of a backup under its day, and removes those that are too old. Issued files are kept once. */
export async function keepGeneration(out: string, database: string, day: string): Promise<void> {
  const folder = join(out, 'generations');
  await mkdir(folder, { recursive: true });
  await copyDatabase(join(out, database), join(folder, `${day}.sqlite`));
  const days = (await readdir(folder)).flatMap((name) => /^(\d{4}-\d{2}-\d{2})\.sqlite$/.exec(name)?.[1] ?? []);
  const kept = daysToKeep(days);
  for (const old of days) if (!kept.has(old)) await rm(join(folder, `${old}.sqlite`), { force: true });
}

/** Weeks since a Monday long ago. */
function weekOf(day: string): string {
  return String(Math.floor((Date.parse(day) - Date.parse('1970-01-05')) / (7 * DAY_MS)));
}
