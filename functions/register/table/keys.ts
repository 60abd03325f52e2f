import { spread } from '#base/node/hash.ts';
import { foldWords } from '#document/text/vietnamese.ts';
import { RegisterError } from '../model/register-error.ts';
import type { DocumentState } from '../model/types.ts';
import { OUTBOX_SHARDS } from './table-shape.ts';

/** The primary key of an item. */
export type ItemKey = Readonly<{ PK: string; SK: string }>;

const MAX_NUMBER = 9_999_999;
const MAX_VERSION = 999_999;

/** A part of a key: no `#`, nothing that sorts or splits differently from what it looks like. Throws `bad-key`. */
export function keyPart(part: string, value: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(value)) throw new RegisterError('bad-key', { part });
  return value;
}

function padded(part: string, value: number, max: number): string {
  if (!Number.isSafeInteger(value) || value < 1 || value > max) throw new RegisterError('bad-key', { part });
  return String(value).padStart(String(max).length, '0');
}

const organPart = (organ: string) => `A#${keyPart('organ', organ)}`;
const seriesPart = (organ: string, year: number, series: string) =>
  `${organPart(organ)}#R#${padded('year', year, 9999)}#${keyPart('series', series)}`;
const documentPart = (organ: string, docId: string) => `${organPart(organ)}#D#${keyPart('docId', docId)}`;

/** The counter of a series. */
export const counterKey = (organ: string, year: number, series: string): ItemKey => ({
  PK: seriesPart(organ, year, series),
  SK: '#C',
});

/** Key of the series that claims a symbol in a year. */
export const symbolClaimKey = (organ: string, year: number, notation: string): ItemKey => ({
  PK: `${organPart(organ)}#R#${padded('year', year, 9999)}`,
  SK: `K#${notation}`,
});

/** Key of a year's closing. */
export const closingKey = (organ: string, year: number, series: string): ItemKey => ({
  PK: seriesPart(organ, year, series),
  SK: '#CLOSE',
});

/** Subject of a partition of the table. */
export type PartitionName =
  | { kind: 'series'; organ: string; year: number; series: string }
  | { kind: 'document'; organ: string; docId: string }
  | { kind: 'profiles'; organ: string }
  | { kind: 'office'; organ: string }
  | { kind: 'other' };

/** Reads a partition key that this register wrote. */
export function readPartition(pk: string): PartitionName {
  const [, organ, kind, first, second] = /^A#([^#]+)#([RD])#([^#]+)(?:#([^#]+))?$/.exec(pk) ?? [];
  if (organ !== undefined && kind === 'D' && first !== undefined) return { kind: 'document', organ, docId: first };
  if (organ !== undefined && kind === 'R' && first !== undefined && second !== undefined) {
    return { kind: 'series', organ, year: Number(first), series: second };
  }
  const [, named, part] = /^A#([^#]+)#([PO])$/.exec(pk) ?? [];
  if (named === undefined) return { kind: 'other' };
  return part === 'P' ? { kind: 'profiles', organ: named } : { kind: 'office', organ: named };
}

/** Tells lines under one number apart, as older books have them: 35a, the second 35. */
export interface NumberVariant {
  /** `a`, `bis`: lower-case letters, `đ` among them. */
  readonly codeSuffix?: string;
  /** 2, 3 … for a number that was given more than once. */
  readonly copy?: number;
}

/** Place of a line of the book. */
export interface RowId extends NumberVariant {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  readonly codeNumber: number;
}

const MAX_COPY = 9;

/** A line of the book: `N#0000035`, `N#0000035#a`, `N#0000035##2`. They sort by number, suffix, copy. Throws `bad-key`. */
export const rowKey = (
  organ: string,
  year: number,
  series: string,
  codeNumber: number,
  variant: NumberVariant = {},
): ItemKey => ({
  PK: seriesPart(organ, year, series),
  SK: `N#${padded('codeNumber', codeNumber, MAX_NUMBER)}${variantPart(variant)}`,
});

