import type { Table } from '#document/schemas/table.schema.ts';
import * as columns from './column-edits.ts';
import type { Cursor } from './grid-drawing.ts';
import { mergeCell, splitCell } from './merges.ts';
import * as rows from './row-edits.ts';

/** A change of a table at its cursor. */
export type Edit = (table: Table, at: Cursor) => Table;

const atColumn =
  (edit: (table: Table, row: number, column: string) => Table): Edit =>
  (table, { row, column }) =>
    column === null ? table : edit(table, row, column);

/** The buttons of a grid; each works on the cell that had the cursor last. */
const TOOLS: ReadonlyArray<readonly [string, Edit]> = [
  ['Thêm dòng trên', (table, { row }) => rows.insertRow(table, row)],
  ['Thêm dòng dưới', (table, { row }) => rows.insertRow(table, row + 1)],
  ['Thêm dòng nhóm', (table, { row }) => rows.insertGroup(table, row)],
  ['Cộng nhóm', (table, { row }) => rows.insertTotal(table, row, 'group')],
  ['Tổng cộng', (table, { row }) => rows.insertTotal(table, row, 'table')],
  ['Cộng lại', (table) => rows.sumAll(table)],
  ['Xóa dòng', (table, { row }) => rows.deleteRow(table, row)],
  ['Thêm cột', (table, { column }) => columns.addColumn(table, column)],
  ['Cột sang trái', atColumn((table, _, column) => columns.moveColumn(table, column, -1))],
  ['Cột sang phải', atColumn((table, _, column) => columns.moveColumn(table, column, 1))],
  ['Xóa cột', atColumn((table, _, column) => columns.deleteColumn(table, column))],
  ['Gộp với ô phải', atColumn((table, row, column) => mergeCell(table, row, column, 'right'))],
  ['Gộp với ô dưới', atColumn((table, row, column) => mergeCell(table, row, column, 'below'))],
  ['Tách ô', atColumn(splitCell)],
];

/** Acts of a grid's buttons. */
export interface ToolActs {
  readonly edit: (edit: Edit) => void;
  readonly move: (by: -1 | 1) => void;
  /** Asks for an .xlsx; null where none can be read. */
  readonly takeFile: (() => void) | null;
  /** Goes back to the cell. */
  readonly back: () => void;
}

/** Draws the tools of a table. */
export function gridTools(table: Table, acts: ToolActs): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'grid-tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', `Bảng ${table.caption ?? ''}`.trim());
  for (const [name, edit] of TOOLS) bar.append(button(name, () => acts.edit(edit)));
  bar.append(
    button('Dòng lên', () => acts.move(-1)),
    button('Dòng xuống', () => acts.move(1)),
  );
  if (acts.takeFile) bar.append(button('Nhập từ tệp Excel …', acts.takeFile));
  bar.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    acts.back();
  });
  return bar;
}

function button(name: string, press: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = name;
  // The cell keeps its cursor while the button is pressed.
  made.addEventListener('mousedown', (event) => event.preventDefault());
  made.addEventListener('click', press);
  return made;
}
