import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { sha256 } from '#base/patterns.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import { BackupError } from './backup-error.ts';
import type { WantedObject } from './copy-objects.ts';

/** Name of the record of a backup, in its directory. */
export const RECORD = 'backup.json';

const count = z.number().int().nonnegative();
const seriesState = z.object({ organ: z.string(), year: z.number().int(), series: z.string(), seq: count });

/** Backups of release 0.1.0 and of the weeks after it: counts alone. */
const firstRecord = z.object({
  schema: z.literal('backup@1'),
  at: z.iso.datetime(),
  documents: count,
  series: z.array(seriesState),
});

const recordSchema = z.object({
  schema: z.literal('backup@2'),
  /** Moment at which it began. */
  at: z.iso.datetime(),
  /** Items of the register, and the hash over them: see `proveRegister`. */
  register: z.object({ items: count, sha256 }),
  documents: count,
  /** Objects that the register names; each is checked by its own hash. */
  objects: count,
  /** Files beside the register with their SHA-256. */
  besides: z.record(z.string(), sha256),
  series: z.array(seriesState),
});

/** Record of a backup: written last, read first. */
export type BackupRecord = z.infer<typeof recordSchema>;

/** See {@link BackupRecord}; older ones know less. */
export type AnyBackupRecord = BackupRecord | z.infer<typeof firstRecord>;

/** State of a series at the backup. */
export type SeriesState = z.infer<typeof seriesState>;

/** Reads a record: `backup.json`, or that of a day. Throws `backup-unfinished`, `backup-unreadable`. */
export async function readRecord(from: string, name: string = RECORD): Promise<AnyBackupRecord> {
  const path = join(from, name);
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw new BackupError('backup-unfinished', { from }, { cause });
  });
  try {
    return z.discriminatedUnion('schema', [recordSchema, firstRecord]).parse(JSON.parse(text));
  } catch (cause) {
    throw new BackupError('backup-unreadable', { path }, { cause });
  }
}

/** Counts and counters of a register, as a record has them. */
export interface Holdings {
  documents: number;
  readonly series: SeriesState[];
  readonly objects: Map<string, WantedObject>;
}

/** Counts a register, with every object that it names. */
export async function readHoldings(inspection: Inspection): Promise<Holdings> {
  const held: Holdings = { documents: 0, series: [], objects: new Map() };
  const seen = new Set<string>();
  const want = (object: WantedObject) => held.objects.set(object.key, object);
  for await (const holding of inspection.holdings()) {
    if (holding.kind === 'series') {
      const { organ, year, series, counter, rows } = holding;
      for (const { files } of rows) files.forEach(want);
      if (!isFirst(seen, `${organ} ${year} ${series}`)) continue;
      held.series.push({ organ, year, series, seq: counter?.seq ?? 0 });
    } else if (holding.kind === 'document') {
      const { data, frozen } = holding.document ?? {};
      if (data) want(data);
      if (frozen) want(frozen);
      if (isFirst(seen, `${holding.organ} ${holding.docId}`)) held.documents++;
    }
  }
  return held;
}

function isFirst(seen: Set<string>, name: string): boolean {
  return seen.has(name) ? false : Boolean(seen.add(name));
}
