import { sumsOf } from '#document/rules/table-sums.ts';
import type { Row, Table } from '#document/schemas/table.schema.ts';
import { cellOf, cellText, setText, spanOf, typedColumns, withRow } from './cells.ts';
import { blockOf, mergesOver } from './merges.ts';

/** A row with an empty cell in each column, but those that cells above cover. */
export function blankRow(table: Table, covered: ReadonlySet<string> = new Set()): Row {
  const ids = typedColumns(table).map(({ id }) => id);
  return { cells: Object.fromEntries(ids.filter((id) => !covered.has(id)).map((id) => [id, ''])) };
}

/** The table with a row put in before an index; a merged cell around that place covers it, too. */
export function insertRow(table: Table, index: number): Table {
  const ids = typedColumns(table).map(({ id }) => id);
  const around = mergesOver(table, index, index + 1).filter(({ row }) => row < index);
  const covered = new Set(around.flatMap(({ column, colSpan }) => ids.slice(column, column + colSpan)));
  const grown = around.reduce((now, { row, id }) => resized(now, row, id, 1), table);
  return { ...grown, rows: grown.rows.toSpliced(index, 0, blankRow(table, covered)) };
}

/** The table with a cell that covers so many rows more or less. */
function resized(table: Table, index: number, id: string, by: number): Table {
  return withRow(table, index, (row) => {
    const cell = row.cells?.[id];
    if (cell === undefined) return row;
    const { text, rowSpan, colSpan } = spanOf(cell);
    return { ...row, cells: { ...row.cells, [id]: cellOf(text, rowSpan + by, colSpan) } };
  });
}

/** The table without a row; the last one stays. What its merged cells say goes on below. */
export function deleteRow(table: Table, index: number): Table {
  if (table.rows.length === 1) return table;
  const merges = mergesOver(table, index, index + 1).filter(({ rowSpan }) => rowSpan > 1);
  const shrunk = merges.reduce((now, { row, id, rowSpan, colSpan }) => {
    if (row < index) return resized(now, row, id, -1);
    const text = cellText(table.rows[row] ?? {}, id) ?? '';
    const cell = cellOf(text, rowSpan - 1, colSpan);
    return withRow(now, index + 1, (below) => ({ ...below, cells: { ...below.cells, [id]: cell } }));
  }, table);
  return { ...shrunk, rows: shrunk.rows.toSpliced(index, 1) };
}

/** The table with a row moved up or down past its neighbour; rows that merged cells hold together move as one. */
export function moveRow(table: Table, index: number, by: -1 | 1): Table {
  const own = blockOf(table, index);
  const beside = by < 0 ? own.from - 1 : own.to;
  if (beside < 0 || beside >= table.rows.length) return table;
  const other = blockOf(table, beside);
  const [upper, lower] = by < 0 ? [other, own] : [own, other];
  const rows = [...table.rows.slice(lower.from, lower.to), ...table.rows.slice(upper.from, upper.to)];
  return { ...table, rows: table.rows.toSpliced(upper.from, rows.length, ...rows) };
}

/** Number of rows that a row moves by when it passes its neighbour. */
export function stepOf(table: Table, index: number, by: -1 | 1): number {
  const own = blockOf(table, index);
  const beside = by < 0 ? own.from - 1 : own.to;
  if (beside < 0 || beside >= table.rows.length) return 0;
  const other = blockOf(table, beside);
  return by * (other.to - other.from);
}

/** The table with a group's row put in before an index; not amid rows that a merged cell holds together. */
export function insertGroup(table: Table, index: number): Table {
  const { from } = blockOf(table, index);
  return { ...table, rows: table.rows.toSpliced(from, 0, { group: 'Nhóm' }) };
}

/** The table with a total below a row: of its group where it has groups, else of all rows; what can be summed is. */
export function insertTotal(table: Table, index: number, sums: 'group' | 'table'): Table {
  const next = table.rows.findIndex((row, at) => at > index && (row.group !== undefined || row.total));
  const at = sums === 'table' || next < 0 ? table.rows.length : next;
  const [first] = typedColumns(table);
  const label = first ? { [first.id]: sums === 'table' ? 'Tổng cộng' : 'Cộng' } : {};
  const total: Row = { ...blankRow(table), total: true, sums };
  const rows = table.rows.toSpliced(at, 0, { ...total, cells: { ...total.cells, ...label } });
  return sumRow({ ...table, rows }, at);
}

/** The table with all totals that say what they sum counted anew. */
export function sumAll(table: Table): Table {
  return table.rows.reduce((now, row, index) => (row.total && row.sums ? sumRow(now, index) : now), table);
}

function sumRow(table: Table, index: number): Table {
  return Object.entries(sumsOf(table, index)).reduce((now, [id, sum]) => setText(now, index, id, sum), table);
}
