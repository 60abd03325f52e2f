import { commit, MAX_WRITES } from '../table/commit.ts';
import { isNew } from '../table/condition.ts';
import { type ItemKey, keyPart } from '../table/keys/key-parts.ts';
import type { StoredItem, Table } from '../table/table.ts';

/** An item as it is: its key, what it says, and the attributes by which indexes have it. */
export type OrganItem = ItemKey & StoredItem;

/** The items of an organ, for moving it to another table. They are taken as they are: no schema reads them here. */
export interface OrganItems {
  /**
   * Every item of an organ but its members, who move through `Members`. Strongly consistent page by page; what is written
   * meanwhile may be missing.
   */
  all(organ: string): AsyncIterable<OrganItem>;
  /** Reads the items under some keys, in their order, strongly consistent. */
  getMany(keys: readonly ItemKey[]): Promise<(OrganItem | undefined)[]>;
  /** Puts items that are not there yet, 100 at most in one transaction. False where one of them is there: then none was put. */
  add(items: readonly OrganItem[]): Promise<boolean>;
}

/** Way to read what an organ has; more may come along. */
export type ReadOrgan = (table: Table, organ: string) => AsyncIterable<StoredItem>;

/** Items of organs in a table; nothing is sent yet. `read`: `walkOrgan` where the table holds the organs of a whole country. */
export function createOrganItems(table: Table, read: ReadOrgan = scanAll): OrganItems {
  return {
    all: async function* (organ) {
      for await (const item of read(table, organ)) {
        if (hasKey(item) && isOf(organ, item) && !isMember(organ, item)) yield item;
      }
    },
    getMany: async (keys) => {
      // An item may stand for its key, and a read takes the key alone.
      const found = await table.getMany(keys.map(({ PK, SK }) => ({ PK, SK })));
      return found.map((item) => (item && hasKey(item) ? item : undefined));
    },
    add: async (items) => {
      if (items.length > MAX_WRITES) throw new RangeError(`a transaction has ${MAX_WRITES} writes at most`);
      return (
        await commit(
          table,
          items.map((put) => ({ put, if: isNew })),
        )
      ).done;
    },
  };
}

async function* scanAll(table: Table): AsyncIterable<StoredItem> {
  let page = await table.scan();
  for (;;) {
    yield* page.items;
    if (!page.lastKey) return;
    page = await table.scan(page.lastKey);
  }
}

/** Tells whether an item has the two parts of a key. */
export function hasKey(item: StoredItem): item is OrganItem {
  return typeof item['PK'] === 'string' && typeof item['SK'] === 'string';
}

/** Tells whether an item stands where this organ's items stand, in the table and in every index that has it. */
export function isOf(organ: string, item: OrganItem): boolean {
  const own = `A#${keyPart('organ', organ)}#`;
  const inOwn = item.PK.startsWith(own) || (item.PK.startsWith('NAME#') && item.SK.startsWith(`${organ}#`));
  return (
    inOwn && (item['organ'] === undefined || item['organ'] === organ) && INDEXED.every((fits) => fits(item, own, organ))
  );
}

/** Tells whether work is still owed for an item: a number without its files, a fan-out with units left to do. */
export function isUnfinished(item: OrganItem): boolean {
  return item['outShard'] !== undefined;
}

function isMember(organ: string, item: OrganItem): boolean {
  return item.PK === `A#${organ}#U`;
}

const startsWith = (value: unknown, start: string) =>
  value === undefined || (typeof value === 'string' && value.startsWith(start));

/** For each index what an item of the organ may say there, if anything. */
const INDEXED: readonly ((item: OrganItem, own: string, organ: string) => boolean)[] = [
  (item, own) => startsWith(item['statePK'], `${own}S#`),
  (item, own) => startsWith(item['datePK'], own),
  ({ symbolPK }) => startsWith(symbolPK, 'SYM#'),
  ({ symbolSK }, _own, organ) =>
    symbolSK === undefined || (typeof symbolSK === 'string' && symbolSK.slice(4) === `#${organ}`),
];