/** A number of an older book without a document: `B#0000036`, `B#0000036#a`. */
export const blankKey = ({ organ, year, series, codeNumber, codeSuffix }: RowId): ItemKey => ({
  PK: seriesPart(organ, year, series),
  SK: `B#${padded('codeNumber', codeNumber, MAX_NUMBER)}${variantPart(variantOf({ codeSuffix }))}`,
});

/** Key of a line by its place. */
export const rowKeyOf = (rowId: RowId): ItemKey =>
  rowKey(rowId.organ, rowId.year, rowId.series, rowId.codeNumber, rowId);

/** Place of the line of a document that has a number; undefined while it has none. */
export function rowIdOf(document: Partial<RowId> & Pick<RowId, 'organ'> & { series: string }): RowId | undefined {
  const { organ, year, series, codeNumber, codeSuffix, copy } = document;
  if (year === undefined || codeNumber === undefined) return undefined;
  return { organ, year, series, codeNumber, ...variantOf({ codeSuffix, copy }) };
}

/** Suffix and copy alone, of what may hold more. */
export function variantOf({
  codeSuffix,
  copy,
}: {
  codeSuffix?: string | undefined;
  copy?: number | undefined;
}): NumberVariant {
  return { ...(codeSuffix !== undefined && { codeSuffix }), ...(copy !== undefined && { copy }) };
}

/** A suffix in letters that a key or a store's metadata may have; đ sorts between d and e. */
export const suffixKey = (codeSuffix: string): string => codeSuffix.replaceAll('đ', 'dz');

/** The suffix of a {@link suffixKey}. */
export const suffixOfKey = (key: string): string => key.replaceAll('dz', 'đ');

function variantPart({ codeSuffix, copy }: NumberVariant): string {
  if (codeSuffix === undefined && copy === undefined) return '';
  if (codeSuffix !== undefined && !/^[a-zđ]{1,4}$/.test(codeSuffix))
    throw new RegisterError('bad-key', { part: 'codeSuffix' });
  const isCopy = copy === undefined || (Number.isSafeInteger(copy) && copy >= 2 && copy <= MAX_COPY);
  if (!isCopy) throw new RegisterError('bad-key', { part: 'copy' });
  return `#${suffixKey(codeSuffix ?? '')}${copy === undefined ? '' : `#${copy}`}`;
}

/** One word of a trích yếu, or two side by side, and where it stands; newest last. */
export const wordKey = (organ: string, token: string, issuedDate: string, docId: string): ItemKey => ({
  PK: `${organPart(organ)}#T#${token}`,
  SK: `${issuedDate}#${keyPart('docId', docId)}`,
});

/** One word of the name of an organ, or two side by side: the public directory of names, across organs. */
export const organNameKey = (token: string, organ: string, name: string): ItemKey => ({
  PK: `NAME#${token}`,
  SK: `${keyPart('organ', organ)}#${foldWords(name)}`,
});

/** A document's state. */
export const documentKey = (organ: string, docId: string): ItemKey => ({ PK: documentPart(organ, docId), SK: 'META' });

/** One transition of a document. */
export const auditKey = (organ: string, docId: string, version: number): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `AUD#${padded('version', version, MAX_VERSION)}`,
});

/** One look at a document. */
export const viewKey = (organ: string, docId: string, at: Date, viewId: string): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `VIEW#${at.toISOString()}#${keyPart('viewId', viewId)}`,
});

/** A remark on a version of a document. */
export const noteKey = (organ: string, docId: string, version: number, place: number): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `NOTE#${padded('version', version, MAX_VERSION)}#${padded('note', place, MAX_NOTES)}`,
});

/** Remarks on one version of a document at most. */
export const MAX_NOTES = 999;

/** The text of a document that a person saw last. */
export const seenKey = (organ: string, docId: string, staffId: string): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `SEEN#${keyPart('staffId', staffId)}`,
});

/** Key of the people who have a document open. */
export const presenceKey = (organ: string, docId: string): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: 'PRESENCE',
});

