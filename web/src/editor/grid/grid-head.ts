import { type Column, leafColumns, type Table } from '#document/schemas/table.schema.ts';

/** Draws the head: headings over columns, and the titles of columns, which can be typed over. */
export function drawHead({ columns }: Table, rename: (id: string, title: string) => void): HTMLElement {
  const head = document.createElement('thead');
  const depth = depthOf(columns);
  let level: readonly Column[] = columns;
  for (let row = 0; row < depth; row += 1) {
    const drawn = document.createElement('tr');
    for (const column of level) drawn.append(heading(column, depth - row, rename));
    head.append(drawn);
    level = level.flatMap((column) => column.columns ?? []);
  }
  return head;
}

function heading(column: Column, rowsLeft: number, rename: (id: string, title: string) => void): HTMLElement {
  const cell = document.createElement('th');
  cell.scope = 'col';
  cell.textContent = column.title;
  if (column.columns) cell.colSpan = leafColumns(column.columns).length;
  else cell.rowSpan = rowsLeft;
  const { id } = column;
  if (id === undefined || column.columns) return cell;
  cell.contentEditable = 'plaintext-only';
  cell.setAttribute('aria-label', `Tên cột ${column.title}`);
  cell.addEventListener('blur', () => {
    const title = (cell.textContent ?? '').replace(/\s+/g, ' ').trim();
    if (title !== '' && title !== column.title) rename(id, title);
  });
  return cell;
}

function depthOf(columns: readonly Column[]): number {
  return 1 + Math.max(0, ...columns.map((column) => (column.columns ? depthOf(column.columns) : 0)));
}
