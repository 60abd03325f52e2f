import type { Row, Table } from '#document/schemas/table.schema.ts';
import { cellText, typedColumns } from './table-edits.ts';

/** Draws one row: a cell that can be typed in for each column that no other cell covers. */
export function drawRow(
  table: Table,
  index: number,
  covered: ReadonlySet<string>,
  hasNumbers: boolean,
): HTMLTableRowElement {
  const drawn = document.createElement('tr');
  const row = table.rows[index];
  drawn.dataset.row = String(index);
  drawn.setAttribute('aria-rowindex', String(index + 1));
  if (!row) return drawn;
  const columns = typedColumns(table);
  if (hasNumbers) {
    const number = document.createElement('th');
    number.scope = 'row';
    number.textContent = numberOf(table, index);
    drawn.append(number);
  }
  if (row.group !== undefined && !row.cells) {
    const cell = typedCell(row.group, 'Tên nhóm');
    cell.colSpan = columns.length;
    cell.className = 'group';
    drawn.append(cell);
    return drawn;
  }
  for (const { id, title } of columns)
    if (!covered.has(`${index} ${id}`)) drawn.append(columnCell(row, index, id, title));
  if (row.total) drawn.classList.add('total');
  return drawn;
}

function columnCell(row: Row, index: number, id: string, title: string): HTMLTableCellElement {
  const data = row.cells?.[id];
  const cell = typedCell(cellText(row, id) ?? '', `${title}, dòng ${index + 1}`);
  cell.dataset.column = id;
  if (typeof data === 'object') {
    if (data.rowSpan) cell.rowSpan = data.rowSpan;
    if (data.colSpan) cell.colSpan = data.colSpan;
  }
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

/** Number of a row as it counts on; a group's and a total's have none here. */
function numberOf(table: Table, index: number): string {
  let number = 0;
  for (const row of table.rows.slice(0, index + 1)) {
    if (row.group !== undefined && table.restart) number = 0;
    if (isCounted(row)) number += 1;
  }
  const row = table.rows[index];
  return row && isCounted(row) ? String(number) : '';
}

function isCounted(row: Row): boolean {
  return row.group === undefined && !row.total && !row.continued && row.level === undefined;
}
