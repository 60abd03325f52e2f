import { leafColumns, type Row, type Table } from '#document/schemas/table.schema.ts';
import { createRowNumberer } from '#document/tables/row-numbers.ts';
import { cellText, spanOf, typedColumns } from './cells.ts';
import { coveredCells } from './merges.ts';

/** Draws rows of one table by their places. */
export type DrawRow = (index: number) => HTMLTableRowElement;

/** Numbers of a table's rows, counted as they are asked for. */
function createLabels(table: Table): (index: number) => string {
  const next = createRowNumberer(table);
  const labels: string[] = [];
  return (index) => {
    for (let at = labels.length; at <= index; at += 1) labels.push(next(table.rows[at] ?? {}).label ?? '');
    return labels[index] ?? '';
  };
}

/** Makes what draws rows `from` to before `to`: a cell that can be typed in for each that no other covers. */
export function rowDrawer(table: Table, from: number, to: number): DrawRow {
  const covered = coveredCells(table, from, to);
  const label = leafColumns(table.columns)[0]?.numbering === true ? createLabels(table) : null;
  const columns = typedColumns(table);
  return (index) => {
    const drawn = document.createElement('tr');
    const row = table.rows[index];
    drawn.dataset['row'] = String(index);
    drawn.setAttribute('aria-rowindex', String(index + 1));
    if (!row) return drawn;
    if (label) drawn.append(numberCell(label(index)));
    const given = columns.findIndex(({ id }) => row.cells?.[id] !== undefined);
    const named = row.group === undefined ? 0 : given < 0 ? columns.length : Math.max(1, given);
    if (row.group !== undefined) drawn.append(groupCell(row.group, named));
    for (const { id, title } of columns.slice(named))
      if (!covered.has(`${index} ${id}`)) drawn.append(columnCell(row, index, id, title));
    if (row.total) drawn.classList.add('total');
    return drawn;
  };
}

function numberCell(label: string): HTMLTableCellElement {
  const number = document.createElement('th');
  number.scope = 'row';
  number.textContent = label;
  return number;
}

function groupCell(name: string, colSpan: number): HTMLTableCellElement {
  const cell = typedCell(name, 'Tên nhóm');
  cell.colSpan = colSpan;
  cell.className = 'group';
  return cell;
}

function columnCell(row: Row, index: number, id: string, title: string): HTMLTableCellElement {
  const cell = typedCell(cellText(row, id) ?? '', `${title}, dòng ${index + 1}`);
  const { rowSpan, colSpan } = spanOf(row.cells?.[id] ?? '');
  cell.dataset['column'] = id;
  cell.rowSpan = rowSpan;
  cell.colSpan = colSpan;
  return cell;
}

function typedCell(text: string, label: string): HTMLTableCellElement {
  const cell = document.createElement('td');
  cell.contentEditable = 'plaintext-only';
  cell.setAttribute('role', 'textbox');
  cell.setAttribute('aria-label', label);
  cell.setAttribute('aria-multiline', 'true');
  cell.textContent = text;
  return cell;
}
