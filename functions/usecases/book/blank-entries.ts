import type { BookEntry } from '#exchange/book/book.ts';
import type { BlankNumber } from '#register/model/blank-number.schema.ts';
import type { RegisterRow } from '#register/model/types.ts';
import type { Days } from '../period.ts';

/** A line of the book with its number. */
interface NumberedEntry {
  readonly codeNumber: number;
  readonly codeSuffix?: string;
  readonly entry: BookEntry;
}

/** A blank number as the book registers it. */
export function blankEntry({ symbol, issuedDate = '', kind, note }: BlankNumber): BookEntry {
  return {
    symbol,
    issuedDate,
    typeName: '',
    subject: '',
    to: [],
    state: kind,
    ...(note !== undefined && { endReason: note }),
    correctedBy: [],
    broughtIn: true,
    registered: false,
    recorded: false,
    hasFiles: false,
  };
}

/** Lines and blanks of a series by number and suffix; copies of a number stay in their order. */
export function inOrder(entries: readonly NumberedEntry[], blanks: readonly BlankNumber[]): BookEntry[] {
  const of = blanks.map((blank) => ({ ...blank, entry: blankEntry(blank) }));
  return [...entries, ...of]
    .sort((a, b) => a.codeNumber - b.codeNumber || (a.codeSuffix ?? '').localeCompare(b.codeSuffix ?? '', 'en'))
    .map(({ entry }) => entry);
}

/** The blanks of some days; one without a day has that of the line before it, or else of the line after. */
export function blanksWithin(
  blanks: readonly BlankNumber[],
  rows: readonly RegisterRow[],
  { from, to }: Pick<Days, 'from' | 'to'>,
): BlankNumber[] {
  const dated = [...rows, ...blanks].sort((a, b) => a.codeNumber - b.codeNumber).filter((one) => one.issuedDate);
  return blanks.filter((blank) => {
    const before = dated.findLast(({ codeNumber }) => codeNumber <= blank.codeNumber);
    const day = blank.issuedDate ?? (before ?? dated.at(0))?.issuedDate ?? `${blank.year}-01-01`;
    return day >= from && day <= to;
  });
}
