import { foldWords } from '#document/text/vietnamese.ts';
import { type Cell, cellText, type SheetRow } from '../workbook/cell.ts';
import { indexMerges, type MergeIndex } from '../workbook/merges.ts';

/** Fields that a list's column may hold. `title` is type and trích yếu in one, as in PL IV. */
export const IMPORT_FIELDS = [
  'code',
  'number',
  'notation',
  'issuedDate',
  'title',
  'typeName',
  'subject',
  'signer',
  'position',
  'to',
  'archivedAt',
  'issuedAmount',
  'note',
] as const;

/** Field of a list's column: one of {@link IMPORT_FIELDS}. */
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Column of each field, from 0. */
export type ImportColumns = ReadonlyMap<ImportField, number>;

/** Header of a table in a sheet: its last row as Excel counts it, and its columns. */
export interface ImportHeader {
  readonly lastRow: number;
  readonly columns: ImportColumns;
}

/** Words by which a title is known, folded; the first that fits. Null: a column that nothing is read from. */
const TITLES: ReadonlyArray<readonly [RegExp, ImportField | null]> = [
  [/^(stt|tt|so thu tu|so tt|ngay (chuyen|nhan|gui|den)|k[iy] nhan)\b/, null],
  [/^ghi chu\b/, 'note'],
  [/\bso (luong|ban)\b/, 'issuedAmount'],
  [/\bban luu\b/, 'archivedAt'],
  [/\bnoi (nhan|gui)\b|\b(don vi|co quan) nhan\b|^gui\b/, 'to'],
  [/^chuc (vu|danh)\b/, 'position'],
  [/\b(nguoi|ng|lanh dao) k[iy]\b|^k[iy]( ten)?$/, 'signer'],
  [/\b(ten )?loai\b.*\btrich yeu\b/, 'title'],
  [/\btrich yeu\b|^(noi dung|ve viec|ten van ban)\b/, 'subject'],
  [/^((ten |the )?loai|hinh thuc)\b/, 'typeName'],
  [/^so( va| hieu)? ?k[iy] hieu\b|^so( hieu| kh| va kh)( van ban| vb| cv)?( di)?$/, 'code'],
  [/^(ngay|thoi gian)\b/, 'issuedDate'],
  [/^k[iy] hieu\b/, 'notation'],
  [/^so( van ban| vb| cv| cong van| dang ky)?( di)?$/, 'number'],
];

/** The header may stand below a title and the organ's name. */
const LOOKED_AT = 30;
const MAX_TITLE = 100;

/** Finds the first header of a sheet, of one row or two. Undefined where there is none. */
export function findHeader(rows: readonly SheetRow[], merges: MergeIndex = indexMerges([])): ImportHeader | undefined {
  for (const [index, row] of rows.slice(0, LOOKED_AT).entries()) {
    const header = headerAt(row, rows[index + 1], merges);
    if (header) return header;
  }
  return undefined;
}

/** Reads a row as a header, by itself or with the row below it that parts its titles. */
export function headerAt(row: SheetRow, next: SheetRow | undefined, merges: MergeIndex): ImportHeader | undefined {
  const own = columnsOf(row.cells.map(titleOf));
  const lastRow = merges.lastRowFrom(row.row);
  if (isWhole(own)) return { lastRow, columns: own };
  const hasGroups = row.cells.filter((cell) => titleOf(cell) !== '').length > 1;
  if (next?.row !== row.row + 1 || !hasGroups || isWhole(columnsOf(next.cells.map(titleOf)))) return undefined;
  const both = columnsOf(joinedTitles(row.cells, next.cells));
  return isWhole(both) ? { lastRow: Math.max(lastRow, next.row), columns: both } : undefined;
}

/** The titles of two rows: a part stands alone where it says enough, else after the title that it is a part of. */
function joinedTitles(above: readonly Cell[], below: readonly Cell[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(above.length, below.length) }, (_, column) => {
    const [upper, lower] = [titleOf(above[column] ?? null), titleOf(below[column] ?? null)];
    if (upper !== '') group = upper;
    if (lower === '') return upper;
    return fieldOf(lower) === undefined ? `${group} ${lower}` : lower;
  });
}

function isWhole(columns: ImportColumns): boolean {
  const hasCode = columns.has('code') || columns.has('number');
  return hasCode && columns.has('issuedDate') && (columns.has('title') || columns.has('subject'));
}

function columnsOf(titles: readonly string[]): ImportColumns {
  const columns = new Map<ImportField, number>();
  for (const [column, title] of titles.entries()) {
    const field = fieldOf(title);
    if (field && !columns.has(field)) columns.set(field, column);
  }
  return columns;
}

/** Tells whether a title is of a column that has nothing of a document: serial numbers, days of handing over. */
export function isOfNoDocument(title: string): boolean {
  return fieldOf(title) === null;
}

function fieldOf(title: string): ImportField | null | undefined {
  const words = foldWords(title);
  return TITLES.find(([pattern]) => pattern.test(words))?.[1];
}

function titleOf(cell: Cell): string {
  return typeof cell === 'string' && cell.length <= MAX_TITLE ? cell : '';
}

/** Tells whether a row is the (1) (2) … (10) under the titles. */
export function isNumbering(cells: readonly Cell[]): boolean {
  const filled = cells.flatMap((cell) => (cellText(cell).trim() === '' ? [] : [cellText(cell).trim()]));
  return filled.length > 1 && filled.every((text, i) => text.replace(/[()]/g, '') === String(i + 1));
}
