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
import { readProfileItem } from '../organs/profiles.ts';
import { toldSchema } from '../organs/tellings.ts';
import { workingDaysSchema } from '../organs/working-days.ts';
import { linesOf } from '../sending/send-lines.ts';
import type { PartitionName } from '../table/keys/partition-name.ts';
import { blankKey } from '../table/keys/row-keys.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem } from '../table/table.ts';
import { strayKeysOfDocument, strayKeysOfRow } from './derived-keys.ts';

/** All that stands of a series in a year. */
export interface SeriesHolding {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  readonly counter?: SeriesCounter;
  /** In the order of their numbers. */
  readonly rows: RegisterRow[];
  readonly closing?: YearClosing;
  /** Numbers of the older book without a document, by number. */
  readonly blanks: BlankNumber[];
  /** Attributes of indexes that do not follow from their rows, with the symbol of each row. */
  readonly strayKeys: { readonly symbol: string; readonly name: string }[];
}

/** All that stands of a document. */
export interface DocumentHolding {
  readonly organ: string;
  readonly docId: string;
  readonly document?: DocumentItem;
  /** In the order of their versions. */
  readonly events: readonly AuditEvent[];
  /** Attributes of indexes that do not follow from the document. */
  readonly strayKeys: readonly string[];
  /** Lines of its sendings, and what sendings that did not come about left. */
  readonly sends: readonly SendLine[];
  /** Remarks, in their order. */
  readonly notes: readonly Note[];
}

/** Profiles of an organ, oldest first. */
export interface ProfilesHolding {
  readonly organ: string;
  readonly profiles: readonly ProfileItem[];
}

/** Items that an inspection meets. */
export type Holding =
  | ({ readonly kind: 'series' } & SeriesHolding)
  | ({ readonly kind: 'document' } & DocumentHolding)
  | ({ readonly kind: 'profiles' } & ProfilesHolding)
  /** Items that no schema reads. */
  | { readonly kind: 'broken'; readonly organ: string; readonly where: string; readonly what: string };

/** Reads the holding of a partition; one that no schema reads comes as `broken`. */
export function* holdingOf(name: PartitionName, items: readonly StoredItem[]): Iterable<Holding> {
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
export function readOfficeItem(item: StoredItem): void {
  const kind = String(item['SK']);
  if (kind === 'TOLD') readItem(toldSchema, item);
  else if (kind.startsWith('Y#')) readItem(workingDaysSchema, item);
  else if (kind.startsWith('GUEST#')) readItem(guestSchema, item);
  else if (kind.startsWith('AT#')) readItem(guestAtSchema, item);
  else readItem(officeSchema, item);
}

function nameOf(name: Exclude<PartitionName, { readonly kind: 'other' }>): string {
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

/** Reads what stands of a series in a year from its items. Throws `broken-item`. */
export function seriesOf(
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

/** Reads what stands of a document from its items. Throws `broken-item`. */
export function documentOf(
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
