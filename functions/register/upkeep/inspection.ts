import { notesOf } from '../collaboration/notes.ts';
import { type AuditEvent, auditEventSchema } from '../model/audit-event.schema.ts';
import { type BlankNumber, blankNumberSchema } from '../model/blank-number.schema.ts';
import { type DocumentItem, documentItemSchema } from '../model/document-item.schema.ts';
import type { Note } from '../model/note.schema.ts';
import type { ProfileItem } from '../model/profile-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { type RegisterRow, registerRowSchema } from '../model/register-row.schema.ts';
import type { SendLine } from '../model/send-line.schema.ts';
import { type SeriesCounter, seriesCounterSchema } from '../model/series-counter.schema.ts';
import { type YearClosing, yearClosingSchema } from '../model/year-closing.schema.ts';
import { guestAtSchema, guestSchema } from '../organs/guest.schema.ts';
import { officeSchema } from '../organs/office.schema.ts';
import { listProfiles, readProfileItem } from '../organs/profiles.ts';
import { toldSchema } from '../organs/tellings.ts';
import { workingDaysSchema } from '../organs/working-days.ts';
import { linesOf } from '../sending/send-lines.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { officeKey } from '../table/keys/organ-keys.ts';
import { type PartitionName, readPartition } from '../table/keys/partition-name.ts';
import { blankKey, type RowId, rowKey, rowKeyOf } from '../table/keys/row-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem, Table, TableShare } from '../table/table.ts';
import { type MissingWords, missingNames, missingWords, strayKeysOfDocument, strayKeysOfRow } from './derived-keys.ts';
import { namedBlobs } from './named-blobs.ts';

/** All that stands of a series in a year. */
export interface SeriesHolding {
  organ: string;
  year: number;
  series: string;
  counter?: SeriesCounter;
  /** In the order of their numbers. */
  rows: RegisterRow[];
  closing?: YearClosing;
  /** Numbers of the older book without a document, by number. */
  blanks: BlankNumber[];
  /** Attributes of indexes that do not follow from their rows, with the symbol of each row. */
  strayKeys: { symbol: string; name: string }[];
}

/** All that stands of a document. */
export interface DocumentHolding {
  organ: string;
  docId: string;
  document?: DocumentItem;
  /** In the order of their versions. */
  events: AuditEvent[];
  /** Attributes of indexes that do not follow from the document. */
  strayKeys: string[];
  /** Lines of its sendings, and what sendings that did not come about left. */
  sends: SendLine[];
  /** Remarks, in their order. */
  notes: Note[];
}

/** Profiles of an organ, oldest first. */
export interface ProfilesHolding {
  organ: string;
  profiles: ProfileItem[];
}

/** Items that an inspection meets. */
export type Holding =
  | ({ kind: 'series' } & SeriesHolding)
  | ({ kind: 'document' } & DocumentHolding)
  | ({ kind: 'profiles' } & ProfilesHolding)
  /** Items that no schema reads. */
  | { kind: 'broken'; organ: string; where: string; what: string };

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
  /** Reads how an office works, is told and rests. Throws `broken-item`. */
  office(organ: string): Promise<void>;
  /** Of rows, those whose words by which they are found are not all there. */
  missingWords(rows: readonly RegisterRow[]): Promise<MissingWords[]>;
  /** Counts the entries that the directory of names lacks for one name of an organ. */
  missingNames(organ: string, name: string): Promise<number>;
  /** Collects the hashes of blobs that a document or fan-out names. Throws `broken-item`. */
  namedBlobs(organ: string, docId: string): Promise<Set<string>>;
  documents(refs: readonly { organ: string; docId: string }[]): Promise<(DocumentItem | undefined)[]>;
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
    profiles: async (organ) => ({ organ, profiles: await listProfiles(table, organ) }),
    office: async (organ) => {
      for (const item of await queryAll(table, { partition: officeKey(organ).PK })) readOfficeItem(item);
    },
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
  let open: { pk: string; name: PartitionName; items: StoredItem[] } | undefined;
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

