import { foldWords } from '#document/text/vietnamese.ts';
import type { Cell } from './read-workbook.ts';

/** Field of a list's column. `title` is type and trích yếu in one, as in PL IV. */
export type ImportField =
  | 'code'
  | 'number'
  | 'notation'
  | 'issuedDate'
  | 'title'
  | 'typeName'
  | 'subject'
  | 'signer'
  | 'to'
  | 'archivedAt'
  | 'issuedAmount';

/** Column of each field, from 0. */
export type ImportColumns = ReadonlyMap<ImportField, number>;

/** Words by which a title is known, folded; the first that fits. Null: a column that nothing is read from. */
const TITLES: ReadonlyArray<readonly [RegExp, ImportField | null]> = [
  [/^(stt|so thu tu|so tt|ngay chuyen|ky nhan|ghi chu)\b/, null],
  [/\bso (luong|ban)\b/, 'issuedAmount'],
  [/\bban luu\b/, 'archivedAt'],
  [/\bnoi nhan\b/, 'to'],
  [/\bnguoi ky\b/, 'signer'],
  [/\b(ten )?loai\b.*\btrich yeu\b/, 'title'],
  [/\btrich yeu\b/, 'subject'],
  [/^(ten )?loai\b/, 'typeName'],
  [/^so( va| hieu)? ?ky hieu\b/, 'code'],
  [/^(ngay|thoi gian)\b/, 'issuedDate'],
  [/^ky hieu\b/, 'notation'],
  [/^so( van ban| vb| di)?$/, 'number'],
];

/** The header may stand below a title and the organ's name. */
const LOOKED_AT = 30;

/** The header of a sheet: its row, counted from 0, and its columns. Undefined where no row is one. */
export function findHeader(rows: readonly (readonly Cell[])[]): { row: number; columns: ImportColumns } | undefined {
  for (const [row, cells] of rows.slice(0, LOOKED_AT).entries()) {
    const columns = columnsOf(cells);
    const hasCode = columns.has('code') || (columns.has('number') && columns.has('notation'));
    const hasSubject = columns.has('title') || columns.has('subject');
    if (hasCode && columns.has('issuedDate') && hasSubject) return { row, columns };
  }
  return undefined;
}

function columnsOf(cells: readonly Cell[]): ImportColumns {
  const columns = new Map<ImportField, number>();
  for (const [column, cell] of cells.entries()) {
    if (typeof cell !== 'string' || cell.length > 100) continue;
    const words = foldWords(cell);
    const field = TITLES.find(([title]) => title.test(words))?.[1];
    if (field && !columns.has(field)) columns.set(field, column);
  }
  return columns;
}

/** Tells whether a row is the (1) (2) … (10) under the titles. */
export function isNumbering(cells: readonly Cell[]): boolean {
  const filled = cells.flatMap((cell) => (cell === null || cell === '' ? [] : [String(cell).trim()]));
  return filled.length > 1 && filled.every((text, i) => text.replace(/[()]/g, '') === String(i + 1));
}
