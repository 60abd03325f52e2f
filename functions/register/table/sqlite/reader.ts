import { createHash } from 'node:crypto';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { itemSize } from '../item-size.ts';
import type { ItemKey } from '../keys/key-parts.ts';
import { MAX_PAGE_BYTES } from '../limits.ts';
import type { PageKey, QueryPage, QueryRequest, StoredItem, TableShare } from '../table.ts';
import { tableShape } from '../table-shape.ts';
import { pageSql } from './page-query.ts';
import { openForReading } from './schema.ts';
import { readStored } from './stored-items.ts';

/** Reads over one connection of its own, beside the writer: it never waits for a commit. */
export interface Reader {
  get(key: ItemKey): StoredItem | undefined;
  query(request: QueryRequest): QueryPage;
  scan(startAt?: PageKey, share?: TableShare): QueryPage;
  close(): void;
}

const SCAN = 'SELECT item, size, PK, SK FROM items';

/** Opens a reader of a register file that is there. */
export function openReader(path: string): Reader {
  const db = openForReading(path);
  const prepared = statementCache(db);
  const select = db.prepare('SELECT item FROM items WHERE PK = ? AND SK = ?');
  return {
    get: ({ PK, SK }) => {
      const row = select.get(PK, SK);
      return row && readStored(row['item']);
    },
    query: (request) => {
      const { limit = Number.POSITIVE_INFINITY, only } = request;
      if (limit < 1) throw new RangeError('a page has one item at least');
      const { sql, values } = pageSql(request);
      const index = request.index && tableShape.indexes[request.index];
      const attributes = index && [...index.projected, 'PK', 'SK', index.partitionKey, index.sortKey];
      const items: StoredItem[] = [];
      let bytes = 0;
      for (const row of prepared(sql).iterate(...values)) {
        const item = attributes ? pick(readStored(row['item']), attributes) : readStored(row['item']);
        const size = attributes ? itemSize(item) : Number(row['size']);
        if (bytes + size > MAX_PAGE_BYTES && items.length > 0)
          return { items: items.map(shown), lastKey: keyOf(items) };
        bytes += size;
        items.push(item);
        if (items.length === limit) return { items: items.map(shown), lastKey: keyOf(items) };
      }
      return { items: items.map(shown) };

      function shown(item: StoredItem): StoredItem {
        return only ? pick(item, only) : item;
      }
      function keyOf(read: readonly StoredItem[]): PageKey {
        const last = read.at(-1) ?? {};
        const names = ['PK', 'SK', ...(index ? [index.partitionKey, index.sortKey] : [])];
        return Object.fromEntries(names.map((name) => [name, String(last[name])]));
      }
    },
    scan: (startAt, share) => {
      const rows = startAt
        ? prepared(`${SCAN} WHERE (PK, SK) > (?, ?) ORDER BY PK, SK`).iterate(startAt['PK'] ?? '', startAt['SK'] ?? '')
        : prepared(`${SCAN} ORDER BY PK, SK`).iterate();
      const items: StoredItem[] = [];
      let bytes = 0;
      let at = startAt;
      for (const row of rows) {
        const size = Number(row['size']);
        if (bytes > 0 && bytes + size > MAX_PAGE_BYTES && at) return { items, lastKey: at };
        bytes += size;
        at = { PK: String(row['PK']), SK: String(row['SK']) };
        if (!share || shareOf(at['PK'] ?? '', share.of) === share.index) items.push(readStored(row['item']));
      }
      return { items };
    },
    close: () => db.close(),
  };
}

/** Share of all partitions that one belongs to. */
function shareOf(partition: string, of: number): number {
  return createHash('sha256').update(partition).digest().readUInt32BE(0) % of;
}

function pick(item: StoredItem, names: readonly string[]): StoredItem {
  const picked: StoredItem = {};
  for (const name of names) if (item[name] !== undefined) picked[name] = item[name];
  return picked;
}

/** Queries differ in a few shapes only, so each is compiled once. A statement that is in use is compiled again. */
function statementCache(db: DatabaseSync): (sql: string) => StatementSync {
  const known = new Map<string, StatementSync>();
  return (sql) => {
    const statement = known.get(sql) ?? db.prepare(sql);
    known.set(sql, statement);
    return statement;
  };
}
