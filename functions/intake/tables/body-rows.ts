import type { Cell, Row, Table } from '#document/schemas/table.schema.ts';
import { toRoman } from '#document/text/vietnamese.ts';
import type { TableCell, TableRow } from '#read/body/model.ts';
import { cellText, columnId, isBoldRow, plainText } from './cell-text.ts';
import type { RowCount, RowKind } from './row-kinds.ts';

/** Rows whose first column is counted: it is left out, as it is printed by itself. */
export function countedRows(rows: readonly TableRow[], count: number, { kinds }: RowCount): Row[] {
  return rows.map((row, i) => {
    const kind = kinds[i] ?? {};
    if (kind.isGroup) return groupRow(row);
    if (kind.total) return { total: true, cells: totalCells(row, rows, i) };
    return { ...kindData(kind), cells: cellsOf(rows, i, count, 1, isBoldLevel(kind)) };
  });
}

function kindData({ level, continued }: RowKind): Pick<Row, 'level' | 'continued'> {
  return { ...(level === undefined ? {} : { level }), ...(continued ? { continued } : {}) };
}

function isBoldLevel({ level }: RowKind): boolean {
  return level === 'letter' || level === 'roman';
}

function groupRow({ cells }: TableRow): Row {
  const [name, ...others] = cells.length === 1 ? cells : cells.slice(1);
  const filled = others.flatMap((cell) => {
    const text = cellText(cell, true);
    return text === '' ? [] : [[columnId(cell.column), text] as const];
  });
  const group = cellText(name, true).replaceAll('\n', ' ') || '…';
  return filled.length === 0 ? { group } : { group, cells: Object.fromEntries(filled) };
}

/** A total's cells: its label, which covers the column of numbers too, and what is summed. */
function totalCells({ cells }: TableRow, rows: readonly TableRow[], at: number): Record<string, Cell> {
  const made: Record<string, Cell> = {};
  for (const cell of cells) {
    if (cell.merge === 'continue') continue;
    const text = cellText(cell, true);
    const coversNumbers = cell.column === 0 && cell.colSpan > 1;
    const span = coversNumbers ? cell.colSpan - 1 : cell.colSpan;
    if (text === '' && span === 1 && cell.column > 0) continue;
    made[columnId(coversNumbers ? 1 : cell.column)] = spanned(text, span, spanDown(rows, at, cell));
  }
  return made;
}

/** Rows of a table that counts nothing: bold names over the whole width are groups. */
export function plainRows(rows: readonly TableRow[], count: number): Pick<Table, 'rows' | 'numberGroups'> {
  const names = rows.flatMap((row) => (isName(row, count) ? [plainText(row.cells[0])] : []));
  const isNumbered = names.length > 0 && names.every((name, i) => name.startsWith(`${toRoman(i + 1)}. `));
  const made = rows.map((row, i): Row => {
    if (!isName(row, count)) return { cells: cellsOf(rows, i, count, 0, false) };
    const name = cellText(row.cells[0], true).replaceAll('\n', ' ');
    return { group: isNumbered ? name.replace(/^[IVXLC]+\. /, '') : name };
  });
  return { rows: made, ...(names.length > 0 && !isNumbered ? { numberGroups: false } : {}) };
}

function isName(row: TableRow, count: number): boolean {
  return count > 1 && row.cells.length === 1 && row.cells[0]?.colSpan === count && isBoldRow(row);
}

function cellsOf(
  rows: readonly TableRow[],
  at: number,
  count: number,
  from: number,
  isBold: boolean,
): Record<string, Cell> {
  const cells: Record<string, Cell> = {};
  const row = rows[at]?.cells ?? [];
  for (const cell of row) {
    if (cell.column < from || cell.merge === 'continue') continue;
    const rowSpan = cell.merge === 'start' ? spanDown(rows, at, cell) : 1;
    cells[columnId(cell.column)] = spanned(cellText(cell, isBold), cell.colSpan, rowSpan);
  }
  for (let column = from; column < count; column++) {
    const isThere = row.some((cell) => cell.column <= column && column < cell.column + cell.colSpan);
    if (!isThere) cells[columnId(column)] = '';
  }
  return cells;
}

function spanned(text: string, colSpan: number, rowSpan: number): Cell {
  if (colSpan === 1 && rowSpan === 1) return text;
  return { text, ...(rowSpan > 1 ? { rowSpan } : {}), ...(colSpan > 1 ? { colSpan } : {}) };
}

function spanDown(rows: readonly TableRow[], from: number, { column, merge }: TableCell): number {
  if (merge !== 'start') return 1;
  const below = rows.slice(from + 1);
  const end = below.findIndex(({ cells }) => cells.find((cell) => cell.column === column)?.merge !== 'continue');
  return 1 + (end < 0 ? below.length : end);
}
