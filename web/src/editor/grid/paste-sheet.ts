import type { Cell, Row, Table } from '#document/schemas/table.schema.ts';
import { placed, type SheetCell } from '../paste/sheet/sheet.ts';
import { cellOf, typedColumns } from './cells.ts';
import { splitOver } from './merges.ts';
import { blankRow } from './row-edits.ts';

/**
 * The table with a sheet pasted from a cell on, its merged cells as they were; rows are added where it is longer, what
 * stands beyond the last column is left out, and merged cells of the table in its way are split.
 */
export function pasteSheet(
  table: Table,
  index: number,
  column: string,
  sheet: ReadonlyArray<readonly SheetCell[]>,
): Table {
  const ids = typedColumns(table).map(({ id }) => id);
  const first = Math.max(0, ids.indexOf(column));
  const split = splitOver(table, index, index + sheet.length);
  const places = placesOf(split, index, sheet.length);
  const rows = [...split.rows];
  for (const at of places) rows[at] ??= blankRow(table);
  const covered = new Map<number, Set<string>>();
  for (const [offset, cells] of placed(sheet).entries()) {
    const at = places[offset] ?? 0;
    const pasted: Record<string, Cell> = {};
    for (const { text, column: across, rowSpan, colSpan } of cells) {
      const own = ids.slice(first + across, first + across + colSpan);
      const [id] = own;
      if (id === undefined) continue;
      const height = Math.min(rowSpan, sheet.length - offset);
      // A group's row in its way keeps a merged cell from going on below it.
      const isWhole = places.slice(offset, offset + height).every((place, i) => place === at + i);
      pasted[id] = cellOf(text, isWhole ? height : 1, own.length);
      if (isWhole) for (let i = 0; i < height; i += 1) cover(covered, at + i, i === 0 ? own.slice(1) : own);
    }
    rows[at] = { ...rows[at], cells: { ...rows[at]?.cells, ...pasted } };
  }
  for (const [at, gone] of covered) rows[at] = withoutCells(rows[at] ?? {}, gone);
  return { ...split, rows };
}

/** Rows that take the sheet's: those that are no group's, from an index on, and new ones below. */
function placesOf({ rows }: Table, index: number, count: number): number[] {
  const places: number[] = [];
  for (let at = index; places.length < count; at += 1) if (rows[at]?.group === undefined) places.push(at);
  return places;
}

function cover(covered: Map<number, Set<string>>, row: number, ids: readonly string[]): void {
  const before = covered.get(row) ?? new Set();
  covered.set(row, new Set([...before, ...ids]));
}

function withoutCells(row: Row, gone: ReadonlySet<string>): Row {
  return { ...row, cells: Object.fromEntries(Object.entries(row.cells ?? {}).filter(([id]) => !gone.has(id))) };
}
