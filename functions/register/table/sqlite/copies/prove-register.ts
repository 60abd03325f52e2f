import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { openSettled } from '../open-settled.ts';
import { systemCodeOf } from '../sqlite-fault.ts';

/** Proof of a register file: SQLite's own check and a hash over its items. */
export type RegisterProof =
  | { readonly kind: 'absent' | 'empty' }
  | { readonly kind: 'damaged'; readonly cause: unknown }
  /** Sound, but written by release 0.1.0, or with no table of items. */
  | { readonly kind: 'other' }
  | { readonly kind: 'sound'; readonly items: number; readonly sha256: string };

/** Checks a register file page by page and hashes its items in the order of their keys. Changes nothing but what a death left half done. Throws what the disk is to blame for. */
export function proveRegister(path: string): RegisterProof {
  if (!existsSync(path)) return { kind: 'absent' };
  if (statSync(path).size === 0) return { kind: 'empty' };
  try {
    const db = openSettled(path);
    try {
      return proofOf(db);
    } finally {
      db.close();
    }
  } catch (cause) {
    if (systemCodeOf(cause) !== undefined) throw cause;
    return { kind: 'damaged', cause };
  }
}

function proofOf(db: DatabaseSync): RegisterProof {
  const faults = db
    .prepare('PRAGMA integrity_check')
    .all()
    .flatMap(({ integrity_check: line }) => (line === 'ok' ? [] : [String(line)]));
  if (faults.length > 0) return { kind: 'damaged', cause: new Error(faults.join('; ')) };
  const tables = db.prepare("SELECT count(*) AS n FROM sqlite_master WHERE type = 'table'").get();
  if (Number(tables?.['n']) === 0) return { kind: 'empty' };
  if (!db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'items'").get())
    return { kind: 'other' };
  const hash = createHash('sha256');
  let items = 0;
  for (const { PK, SK, item } of db.prepare('SELECT PK, SK, item FROM items ORDER BY PK, SK').iterate()) {
    hash.update(`${JSON.stringify([PK, SK, item])}\n`);
    items++;
  }
  return { kind: 'sound', items, sha256: hash.digest('hex') };
}
