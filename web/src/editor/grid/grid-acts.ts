import type { Table } from '#document/schemas/table.schema.ts';
import type { SheetCell } from '../paste/sheet/sheet.ts';
import { isAtEdge } from './cell-edge.ts';
import { setText, typedColumns } from './cells.ts';
import { type Cursor, type GridDrawing, placeOf } from './grid-drawing.ts';
import type { Edit } from './grid-tools.ts';
import { pasteSheet } from './paste-sheet.ts';
import { insertRow, moveRow, stepOf } from './row-edits.ts';

/** Table and view that a grid's acts work on. */
export interface GridScene {
  readonly drawing: GridDrawing;
  readonly table: () => Table;
  readonly cursor: () => Cursor;
  /** Hands a changed table to the editor. */
  readonly change: (next: Table) => void;
}

/** Arrow keys, with the rows and columns that they go by. */
export const ARROWS: Readonly<Record<string, readonly [rows: number, columns: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Acts on a grid, as its keys and buttons do them. */
export type GridActs = ReturnType<typeof createGridActs>;

/** Makes the acts of a grid. */
export function createGridActs({ drawing, table, cursor, change }: GridScene) {
  /** Hands on what has been typed into a cell. */
  const flush = () => {
    const cell = drawing.dom.querySelector<HTMLElement>('[data-typed]');
    const place = cell && placeOf(cell);
    if (!cell || !place) return;
    delete cell.dataset['typed'];
    change(setText(table(), place.row, place.column, (cell.textContent ?? '').normalize('NFC')));
  };
  const focus = (at: Cursor) => drawing.cellAt(table(), at)?.focus();
  const edit = (act: Edit, at: Cursor = cursor()) => {
    flush();
    change(act(table(), cursor()));
    drawing.draw(table());
    focus({ ...at, row: Math.min(at.row, table().rows.length - 1) });
  };
  const move = (by: -1 | 1) => {
    const rows = stepOf(table(), cursor().row, by);
    edit((now, at) => moveRow(now, at.row, by), { ...cursor(), row: cursor().row + rows });
  };
  const paste = (sheet: ReadonlyArray<readonly SheetCell[]>, at: Cursor) => {
    const { row, column } = at;
    if (column !== null) edit((now) => pasteSheet(now, row, column, sheet), at);
  };
  /** Goes by so many rows and columns, around the ends of rows; a row is added below the last. */
  const step = (cell: HTMLElement, rows: number, columns: number) => {
    const place = placeOf(cell);
    if (!place) return;
    flush();
    const ids = typedColumns(table()).map(({ id }) => id);
    let index = Math.max(0, ids.indexOf(place.column ?? '')) + columns;
    let row = place.row + rows;
    if (index < 0) [index, row] = [ids.length - 1, row - 1];
    if (index >= ids.length) [index, row] = [0, row + 1];
    if (row < 0) return;
    if (row >= table().rows.length) {
      change(insertRow(table(), table().rows.length));
      drawing.draw(table());
    }
    focus({ row, column: ids[index] ?? null });
  };
  /** Goes on to the next cell where an arrow leaves the text of one; false at the table's edge. */
  const arrow = (cell: HTMLElement, key: string): boolean => {
    const place = placeOf(cell);
    if (!place || !isAtEdge(cell, key)) return false;
    const [rows, columns] = ARROWS[key] ?? [0, 0];
    const next = place.row + rows;
    const isFirst = place.row === 0 && cell.previousElementSibling?.nodeName !== 'TD';
    const isLast = place.row === table().rows.length - 1 && cell.nextElementSibling === null;
    const isOut = next < 0 || next >= table().rows.length || (columns > 0 && isLast) || (columns < 0 && isFirst);
    if (!isOut) step(cell, rows, columns);
    return !isOut;
  };
  return { flush, focus, edit, move, paste, step, arrow };
}
