import type { ItemKey } from '../keys/key-parts.ts';
import type { StoredItem } from '../table.ts';
import { openForWriting } from './schema.ts';
import { createStoredItems } from './stored-items.ts';

/** Puts many items into a register file in one transaction, all or none; how many. The file is made if it is not there. */
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
    return count;
  } finally {
    db.close();
  }
}
