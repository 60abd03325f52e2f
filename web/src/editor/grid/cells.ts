import { type Cell, type Column, leafColumns, type Row, type Table } from '#document/schemas/table.schema.ts';

/** Columns that hold typed cells: all but that of the row numbers. */
export function typedColumns(table: Pick<Table, 'columns'>): Array<Column & { readonly id: string }> {
  return leafColumns(table.columns).flatMap((column, index) =>
    column.numbering ? [] : [{ ...column, id: column.id ?? `c${index + 1}` }],
  );
}

/** Text of a cell; null where another cell covers it or the row has no such cell. */
export function cellText(row: Row, column: string): string | null {
  const cell = row.cells?.[column];
  if (cell === undefined) return null;
  return typeof cell === 'string' ? cell : cell.text;
}

/** A cell with what it covers. */
export function spanOf(cell: Cell): { readonly text: string; readonly rowSpan: number; readonly colSpan: number } {
  return typeof cell === 'string'
    ? { text: cell, rowSpan: 1, colSpan: 1 }
    : { text: cell.text, rowSpan: cell.rowSpan ?? 1, colSpan: cell.colSpan ?? 1 };
}

/** A cell that covers so much; one that covers nothing is its text alone. */
export function cellOf(text: string, rowSpan: number, colSpan: number): Cell {
  if (rowSpan === 1 && colSpan === 1) return text;
  return { text, ...(rowSpan > 1 ? { rowSpan } : {}), ...(colSpan > 1 ? { colSpan } : {}) };
}

/** The table with a row changed. */
export function withRow(table: Table, index: number, change: (row: Row) => Row): Table {
  const row = table.rows[index];
  return row ? { ...table, rows: table.rows.with(index, change(row)) } : table;
}

/** The table with another text in a cell, or another name of a group. */
export function setText(table: Table, index: number, column: string | null, text: string): Table {
  return withRow(table, index, (row) => {
    if (column === null) return { ...row, group: text };
    const before = row.cells?.[column];
    const cell: Cell = typeof before === 'object' ? { ...before, text } : text;
    return { ...row, cells: { ...row.cells, [column]: cell } };
  });
}
