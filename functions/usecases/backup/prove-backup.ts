import { readFile } from 'node:fs/promises';
import { isMissing } from '#base/node/files.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { proveRegister } from '#register/table/sqlite/copies/prove-register.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import { BackupError } from './backup-error.ts';
import { type AnyBackupRecord, readHoldings, type SeriesState } from './backup-record.ts';
import { partName } from './next-backup.ts';

/** Holds a backup against its record. Throws `backup-empty`, `register-damaged`, `backup-differs`. */
export async function proveBackup({
  register: path,
  record,
  besides,
}: {
  readonly register: string;
  readonly record: AnyBackupRecord;
  /** Paths of the files beside the register whose hashes count. */
  readonly besides: readonly string[];
}): Promise<void> {
  const proof = proveRegister(path);
  if (proof.kind === 'absent' || proof.kind === 'empty') throw new BackupError('backup-empty', { path });
  if (proof.kind === 'damaged') throw new BackupError('register-damaged', { path }, { cause: proof.cause });
  if (record.schema === 'backup@1') return;
  const isSame =
    proof.kind === 'sound' && proof.sha256 === record.register.sha256 && proof.items === record.register.items;
  if (!isSame) throw new BackupError('backup-differs', { what: 'register', path });
  for (const beside of besides) {
    const name = partName(beside);
    if (record.besides[name] !== (await hashOf(beside))) {
      throw new BackupError('backup-differs', { what: name, path: beside });
    }
  }
}

/** Holds what was restored against the counts and counters of the record. Throws `backup-differs`. */
export async function proveCounts(record: AnyBackupRecord, inspection: Inspection): Promise<void> {
  const { documents, series } = await readHoldings(inspection);
  if (documents !== record.documents) {
    throw new BackupError('backup-differs', { what: 'documents', path: `${documents}/${record.documents}` });
  }
  const named = ({ organ, year, series: name, seq }: SeriesState) => `${organ} ${name}/${year}: ${seq}`;
  const there = new Set(series.map(named));
  const absent = record.series.map(named).find((one) => !there.has(one));
  if (absent !== undefined) throw new BackupError('backup-differs', { what: 'series', path: absent });
}

async function hashOf(path: string): Promise<string | undefined> {
  try {
    return sha256Hex(await readFile(path));
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
