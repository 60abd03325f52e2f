import type { DatabaseSync } from 'node:sqlite';
import { itemSize } from '../item-size.ts';
import type { ItemKey } from '../keys/key-parts.ts';
import { MAX_ITEM_BYTES, MAX_KEY_BYTES } from '../limits.ts';
import type { StoredItem } from '../table.ts';
import { tableShape } from '../table-shape.ts';
import { INDEX_COLUMNS } from './schema.ts';

const shapes = [tableShape, ...Object.values(tableShape.indexes)];

/** Reads and writes whole items over one connection. */
export interface StoredItems {
  get(key: ItemKey): StoredItem | undefined;
  /** Throws RangeError for what DynamoDB refuses: too large, an empty key, a key that is no string. */
  put(item: ItemKey & StoredItem): void;
}

/** Items of a database that is open for writing. */
export function createStoredItems(db: DatabaseSync): StoredItems {
  const select = db.prepare('SELECT item FROM items WHERE PK = ? AND SK = ?');
  const insert = db.prepare(
    `INSERT OR REPLACE INTO items (PK, SK, item, size, ${INDEX_COLUMNS.join(', ')})
     VALUES (?, ?, ?, ?, ${INDEX_COLUMNS.map(() => '?').join(', ')})`,
  );
  return {
    get: ({ PK, SK }) => {
      const row = select.get(PK, SK);
      return row && readStored(row['item']);
    },
    put: (item) => {
      const size = checkedSize(item);
      insert.run(item.PK, item.SK, JSON.stringify(item), size, ...indexValues(item));
    },
  };
}

/** An item as the database keeps it: JSON that this adapter wrote. */
export function readStored(text: unknown): StoredItem {
  const item: unknown = JSON.parse(String(text));
  if (typeof item !== 'object' || item === null) throw new Error('a stored item is no object');
  return { ...item };
}

/** Bytes of an item. Throws RangeError where no table takes it, TypeError for values that no item holds. */
export function checkedSize(item: ItemKey & StoredItem): number {
  const size = itemSize(item);
  if (size > MAX_ITEM_BYTES) throw new RangeError(`an item has ${MAX_ITEM_BYTES} bytes at most, this one ${size}`);
  for (const shape of shapes) {
    for (const part of ['partitionKey', 'sortKey'] as const) {
      const value = item[shape[part]];
      if (value === undefined && shape !== tableShape) continue;
      const fits = typeof value === 'string' && value !== '' && Buffer.byteLength(value) <= MAX_KEY_BYTES[part];
      if (!fits) throw new RangeError(`not a key: ${shape[part]}`);
    }
  }
  return size;
}

function indexValues(item: StoredItem): (string | null)[] {
  return Object.values(tableShape.indexes).flatMap(({ partitionKey, sortKey }) => {
    const [partition, sort] = [item[partitionKey], item[sortKey]];
    return typeof partition === 'string' && typeof sort === 'string' ? [partition, sort] : [null, null];
  });
}
