import { DatabaseSync } from 'node:sqlite';
import { tableShape } from '../table-shape.ts';

/** Marks a file as ours: "BHSo" in ASCII, in SQLite's `application_id`. */
export const APPLICATION_ID = 0x4248536f;

/** Version of the tables below, in SQLite's `user_version`. */
const SCHEMA_VERSION = 1;

/** Milliseconds that a connection waits for a writer of another process. */
const BUSY_TIMEOUT_MS = 10_000;

const indexes = Object.values(tableShape.indexes);

/** Columns that hold the keys of an item in the indexes; both of an index are NULL where the item is not in it. */
export const INDEX_COLUMNS: readonly string[] = indexes.flatMap(({ partitionKey, sortKey }) => [partitionKey, sortKey]);

/** Opens the file for writing, and makes its tables if it is new. Throws where the file is another program's, or of a newer release. */
export function openForWriting(path: string): DatabaseSync {
  const db = new DatabaseSync(path, { timeout: BUSY_TIMEOUT_MS });
  try {
    checkOurs(db, path);
    db.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = OFF;');
    db.exec('BEGIN IMMEDIATE');
    createTables(db);
    db.exec('COMMIT');
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** Opens the file for reading beside its writer. */
export function openForReading(path: string): DatabaseSync {
  return new DatabaseSync(path, { readOnly: true, timeout: BUSY_TIMEOUT_MS });
}

function checkOurs(db: DatabaseSync, path: string): void {
  const isEmpty = db.prepare('SELECT 1 FROM sqlite_master LIMIT 1').get() === undefined;
  const isOurs = pragma(db, 'application_id') === APPLICATION_ID && pragma(db, 'user_version') <= SCHEMA_VERSION;
  if (!isEmpty && !isOurs) throw new Error(`not a register of this release: ${path}`);
}

function createTables(db: DatabaseSync): void {
  const columns = INDEX_COLUMNS.map((name) => `${name} TEXT`).join(', ');
  db.exec(`CREATE TABLE IF NOT EXISTS items (
    PK TEXT NOT NULL, SK TEXT NOT NULL, item TEXT NOT NULL, size INTEGER NOT NULL, ${columns}, PRIMARY KEY (PK, SK))`);
  for (const { name, partitionKey, sortKey } of indexes) {
    db.exec(`CREATE INDEX IF NOT EXISTS "${name}" ON items (${partitionKey}, ${sortKey}, PK, SK)
      WHERE ${partitionKey} IS NOT NULL`);
  }
  db.exec("CREATE INDEX IF NOT EXISTS counters ON items (PK) WHERE SK = '#C'");
  db.exec('CREATE TABLE IF NOT EXISTS about (name TEXT PRIMARY KEY, value TEXT NOT NULL)');
  db.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${SCHEMA_VERSION};`);
}

/** A number that SQLite keeps in the head of the file. */
export function pragma(db: DatabaseSync, name: 'application_id' | 'user_version'): number {
  return Number(db.prepare(`PRAGMA ${name}`).get()?.[name]);
}
