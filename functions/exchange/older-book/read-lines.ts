import { foldWords } from '#document/text/vietnamese.ts';
import { type Cell, cellText, isBlankRow, type MergedCells, type SheetRow, type SheetRows } from '../workbook/cell.ts';
import { findHeader, headerAt, type ImportColumns, type ImportHeader, isNumbering } from './import-columns.ts';
import { parseImportCode } from './parse-import-code.ts';
import { readImportDate } from './read-import-date.ts';

/** A line of an older book, its merged cells filled in. */
export interface SheetLine {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly columns: ImportColumns;
  readonly isHidden: boolean;
}

/** Kind of a row that is no document. */
export type PassedOverKind = 'header' | 'period' | 'total' | 'signature';

/** A row that is no document, as Excel counts it. */
export interface PassedOver {
  readonly row: number;
  readonly kind: PassedOverKind;
}

/** Lines of a sheet below its header. Null where there is no header. */
export interface SheetLines {
  readonly header: ImportHeader;
  readonly lines: readonly SheetLine[];
  readonly passedOver: readonly PassedOver[];
}

/** Rows between documents, by their first words, folded. */
const KINDS: ReadonlyArray<readonly [RegExp, PassedOverKind]> = [
  [/^(thang|quy|tuan|hoc ky|dot|nam|quyen|so quyen)( so)?( \d+| [ivx]+)( |$)/, 'period'],
  [/^(6|sau) thang (dau|cuoi) nam/, 'period'],
  [/^quyen nay (dang ky|co|gom)( |$)/, 'total'],
  [/^(tong (cong|so)|tong cac|cong|luy ke|mang sang|chuyen sang|trang (truoc|sau))( |$)|^tong$/, 'total'],
  [
    /^(nguoi (lap|ghi|vao|kiem|phu|duyet|nhap|theo|giu)|van thu|thu truong|lanh dao|xac nhan|ky (ten|ghi|va)|da ky)( |$)/,
    'signature',
  ],
  [/^(pho |quyen )?(chanh van phong|truong phong|hieu truong|giam doc|chu tich)( |$)|^(tm|kt|tl|tuq) /, 'signature'],
  [/(^| )ngay( \d+)? thang( \d+)? nam( \d+)?$/, 'signature'],
];
/** A heading of a part of the book: `I. KẾ HOẠCH`. */
const PART = /^\s*(?:[IVX]{1,5}|[A-H])\s*[.):]/u;

/**
 * Reads the lines of a sheet: what is no document is passed over and named; what is merged downwards holds for each row. `mapped`: a
 * header that a person told, in place of the one found.
 */
export function readLines({ rows, merges }: SheetRows, mapped?: ImportHeader): SheetLines | null {
  const first = mapped ?? findHeader(rows, merges);
  if (!first) return null;
  let { columns, lastRow } = first;
  let isHeading = true;
  const lines: SheetLine[] = [];
  const passedOver: PassedOver[] = [];
  const below = rows.filter(({ row, cells }) => row > first.lastRow && !isBlankRow(cells));
  for (const [index, row] of below.entries()) {
    if (row.row <= lastRow) continue;
    const again = looksLikeDocument(row, columns) ? undefined : headerAt(row, below[index + 1], merges);
    if (again) {
      lastRow = again.lastRow;
      if (!mapped) columns = again.columns;
      for (let at = row.row; at <= lastRow; at++) passedOver.push({ row: at, kind: 'header' });
      isHeading = true;
      continue;
    }
    const before = lines.at(-1);
    const kind: PassedOverKind | undefined =
      isHeading && isNumbering(row.cells) ? 'header' : kindOf(row, columns, below.slice(index + 1));
    if (kind !== undefined) {
      if (kind !== 'header' || row.row > first.lastRow + 1) passedOver.push({ row: row.row, kind });
      if (kind === 'signature') {
        passedOver.push(...below.slice(index + 1).map((rest) => ({ row: rest.row, kind })));
        break;
      }
      isHeading = kind === 'header';
      continue;
    }
    isHeading = false;
    if (isOnlyCounted(row, columns)) continue;
    if (before && isContinued(row, columns, merges)) lines.splice(-1, 1, continued(before, row));
    else lines.push({ ...row, cells: filledDown(row, rows, merges), columns });
  }
  return { header: first, lines, passedOver };
}

/** What a row is if it is no document; one with a number or a day is always one. */
function kindOf(row: SheetRow, columns: ImportColumns, rest: readonly SheetRow[]): PassedOverKind | undefined {
  if (looksLikeDocument(row, columns)) return undefined;
  const texts = row.cells.map((cell) => foldWords(cellText(cell))).filter((text) => text !== '');
  const [first = ''] = texts;
  const isPart = row.cells.some((cell) => PART.test(cellText(cell)));
  const kind = KINDS.find(([pattern]) => pattern.test(first))?.[1] ?? (isPart ? 'period' : undefined);
  if (kind === 'period') return texts.length === 1 ? kind : undefined;
  if (kind !== 'signature') return kind;
  return rest.some((one) => looksLikeDocument(one, columns)) ? undefined : kind;
}

function looksLikeDocument({ cells }: SheetRow, columns: ImportColumns): boolean {
  const at = (field: 'code' | 'number' | 'issuedDate') => cells[columns.get(field) ?? -1] ?? null;
  const isNumber = /^\s*\d+\s*\p{L}{0,4}\s*$/u.test(cellText(at('number')));
  const date = at('issuedDate');
  return (
    isNumber ||
    parseImportCode(cellText(at('code'))) !== null ||
    readImportDate(date, cellText(date).trim()).date !== null
  );
}

/** Tells whether a row has nothing but its serial number, as books are ruled before they are written. */
function isOnlyCounted({ cells }: SheetRow, columns: ImportColumns): boolean {
  const read = new Set(columns.values());
  return cells.every((cell, column) => (read.has(column) ? /^\s*$/ : /^\s*\d*\s*$/).test(cellText(cell)));
}

/** Tells whether a row goes on with the document above: their number is one merged cell. */
function isContinued({ row }: SheetRow, columns: ImportColumns, merges: readonly MergedCells[]): boolean {
  const column = columns.get('code') ?? columns.get('number') ?? -1;
  return merges.some(({ top, bottom, left, right }) => top < row && row <= bottom && left <= column && column <= right);
}

function continued(line: SheetLine, { cells }: SheetRow): SheetLine {
  const width = Math.max(line.cells.length, cells.length);
  const joined = Array.from({ length: width }, (_, column): Cell => {
    const [above, below] = [line.cells[column] ?? null, cells[column] ?? null];
    if (below === null || below === '') return above;
    return above === null ? below : `${cellText(above)}\n${cellText(below)}`;
  });
  return { ...line, cells: joined };
}

function filledDown({ row, cells }: SheetRow, rows: readonly SheetRow[], merges: readonly MergedCells[]): Cell[] {
  const filled = [...cells];
  for (const { top, bottom, left } of merges) {
    if (row <= top || row > bottom || (filled[left] ?? null) !== null) continue;
    const above = rows.find((one) => one.row === top)?.cells[left] ?? null;
    while (filled.length < left) filled.push(null);
    filled[left] = above;
  }
  return filled;
}
