import { type Cell, type Column, leafColumns, type Row, type Table } from '#document/schemas/table.schema.ts';
import type { SheetCell } from '../paste/sheet.ts';

/** Columns that hold typed cells: all but that of the row numbers. */
export function typedColumns(table: Table): Array<Column & { readonly id: string }> {
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

/** The table with another text in a cell, or another name of a group. */
export function setText(table: Table, index: number, column: string | null, text: string): Table {
  return withRow(table, index, (row) => {
    if (column === null) return { ...row, group: text };
    const before = row.cells?.[column];
    const cell: Cell = typeof before === 'object' ? { ...before, text } : text;
    return { ...row, cells: { ...row.cells, [column]: cell } };
  });
}

function withRow(table: Table, index: number, change: (row: Row) => Row): Table {
  const row = table.rows[index];
  return row ? { ...table, rows: table.rows.with(index, change(row)) } : table;
}

/** A row with an empty cell in each column. */
export function blankRow(table: Table): Row {
  return { cells: Object.fromEntries(typedColumns(table).map(({ id }) => [id, ''])) };
}

/** The table with a row put in before an index. */
export function insertRow(table: Table, index: number, row: Row = blankRow(table)): Table {
  return { ...table, rows: table.rows.toSpliced(index, 0, row) };
}

/** The table without a row; the last one stays. */
export function deleteRow(table: Table, index: number): Table {
  return table.rows.length > 1 ? { ...table, rows: table.rows.toSpliced(index, 1) } : table;
}

/** The table with a row moved up or down past its neighbour. */
export function moveRow(table: Table, index: number, by: -1 | 1): Table {
  const row = table.rows[index];
  const to = index + by;
  if (!row || to < 0 || to >= table.rows.length) return table;
  return { ...table, rows: table.rows.toSpliced(index, 1).toSpliced(to, 0, row) };
}

/** The table with a group's row put in before an index. */
export function insertGroup(table: Table, index: number): Table {
  return insertRow(table, index, { group: 'Nhóm' });
}

/** The table with a column at its right end. */
export function addColumn(table: Table): Table {
  const taken = new Set(leafColumns(table.columns).map(({ id }) => id));
  let number = taken.size + 1;
  while (taken.has(`c${number}`)) number += 1;
  const id = `c${number}`;
  const rows = table.rows.map((row) => (row.cells ? { ...row, cells: { ...row.cells, [id]: '' } } : row));
  return { ...table, columns: [...table.columns, { title: `Cột ${number}`, id }], rows };
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
  if (typedColumns({ ...table, columns }).length === 0) return table;
  const rows = table.rows.map((row) => {
    if (!row.cells) return row;
    const { [id]: _, ...cells } = row.cells;
    return { ...row, cells };
  });
  return { ...table, columns, rows };
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

/** The table with a sheet pasted from a cell on; rows are added where it is longer. */
export function pasteSheet(
  table: Table,
  index: number,
  column: string,
  sheet: ReadonlyArray<readonly SheetCell[]>,
): Table {
  const ids = typedColumns(table).map(({ id }) => id);
  const first = Math.max(0, ids.indexOf(column));
  const rows = [...table.rows];
  for (const [offset, pasted] of sheet.entries()) {
    const row = rows[index + offset] ?? blankRow(table);
    const cells: Record<string, Cell> = { ...row.cells };
    for (const [i, { text }] of pasted.entries()) {
      const id = ids[first + i];
      if (id !== undefined && !row.group) cells[id] = text;
    }
    rows[index + offset] = row.group === undefined ? { ...row, cells } : row;
  }
  return { ...table, rows };
}

/** The table with a cell that also covers the one to its right or below it. */
export function mergeCell(table: Table, index: number, column: string, into: 'right' | 'below'): Table {
  const ids = typedColumns(table).map(({ id }) => id);
  const cell = table.rows[index]?.cells?.[column];
  if (cell === undefined) return table;
  const { text, rowSpan = 1, colSpan = 1 } = typeof cell === 'string' ? { text: cell } : cell;
  const from = ids.indexOf(column);
  const covered = ids.slice(from, from + colSpan);
  const gained = into === 'right' ? ids.slice(from + colSpan, from + colSpan + 1) : covered;
  const rowsGained = into === 'right' ? range(index, rowSpan) : [index + rowSpan];
  const fits =
    gained.length > 0 &&
    rowsGained.every((at) => gained.every((id) => typeof table.rows[at]?.cells?.[id] === 'string'));
  if (!fits) return table;
  const texts = [text, ...rowsGained.flatMap((at) => gained.map((id) => table.rows[at]?.cells?.[id]))];
  const rows = table.rows.map((row, at) => {
    if (!rowsGained.includes(at) || !row.cells) return row;
    return { ...row, cells: Object.fromEntries(Object.entries(row.cells).filter(([id]) => !gained.includes(id))) };
  });
  const spans = into === 'right' ? { rowSpan, colSpan: colSpan + 1 } : { rowSpan: rowSpan + 1, colSpan };
  return withRow({ ...table, rows }, index, (row) => ({
    ...row,
    cells: { ...row.cells, [column]: { text: texts.filter(Boolean).join('\n'), ...spans } },
  }));
}

/** The table with a merged cell split into its cells again. */
export function splitCell(table: Table, index: number, column: string): Table {
  const ids = typedColumns(table).map(({ id }) => id);
  const cell = table.rows[index]?.cells?.[column];
  if (cell === undefined || typeof cell === 'string') return table;
  const { text, rowSpan = 1, colSpan = 1 } = cell;
  const from = ids.indexOf(column);
  const covered = ids.slice(from, from + colSpan);
  const rows = table.rows.map((row, at) => {
    if (at < index || at >= index + rowSpan || !row.cells) return row;
    const blank = Object.fromEntries(covered.map((id) => [id, at === index && id === column ? text : '']));
    return { ...row, cells: { ...row.cells, ...blank } };
  });
  return { ...table, rows };
}

function range(start: number, length: number): number[] {
  return Array.from({ length }, (_, i) => start + i);
}

/** A table to begin with: numbers, what is to be done, and who does it. */
export function newTable(): Table {
  const table: Table = {
    columns: [
      { title: 'STT', numbering: true },
      { title: 'Nội dung công việc', id: 'c2', width: 3 },
      { title: 'Cơ quan thực hiện', id: 'c3', width: 2 },
      { title: 'Thời gian', id: 'c4' },
    ],
    rows: [{ cells: { c2: '', c3: '', c4: '' } }],
  };
  return table;
}
