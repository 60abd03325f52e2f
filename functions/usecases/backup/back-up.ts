import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { nodeFileSystem } from '#base/node/file-system.ts';
import { isMissing, type WholeFiles, writeWhole } from '#base/node/files.ts';
import { sha256Hex } from '#base/node/hash.ts';
import { copyRegister } from '#register/table/sqlite/copies/copy-register.ts';
import { proveRegister } from '#register/table/sqlite/copies/prove-register.ts';
import { openSqliteTable } from '#register/table/sqlite/sqlite-table.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import type { DirectoryDeps } from './backup-deps.ts';
import { BackupError } from './backup-error.ts';
import { type BackupRecord, type Holdings, readHoldings } from './backup-record.ts';
import { checkTarget } from './check-target.ts';
import { copyObjects } from './copy-objects.ts';
import { NEXT_RECORD, nextOf, partName, placeNext } from './next-backup.ts';

/** Settings of a backup. */
export interface BackupOptions {
  readonly dir: string;
  readonly out: string;
  readonly now: Date;
  /** Told after each object. */
  onLooked?(done: number, total: number): void;
}

/** Content of a backup, and keys that the source has lost. */
export interface Backup {
  readonly record: BackupRecord;
  readonly lost: readonly string[];
}

/**
 * Copies a data directory, in use or not, into another one. The register comes first, as of one moment, and is proved; then the
 * objects that it names, which nobody changes or deletes; its record comes last. Repeating it brings the copy up to date: until
 * the new one is whole the one before stays. Throws `BackupError`.
 */
export async function backUp(
  directories: Pick<DirectoryDeps, 'paths' | 'fs'>,
  { dir, out, now, onLooked }: BackupOptions,
): Promise<Backup> {
  const { fs = nodeFileSystem } = directories;
  const [from, to] = [directories.paths(dir), directories.paths(out)];
  await checkTarget(dir, out);
  await placeNext(out, to, fs);
  const next = nextOf(to.register);
  await copyRegister(from.register, next, fs);
  const register = requireSound(next, from.register);
  const held = await holdingsOf(next);
  const store = createDirectoryStore(to.files, fs);
  const { copied, lost } = await copyObjects(
    createDirectoryStore(from.files, fs),
    store,
    held.objects.values(),
    (done) => onLooked?.(done, held.objects.size),
  );
  const besides = await copyBesides(from.besides, (name) => nextOf(join(out, name)), fs);
  const { documents, series } = held;
  const record: BackupRecord = {
    ...{ schema: 'backup@2', at: now.toISOString(), register, documents, objects: copied },
    ...{ besides, series },
  };
  await writeWhole(join(out, NEXT_RECORD), `${JSON.stringify(record, null, 2)}\n`, 0o644, fs);
  await placeNext(out, to, fs);
  return { record, lost };
}

function requireSound(copy: string, path: string): BackupRecord['register'] {
  const proof = proveRegister(copy);
  if (proof.kind === 'sound') return { items: proof.items, sha256: proof.sha256 };
  if (proof.kind === 'other') throw new BackupError('register-of-older-release', { path });
  throw new BackupError('register-damaged', { path }, proof.kind === 'damaged' ? { cause: proof.cause } : {});
}

async function holdingsOf(register: string): Promise<Holdings> {
  const table = await openSqliteTable({ path: register });
  try {
    return await readHoldings(createInspection(table));
  } finally {
    await table.close();
  }
}

/** Copies files, those that are there, each to where its name belongs; the SHA-256 of each by its name. */
export async function copyBesides(
  paths: readonly string[],
  placeOf: (name: string) => string,
  fs: WholeFiles,
): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const path of paths) {
    const name = partName(path);
    try {
      const bytes = await readFile(path);
      await writeWhole(placeOf(name), bytes, 0o600, fs);
      hashes[name] = sha256Hex(bytes);
    } catch (error) {
      if (!isMissing(error)) throw error;
    }
  }
  return hashes;
}
