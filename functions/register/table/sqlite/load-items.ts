import type { DatabaseSync } from 'node:sqlite';
import type { ItemKey } from '../keys/key-parts.ts';
import type { StoredItem } from '../table.ts';
import { openForWriting } from './schema.ts';
import { createStoredItems } from './stored-items.ts';

/**
 * Puts many items into a register file in one transaction, all or none; how many. The file is made if it is not there, and holds
 * everything: a disk that is full may not leave some of it in the log beside it.
 */
export function loadItems(path: string, items: Iterable<ItemKey & StoredItem>): number {
  const db = openForWriting(path);
  try {
    const stored = createStoredItems(db);
    let count = 0;
    db.exec('BEGIN IMMEDIATE');
    for (const item of items) {
      stored.put(item);
      count++;
    }
    db.exec('COMMIT');
    foldLog(db, path);
    return count;
  } finally {
    db.close();
  }
}

function foldLog(db: DatabaseSync, path: string): void {
  const mode = db.prepare('PRAGMA journal_mode = DELETE').get()?.['journal_mode'];
  if (mode !== 'delete') throw new Error(`the log was not folded into ${path}: ${mode}`);
}
