import { type Column, leafColumns, type Row, type Table } from '#document/schemas/table.schema.ts';
import { cellOf, spanOf, typedColumns } from './cells.ts';
import { splitOver } from './merges.ts';

/** The table with a column after one of its own, or at its right end. */
export function addColumn(table: Table, beside: string | null = null): Table {
  const after = typedColumns(table).find(({ id }) => id === beside)?.id ?? null;
  const taken = new Set(leafColumns(table.columns).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`c${number}`)) number += 1;
  const id = `c${number}`;
  const fresh = { title: `Cột ${number}`, id, ...usualWidth(table) };
  const columns = after === null ? [...table.columns, fresh] : placedAfter(table.columns, after, fresh);
  // A cell that covers columns on both sides of the new one would cover it, too.
  const split = after === null ? table : splitOver(table, 0, table.rows.length);
  const rows = split.rows.map((row) => (row.cells ? { ...row, cells: { ...row.cells, [id]: '' } } : row));
  return { ...split, columns, rows };
}

/** Width of a column more, where the table's columns have widths: the mean of theirs. */
function usualWidth({ columns }: Table): Pick<Column, 'width'> {
  const widths = leafColumns(columns).flatMap(({ width }) => width ?? []);
  return widths.length === 0 ? {} : { width: widths.reduce((sum, one) => sum + one, 0) / widths.length };
}

function placedAfter(columns: readonly Column[], after: string, fresh: Column): Column[] {
  return columns.flatMap((column) => {
    if (column.id === after) return [column, fresh];
    return [column.columns ? { ...column, columns: placedAfter(column.columns, after, fresh) } : column];
  });
}

/** The table without a column of its own; headings over it that hold nothing else go, too. The last column stays. */
export function deleteColumn(table: Table, id: string): Table {
  const without = (columns: readonly Column[]): Column[] =>
    columns.flatMap((column) => {
      if (column.id === id) return [];
      if (!column.columns) return [column];
      const inner = without(column.columns);
      return inner.length > 0 ? [{ ...column, columns: inner }] : [];
    });
  const columns = without(table.columns);
  if (typedColumns({ columns }).length === 0) return table;
  const ids = typedColumns(table).map((column) => column.id);
  return { ...table, columns, rows: table.rows.map((row) => withoutColumn(row, ids, id)) };
}

/** A row without a column: a cell that covers it covers less, and one that begins there begins in the next. */
function withoutColumn(row: Row, ids: readonly string[], id: string): Row {
  if (!row.cells) return row;
  const gone = ids.indexOf(id);
  const cells = Object.entries(row.cells).flatMap(([own, cell]) => {
    const at = ids.indexOf(own);
    const { text, rowSpan, colSpan } = spanOf(cell);
    const covers = at <= gone && gone < at + colSpan;
    if (!covers) return [[own, cell] as const];
    const next = own === id ? ids[at + 1] : own;
    return colSpan > 1 && next !== undefined ? [[next, cellOf(text, rowSpan, colSpan - 1)] as const] : [];
  });
  return { ...row, cells: Object.fromEntries(cells) };
}

/** The table with a column moved past its neighbour under the same heading; merged cells of the table are split first. */
export function moveColumn(table: Table, id: string, by: -1 | 1): Table {
  const columns = moved(table.columns, id, by);
  return columns ? { ...splitOver(table, 0, table.rows.length), columns } : table;
}

/** Null where the column does not stand here, or cannot move. */
function moved(columns: readonly Column[], id: string, by: -1 | 1): Column[] | null {
  const at = columns.findIndex((column) => column.id === id);
  const [own, beside] = [columns[at], columns[at + by]];
  if (own) return beside && !beside.numbering ? columns.with(at, beside).with(at + by, own) : null;
  for (const [index, column] of columns.entries()) {
    const inner = column.columns && moved(column.columns, id, by);
    if (inner) return columns.with(index, { ...column, columns: inner });
  }
  return null;
}

/** The table with another title of a column. */
export function setColumnTitle(table: Table, id: string, title: string): Table {
  const renamed = (columns: readonly Column[]): Column[] =>
    columns.map((column) => ({
      ...column,
      ...(column.id === id ? { title } : {}),
      ...(column.columns ? { columns: renamed(column.columns) } : {}),
    }));
  return { ...table, columns: renamed(table.columns) };
}