/** Saves of a document that are kept; each takes the place of the one that many before it. */
export const MAX_SAVES = 300;

/** A save of a draft. */
export const saveKey = (organ: string, docId: string, rev: number): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `SAVE#${String(rev % MAX_SAVES).padStart(3, '0')}`,
});

/** A profile from a day on. */
export const profileKey = (organ: string, validFrom: string): ItemKey => ({
  PK: `${organPart(organ)}#P`,
  SK: keyPart('validFrom', validFrom),
});

/** Key of an office's settings. */
export const officeKey = (organ: string): ItemKey => ({ PK: `${organPart(organ)}#O`, SK: 'WAY' });

/** Key of the mails sent to an office. */
export const toldKey = (organ: string): ItemKey => ({ PK: `${organPart(organ)}#O`, SK: 'TOLD' });

/** An organ with people who are told by mail: one partition lists them all. */
export const toldOrganKey = (organ: string): ItemKey => ({
  PK: 'TOLD#ORGANS',
  SK: keyPart('organ', organ),
});

/** On which days of a year an office works otherwise than by the week. */
export const workingDaysKey = (organ: string, year: number): ItemKey => ({
  PK: `${organPart(organ)}#O`,
  SK: `Y#${padded('year', year, 9999)}`,
});

/** An entry of an office's libraries: a document that it cites (B), a group of recipients (G). */
export const libraryKey = (organ: string, kind: 'B' | 'G', id: string): ItemKey => ({
  PK: `${organPart(organ)}#L`,
  SK: `${kind}#${keyPart('entry', id)}`,
});

/** A person of another organ in this one. */
export const guestKey = (organ: string, staffId: string): ItemKey => ({
  PK: `${organPart(organ)}#O`,
  SK: `GUEST#${keyPart('staffId', staffId)}`,
});

/** Key of an organ where a person is a guest: by their home, before the organ that has the guest's item. */
export const guestAtKey = (home: string, staffId: string, organ: string): ItemKey => ({
  PK: `${organPart(home)}#O`,
  SK: `AT#${keyPart('staffId', staffId)}#${keyPart('organ', organ)}`,
});

/** One recipient of one sending. */
export const sendKey = (organ: string, docId: string, line: string): ItemKey => ({
  PK: documentPart(organ, docId),
  SK: `SEND#${keyPart('line', line)}`,
});

/** Under what the index by state has a document: what is issued and not sent yet stands apart. */
export type ListedState = DocumentState | 'unsent';

/** See {@link ListedState}. */
export function listedState({ state, sending }: { state: DocumentState; sending?: 'unsent' | 'sent' }): ListedState {
  return state === 'issued' && sending === 'unsent' ? 'unsent' : state;
}

/** Attributes of the index by state. */
export const stateIndex = (organ: string, state: ListedState, updatedAt: string, docId: string) => ({
  statePK: `${organPart(organ)}#S#${state}`,
  stateSK: `${updatedAt}#${docId}`,
});

/** Attributes of the index by symbol. */
export const symbolIndex = (symbolKey: string, year: number, organ: string) => ({
  symbolPK: `SYM#${symbolKey}`,
  symbolSK: `${padded('year', year, 9999)}#${organ}`,
});

/** Attributes of the index by date; number, suffix and copy order within a day. */
export const dateIndex = (
  organ: string,
  issuedDate: string,
  codeNumber: number,
  series: string,
  variant: NumberVariant = {},
) => ({
  datePK: `${organPart(organ)}#${issuedDate.slice(0, 4)}`,
  dateSK: `${issuedDate}#${padded('codeNumber', codeNumber, MAX_NUMBER)}#${series}${variantPart(variant)}`,
});

/** Partition of the outbox by its number. */
export const outboxShard = (shard: number): string => `OUT#${shard}`;

/** Picks the outbox partition of a document's row: even, and always the same. */
export function outboxShardOf(docId: string): string {
  return outboxShard(spread(docId) % OUTBOX_SHARDS);
}
