import { type Cell, cellText, isBlankRow, isFault, type SheetRow, type SheetRows } from '../workbook/cell.ts';
import { indexMerges, type MergeIndex } from '../workbook/merges.ts';
import { findHeader, headerAt, type ImportColumns, type ImportHeader, isNumbering } from './import-columns.ts';
import { kindOfRow, looksLikeDocument, type PassedOverKind } from './kind-of-row.ts';

/** A line of an older book, its merged cells filled in. */
export interface SheetLine {
  readonly row: number;
  readonly cells: readonly Cell[];
  readonly columns: ImportColumns;
  readonly isHidden: boolean;
}

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

/**
 * Reads the lines of a sheet: what is no document is passed over and named; what is merged downwards holds for each row. `mapped`: a
 * header that a person told, in place of the one found.
 */
export function readLines({ rows, merges: merged }: SheetRows, mapped?: ImportHeader): SheetLines | null {
  const merges = indexMerges(merged);
  const byRow = new Map(rows.map((row) => [row.row, row]));
  const first = mapped ?? findHeader(rows, merges);
  if (!first) return null;
  let { columns, lastRow } = first;
  let isHeading = true;
  const lines: SheetLine[] = [];
  const passedOver: PassedOver[] = [];
  const below = rows.filter(({ row, cells }) => row > first.lastRow && !isBlankRow(cells));
  const lastDocument = lastOnes(below);
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
      isHeading && isNumbering(row.cells) ? 'header' : kindOfRow(row, columns, () => lastDocument(columns) <= index);
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
    else lines.push({ ...row, cells: filledDown(row, byRow, merges), columns });
  }
  return { header: first, lines, passedOver };
}

/** Place of the last row that looks like a document, under each order of columns. */
function lastOnes(rows: readonly SheetRow[]): (columns: ImportColumns) => number {
  const known = new Map<string, number>();
  return (columns) => {
    const order = JSON.stringify([...columns]);
    const last = known.get(order) ?? rows.findLastIndex((row) => looksLikeDocument(row, columns));
    known.set(order, last);
    return last;
  };
}

/** Tells whether a row has nothing but its serial number, as books are ruled before they are written. */
function isOnlyCounted({ cells }: SheetRow, columns: ImportColumns): boolean {
  const read = new Set(columns.values());
  return cells.every((cell, column) =>
    read.has(column) ? !isFault(cell) && cellText(cell).trim() === '' : /^\s*\d*\s*$/.test(cellText(cell)),
  );
}

/** Tells whether a row goes on with the document above: their number is one merged cell. */
function isContinued({ row }: SheetRow, columns: ImportColumns, merges: MergeIndex): boolean {
  const column = columns.get('code') ?? columns.get('number') ?? -1;
  return merges.over(row).some(({ top, left, right }) => top < row && left <= column && column <= right);
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

function filledDown({ row, cells }: SheetRow, rows: ReadonlyMap<number, SheetRow>, merges: MergeIndex): Cell[] {
  const filled = [...cells];
  for (const { top, left } of merges.over(row)) {
    const above = rows.get(top)?.cells[left] ?? null;
    if (row === top || above === null || (filled[left] ?? null) !== null) continue;
    while (filled.length < left) filled.push(null);
    filled[left] = above;
  }
  return filled;
}
