import { RegisterError } from '../../model/register-error.ts';
import { type ItemKey, MAX_NUMBER, padded, seriesPart } from './key-parts.ts';

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
export function rowIdOf(
  document: Partial<RowId> & Pick<RowId, 'organ'> & { readonly series: string },
): RowId | undefined {
  const { organ, year, series, codeNumber, codeSuffix, copy } = document;
  if (year === undefined || codeNumber === undefined) return undefined;
  return { organ, year, series, codeNumber, ...variantOf({ codeSuffix, copy }) };
}

/** Suffix and copy alone, of what may hold more. */
export function variantOf({
  codeSuffix,
  copy,
}: {
  readonly codeSuffix?: string | undefined;
  readonly copy?: number | undefined;
}): NumberVariant {
  return { ...(codeSuffix !== undefined && { codeSuffix }), ...(copy !== undefined && { copy }) };
}

/** A suffix in letters that a key or a store's metadata may have; đ sorts between d and e. */
export const suffixKey = (codeSuffix: string): string => codeSuffix.replaceAll('đ', 'dz');

/** The suffix of a {@link suffixKey}. */
export const suffixOfKey = (key: string): string => key.replaceAll('dz', 'đ');

export function variantPart({ codeSuffix, copy }: NumberVariant): string {
  if (codeSuffix === undefined && copy === undefined) return '';
  if (codeSuffix !== undefined && !/^[a-zđ]{1,4}$/.test(codeSuffix))
    throw new RegisterError('bad-key', { part: 'codeSuffix' });
  const isCopy = copy === undefined || (Number.isSafeInteger(copy) && copy >= 2 && copy <= MAX_COPY);
  if (!isCopy) throw new RegisterError('bad-key', { part: 'copy' });
  return `#${suffixKey(codeSuffix ?? '')}${copy === undefined ? '' : `#${copy}`}`;
}
