import { DatabaseSync } from 'node:sqlite';
import { errorCodeOf } from './sqlite-fault.ts';

/** SQLite's result code of a reader that found a change left half done, which only a writer may undo. */
const SQLITE_READONLY_ROLLBACK = 776;
const BUSY_TIMEOUT_MS = 10_000;

/** Opens a register file for reading, of any release. A change that a death left half done is undone first. */
export function openSettled(path: string): DatabaseSync {
  try {
    return openChecked(path, true);
  } catch (error) {
    if (errorCodeOf(error) !== SQLITE_READONLY_ROLLBACK) throw error;
    openChecked(path, false).close();
    return openChecked(path, true);
  }
}

function openChecked(path: string, readOnly: boolean): DatabaseSync {
  const db = new DatabaseSync(path, { readOnly, timeout: BUSY_TIMEOUT_MS });
  try {
    db.prepare('SELECT 1 FROM sqlite_master').get();
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}