function* holdingOf(name: PartitionName, items: readonly StoredItem[]): Iterable<Holding> {
  try {
    if (name.kind === 'series') yield { kind: 'series', ...seriesOf(name, items) };
    if (name.kind === 'document') yield { kind: 'document', ...documentOf(name, items) };
    if (name.kind === 'profiles') {
      yield { kind: 'profiles', organ: name.organ, profiles: items.map(readProfileItem) };
    }
    if (name.kind === 'office') for (const item of items) readOfficeItem(item);
  } catch (error) {
    if (!(error instanceof RegisterError) || name.kind === 'other') throw error;
    const where = nameOf(name);
    yield { kind: 'broken', organ: name.organ, where, what: `${error.params['schema']} ${error.params['path']}` };
  }
}

/** Reads an item of how an office works, is told and rests. Throws `broken-item`. */
function readOfficeItem(item: StoredItem): void {
  const kind = String(item['SK']);
  if (kind === 'TOLD') readItem(toldSchema, item);
  else if (kind.startsWith('Y#')) readItem(workingDaysSchema, item);
  else if (kind.startsWith('GUEST#')) readItem(guestSchema, item);
  else if (kind.startsWith('AT#')) readItem(guestAtSchema, item);
  else readItem(officeSchema, item);
}

function nameOf(name: Exclude<PartitionName, { kind: 'other' }>): string {
  switch (name.kind) {
    case 'series':
      return `${name.series}/${name.year}`;
    case 'document':
      return name.docId;
    case 'profiles':
      return 'profiles';
    case 'office':
      return 'office';
  }
}

function seriesOf(
  { organ, year, series }: Pick<SeriesHolding, 'organ' | 'year' | 'series'>,
  items: readonly StoredItem[],
): SeriesHolding {
  const counter = items.find(({ SK }) => SK === '#C');
  const closing = items.find(({ SK }) => SK === '#CLOSE');
  const rows = items
    .filter(({ SK }) => String(SK).startsWith('N#'))
    .sort((a, b) => (String(a['SK']) < String(b['SK']) ? -1 : 1))
    .map((item) => ({ item, row: readItem(registerRowSchema, item) }));
  const blanks = items
    .filter(({ SK }) => String(SK).startsWith('B#'))
    .map((item) => ({ item, blank: readItem(blankNumberSchema, item) }))
    .filter(({ blank }) => blank.dropped === undefined);
  const strayBlanks = blanks.filter(({ item, blank }) => {
    const { PK, SK } = blankKey(blank);
    return PK !== item['PK'] || SK !== item['SK'];
  });
  return {
    organ,
    year,
    series,
    rows: rows.map(({ row }) => row),
    blanks: blanks.map(({ blank }) => blank),
    strayKeys: [
      ...rows.flatMap(({ item, row }) => strayKeysOfRow(item, row).map((name) => ({ symbol: row.symbol, name }))),
      ...strayBlanks.map(({ blank: { symbol } }) => ({ symbol, name: 'SK' })),
    ],
    ...(counter && { counter: readItem(seriesCounterSchema, counter) }),
    ...(closing && { closing: readItem(yearClosingSchema, closing) }),
  };
}

function documentOf(
  { organ, docId }: Pick<DocumentHolding, 'organ' | 'docId'>,
  items: readonly StoredItem[],
): DocumentHolding {
  const item = items.find(({ SK }) => SK === 'META');
  const document = item && readItem(documentItemSchema, item);
  const events = items
    .filter(({ SK }) => String(SK).startsWith('AUD#'))
    .map((item) => readItem(auditEventSchema, item));
  events.sort((a, b) => a.version - b.version);
  const strayKeys = item && document ? strayKeysOfDocument(item, document) : [];
  return {
    organ,
    docId,
    events,
    sends: linesOf(items),
    notes: notesOf(items),
    strayKeys,
    ...(document && { document }),
  };
}
