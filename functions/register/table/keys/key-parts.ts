import { RegisterError } from '../../model/register-error.ts';

/** The primary key of an item. */
export type ItemKey = Readonly<{ readonly PK: string; readonly SK: string }>;

/** Highest number that a key can hold. */
export const MAX_NUMBER = 9_999_999;

/** Highest version that a key can hold. */
export const MAX_VERSION = 999_999;

/** A part of a key: no `#`, nothing that sorts or splits differently from what it looks like. Throws `bad-key`. */
export function keyPart(part: string, value: string): string {
  if (!/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/.test(value)) throw new RegisterError('bad-key', { part });
  return value;
}

/** Writes a number with as many digits as its maximum. Throws `bad-key`. */
export function padded(part: string, value: number, max: number): string {
  if (!Number.isSafeInteger(value) || value < 1 || value > max) throw new RegisterError('bad-key', { part });
  return String(value).padStart(String(max).length, '0');
}

/** Partition of an organ. */
export const organPart = (organ: string) => `A#${keyPart('organ', organ)}`;

/** Partition of a series in a year. */
export const seriesPart = (organ: string, year: number, series: string) =>
  `${organPart(organ)}#R#${padded('year', year, 9999)}#${keyPart('series', series)}`;

/** Partition of a document. */
export const documentPart = (organ: string, docId: string) => `${organPart(organ)}#D#${keyPart('docId', docId)}`;
