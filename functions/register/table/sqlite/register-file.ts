import { existsSync, statSync } from 'node:fs';
import type { DatabaseSync } from 'node:sqlite';
import { openSettled } from './open-settled.ts';
import { openForWriting } from './schema.ts';
import { systemCodeOf } from './sqlite-fault.ts';

/** State of a series in a register file. */
export interface CounterState {
  /** Partition key of the counter. */
  readonly series: string;
  readonly seq: number;
  readonly lastIssuedOn: string;
  /** Shut by a restore: it gives no number before a person says the last one, so it may be behind its mark. */
  readonly isShut: boolean;
}

/** Kind of a register file. */
export type RegisterFile =
  | { readonly kind: 'absent' }
  | { readonly kind: 'unreadable'; readonly cause: unknown }
  | { readonly kind: 'ours'; readonly identity: string | undefined; readonly counters: readonly CounterState[] };

/**
 * Looks at a register file. A file without tables counts as absent: nothing stands in it. A change left half done is undone.
 * Throws what the disk or a missing right is to blame for.
 */
export function inspectRegisterFile(path: string): RegisterFile {
  if (!existsSync(path) || statSync(path).size === 0) return { kind: 'absent' };
  try {
    const db = openSettled(path);
    try {
      const names = db
        .prepare("SELECT name FROM sqlite_master WHERE type = 'table'")
        .all()
        .map(({ name }) => name);
      if (!names.includes('items')) return names.length === 0 ? { kind: 'absent' } : unreadable('no table of items');
      return { kind: 'ours', identity: identityOf(db, names), counters: countersOf(db) };
    } finally {
      db.close();
    }
  } catch (cause) {
    if (systemCodeOf(cause) !== undefined) throw cause;
    return unreadable(cause);
  }
}

/** Gives a register its identity, once; the file is made if it is not there. */
export function giveIdentity(path: string, identity: string): void {
  const db = openForWriting(path);
  try {
    db.prepare("INSERT INTO about (name, value) VALUES ('identity', ?) ON CONFLICT DO NOTHING").run(identity);
  } finally {
    db.close();
  }
}

function identityOf(db: DatabaseSync, names: readonly unknown[]): string | undefined {
  if (!names.includes('about')) return undefined;
  const value = db.prepare("SELECT value FROM about WHERE name = 'identity'").get()?.['value'];
  return typeof value === 'string' ? value : undefined;
}

function countersOf(db: DatabaseSync): CounterState[] {
  const rows = db
    .prepare(
      "SELECT PK, item ->> 'seq' AS seq, item ->> 'lastIssuedOn' AS day, item ->> 'doubt' AS doubt FROM items WHERE SK = '#C'",
    )
    .all();
  return rows.flatMap(({ PK, seq, day, doubt }) =>
    seq === null && doubt === null
      ? []
      : [{ series: String(PK), seq: Number(seq ?? 0), lastIssuedOn: String(day ?? ''), isShut: doubt !== null }],
  );
}

function unreadable(cause: unknown): RegisterFile {
  return { kind: 'unreadable', cause };
}
