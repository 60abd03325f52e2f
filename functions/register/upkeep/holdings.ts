import { notesOf } from '../collaboration/notes.ts';
import { type AuditEvent, auditEventSchema } from '../model/audit-event.schema.ts';
import { type BlankNumber, blankNumberSchema } from '../model/blank-number.schema.ts';
import { type DocumentItem, documentItemSchema } from '../model/document-item.schema.ts';
import type { Note } from '../model/note.schema.ts';
import type { ProfileItem } from '../model/profile-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { type RegisterRow, registerRowSchema } from '../model/register-row.schema.ts';
import { type Save, saveSchema } from '../model/save.schema.ts';
import type { SendLine } from '../model/send-line.schema.ts';
import { type SeriesCounter, seriesCounterSchema } from '../model/series-counter.schema.ts';
import { type YearClosing, yearClosingSchema } from '../model/year-closing.schema.ts';
import { readProfileItem } from '../organs/profiles.ts';
import { linesOf } from '../sending/send-lines.ts';
import type { PartitionName } from '../table/keys/partition-name.ts';
import { blankKey } from '../table/keys/row-keys.ts';
import { readItem } from '../table/read-item.ts';
import { isSealBroken } from '../table/seal.ts';
import type { StoredItem } from '../table/table.ts';
import { strayKeysOf, strayKeysOfDocument, strayKeysOfRow } from './derived-keys.ts';
import { readBesideItem, readSettingsItem } from './settings-items.ts';

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
  /** Symbols of blank numbers, and the closing, that say otherwise than when they were written. */
  readonly brokenSeals: readonly string[];
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
  /** Saves that are kept; the first is in the chain. */
  readonly saves: readonly Save[];
  /** Sort keys of saves and looks that say otherwise than when they were written. */
  readonly brokenSeals: readonly string[];
}

/** Profiles of an organ, oldest first. */
export interface ProfilesHolding {
  readonly organ: string;
  readonly profiles: readonly ProfileItem[];
  /** First days of those that say otherwise than when they were written. */
  readonly brokenSeals: readonly string[];
}

/** Settings, libraries and symbols of an organ. */
export interface SettingsHolding {
  readonly organ: string;
  readonly partition: string;
  /** Sort keys of those that say otherwise than when they were written. */
  readonly brokenSeals: readonly string[];
}

/** Items that an inspection meets. */
export type Holding =
  | ({ readonly kind: 'series' } & SeriesHolding)
  | ({ readonly kind: 'document' } & DocumentHolding)
  | ({ readonly kind: 'profiles' } & ProfilesHolding)
  | ({ readonly kind: 'settings' } & SettingsHolding)
  /** Items that no schema reads. */
  | { readonly kind: 'broken'; readonly organ: string; readonly where: string; readonly what: string };

/** Reads the holding of a partition; one that no schema reads comes as `broken`. */
export function* holdingOf(name: PartitionName, items: readonly StoredItem[]): Iterable<Holding> {
  try {
    if (name.kind === 'series') yield { kind: 'series', ...seriesOf(name, items) };
    if (name.kind === 'document') yield { kind: 'document', ...documentOf(name, items) };
    if (name.kind === 'profiles') yield { kind: 'profiles', ...profilesOf(name, items) };
    if (name.kind === 'settings') yield { kind: 'settings', ...settingsOf(name, items) };
  } catch (error) {
    if (!(error instanceof RegisterError) || name.kind === 'other') throw error;
    const where = nameOf(name);
    yield { kind: 'broken', organ: name.organ, where, what: `${error.params['schema']} ${error.params['path']}` };
  }
}

/** Reads the profiles of an organ from its items. Throws `broken-item`. */
export function profilesOf({ organ }: Pick<ProfilesHolding, 'organ'>, items: readonly StoredItem[]): ProfilesHolding {
  return { organ, profiles: items.map(readProfileItem), brokenSeals: brokenSealsOf(items) };
}

/** Reads what an organ has set and collected from its items. Throws `broken-item`. */
export function settingsOf(
  { organ, partition }: Pick<SettingsHolding, 'organ' | 'partition'>,
  items: readonly StoredItem[],
): SettingsHolding {
  for (const item of items) readSettingsItem(item);
  const strays = items.filter((item) => (item['organ'] ?? item['home']) !== organ).map(({ SK }) => String(SK));
  return { organ, partition, brokenSeals: [...new Set([...brokenSealsOf(items), ...strays])] };
}

function brokenSealsOf(items: readonly StoredItem[]): string[] {
  return items.filter(isSealBroken).map(({ SK }) => String(SK));
}

function nameOf(name: Exclude<PartitionName, { readonly kind: 'other' }>): string {
  switch (name.kind) {
    case 'series':
      return `${name.series}/${name.year}`;
    case 'document':
      return name.docId;
    case 'profiles':
      return 'profiles';
    case 'settings':
      return name.partition;
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
  const allBlanks = items
    .filter(({ SK }) => String(SK).startsWith('B#'))
    .map((item) => ({ item, blank: readItem(blankNumberSchema, item) }));
  const blanks = allBlanks.filter(({ blank }) => blank.dropped === undefined);
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
      ...strayKeysOf(items, { organ, year, series }).map((name) => ({ symbol: `${series}/${year}`, name })),
    ],
    brokenSeals: [
      ...allBlanks.filter(({ item }) => isSealBroken(item)).map(({ blank: { symbol } }) => symbol),
      ...(closing && isSealBroken(closing) ? ['#CLOSE'] : []),
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
  const strayKeys = [
    ...(item && document ? strayKeysOfDocument(item, document) : []),
    ...strayKeysOf(items, { organ, docId }),
  ];
  for (const item of items) readBesideItem(item);
  return {
    organ,
    docId,
    events,
    sends: linesOf(items),
    notes: notesOf(items),
    saves: items.filter(({ SK }) => String(SK).startsWith('SAVE#')).map((item) => readItem(saveSchema, item)),
    strayKeys,
    brokenSeals: brokenSealsOf(items),
    ...(document && { document }),
  };
}
