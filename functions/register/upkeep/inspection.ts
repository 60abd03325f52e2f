import { type DocumentItem, documentItemSchema } from '../model/document-item.schema.ts';
import { type RegisterRow, registerRowSchema } from '../model/register-row.schema.ts';
import { claimedSeries } from '../numbers/symbol-claim.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { profileKey } from '../table/keys/organ-keys.ts';
import { type PartitionName, readPartition } from '../table/keys/partition-name.ts';
import { type RowId, rowKey, rowKeyOf } from '../table/keys/row-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem, Table, TableShare } from '../table/table.ts';
import { type MissingWords, missingNames, missingWords } from './derived-keys.ts';
import {
  type DocumentHolding,
  documentOf,
  type Holding,
  holdingOf,
  type ProfilesHolding,
  profilesOf,
  type SeriesHolding,
  type SettingsHolding,
  seriesOf,
  settingsOf,
} from './holdings.ts';
import { namedBlobs } from './named-blobs.ts';

/** Reads a whole table, for `verify` and repair. But on the way through all, items that no schema reads throw `broken-item`. */
export interface Inspection {
  /**
   * Every series and document, or those of a share of the table, in the table's order. Where writes go on meanwhile, or a page ends within one, it may come in
   * pieces: what looks wrong is read again by {@link Inspection.series} or {@link Inspection.document} before it is believed.
   */
  holdings(share?: TableShare): AsyncIterable<Holding>;
  series(organ: string, year: number, series: string): Promise<SeriesHolding>;
  document(organ: string, docId: string): Promise<DocumentHolding>;
  profiles(organ: string): Promise<ProfilesHolding>;
  /** Reads what stands in a partition of settings. Throws `broken-item`. */
  settings(organ: string, partition: string): Promise<SettingsHolding>;
  /** Series that symbols of a year belong to, in their order. */
  claimedSeries(organ: string, year: number, symbols: readonly string[]): Promise<(string | undefined)[]>;
  /** Of rows, those whose words by which they are found are not all there. */
  missingWords(rows: readonly RegisterRow[]): Promise<MissingWords[]>;
  /** Counts the entries that the directory of names lacks for one name of an organ. */
  missingNames(organ: string, name: string): Promise<number>;
  /** Collects the hashes of blobs that a document or fan-out names. Throws `broken-item`. */
  namedBlobs(organ: string, docId: string): Promise<Set<string>>;
  documents(refs: readonly { readonly organ: string; readonly docId: string }[]): Promise<(DocumentItem | undefined)[]>;
  rows(places: readonly RowId[]): Promise<(RegisterRow | undefined)[]>;
}

/** Opens a table for inspection; nothing is sent yet. */
export function createInspection(table: Table): Inspection {
  return {
    holdings: (share) => holdings(table, share),
    series: async (organ, year, series) => {
      const items = await queryAll(table, { partition: rowKey(organ, year, series, 1).PK });
      return seriesOf({ organ, year, series }, items);
    },
    document: async (organ, docId) => {
      const items = await queryAll(table, { partition: documentKey(organ, docId).PK });
      return documentOf({ organ, docId }, items);
    },
    profiles: async (organ) => profilesOf({ organ }, await queryAll(table, { partition: profileKey(organ, '0').PK })),
    settings: async (organ, partition) => settingsOf({ organ, partition }, await queryAll(table, { partition })),
    claimedSeries: (organ, year, symbols) => claimedSeries(table, { organ, year }, symbols),
    missingWords: (rows) => missingWords(table, rows),
    missingNames: (organ, name) => missingNames(table, organ, name),
    namedBlobs: (organ, docId) => namedBlobs(table, organ, docId),
    documents: async (refs) => {
      const items = await table.getMany(refs.map(({ organ, docId }) => documentKey(organ, docId)));
      return items.map((item) => item && readItem(documentItemSchema, item));
    },
    rows: async (places) => {
      const items = await table.getMany(places.map(rowKeyOf));
      return items.map((item) => item && readItem(registerRowSchema, item));
    },
  };
}

async function* holdings(table: Table, share: TableShare | undefined): AsyncIterable<Holding> {
  let open: { readonly pk: string; readonly name: PartitionName; readonly items: StoredItem[] } | undefined;
  let page = await table.scan(undefined, share);
  for (;;) {
    for (const item of page.items) {
      const pk = String(item['PK']);
      if (open?.pk !== pk) {
        if (open) yield* holdingOf(open.name, open.items);
        open = { pk, name: readPartition(pk), items: [] };
      }
      open.items.push(item);
    }
    if (!page.lastKey) break;
    page = await table.scan(page.lastKey, share);
  }
  if (open) yield* holdingOf(open.name, open.items);
}
