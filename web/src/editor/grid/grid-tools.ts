import type { Table } from '#document/schemas/table.schema.ts';
import * as edits from './table-edits.ts';

interface Place {
  readonly row: number;
  readonly column: string | null;
}

type Edit = (table: Table, at: Place) => Table;

/** The buttons of a grid; each works on the cell that had the cursor last. */
const TOOLS: ReadonlyArray<readonly [string, Edit]> = [
  ['Thêm dòng trên', (table, { row }) => edits.insertRow(table, row)],
  ['Thêm dòng dưới', (table, { row }) => edits.insertRow(table, row + 1)],
  ['Thêm dòng nhóm', (table, { row }) => edits.insertGroup(table, row)],
  ['Xóa dòng', (table, { row }) => edits.deleteRow(table, row)],
  ['Thêm cột', (table) => edits.addColumn(table)],
  ['Xóa cột', (table, { column }) => (column === null ? table : edits.deleteColumn(table, column))],
  [
    'Gộp với ô phải',
    (table, { row, column }) => (column === null ? table : edits.mergeCell(table, row, column, 'right')),
  ],
  [
    'Gộp với ô dưới',
    (table, { row, column }) => (column === null ? table : edits.mergeCell(table, row, column, 'below')),
  ],
  ['Tách ô', (table, { row, column }) => (column === null ? table : edits.splitCell(table, row, column))],
];

/** Draws the tools of a table. */
export function gridTools(table: Table, act: (edit: Edit, at: Place) => void, cursor: () => Place): HTMLElement {
  const bar = document.createElement('div');
  bar.className = 'grid-tools';
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', `Bảng ${table.caption ?? ''}`.trim());
  for (const [name, edit] of TOOLS) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = name;
    // The cell keeps its cursor while the button is pressed.
    button.addEventListener('mousedown', (event) => event.preventDefault());
    button.addEventListener('click', () => act(edit, cursor()));
    bar.append(button);
  }
  return bar;
}
