import type { ItemKey } from './keys/key-parts.ts';
import type { tableShape } from './table-shape.ts';
import type { Write } from './write.ts';

/** An item as it came, for a schema to read. */
export type StoredItem = Record<string, unknown>;

/** Reason of one write in a cancelled transaction: `ConditionalCheckFailed` with its item, a conflict, or `None`. */
export interface Reason {
  readonly code: string;
  readonly item?: StoredItem;
}

/** Done as a whole, or not at all with a reason a write; no reasons when the whole table was busy. */
export type Outcome = { readonly done: true } | { readonly done: false; readonly reasons: readonly Reason[] };

/** The key of an item, with its key in the index that was asked: where a page ended. */
export type PageKey = Readonly<Record<string, string>>;

/** A page of a query, and where the next one starts. */
export interface QueryPage {
  readonly items: readonly StoredItem[];
  readonly lastKey?: PageKey;
}

/** One of `of` shares of all partitions, from 0 on, cut by the hash of their keys: a partition is whole in one of them. */
export interface TableShare {
  readonly index: number;
  readonly of: number;
}

/** Range to read in order. */
export interface QueryRequest {
  /** Absent: the table itself, strongly consistent. */
  readonly index?: keyof typeof tableShape.indexes;
  readonly partition: string;
  /** On the sort key, by UTF-8 bytes, both ends included; absent: all. */
  readonly sort?:
    | { readonly startsWith: string }
    | { readonly upTo: string }
    | { readonly from: string; readonly to: string };
  readonly newestFirst?: boolean;
  readonly limit?: number;
  readonly startAt?: PageKey;
  /** These attributes alone. */
  readonly only?: readonly string[];
}

/**
 * The table of the register, whichever database keeps it. An item has 400 KB at most, a page 1 MB, a transaction 100 writes on
 * different items. Each call may throw `RegisterError` with `unavailable` or `busy`.
 *
 * @throws TypeError for values that no item holds: functions, dates, NaN
 */
export interface Table {
  /** Strongly consistent. */
  get(key: ItemKey): Promise<StoredItem | undefined>;
  /** Strongly consistent, in the order of the keys. */
  getMany(keys: readonly ItemKey[]): Promise<(StoredItem | undefined)[]>;
  /** Throws `bad-cursor` for a start outside the partition. */
  query(request: QueryRequest): Promise<QueryPage>;
  /** Everything, or a share of all partitions, in the table's own order: for `verify` and repair alone. */
  scan(startAt?: PageKey, share?: TableShare): Promise<QueryPage>;
  /** One try. */
  transact(writes: readonly Write[]): Promise<Outcome>;
  /** Waits between two tries. */
  sleep(ms: number): Promise<void>;
}
