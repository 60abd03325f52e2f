import type { Row, Table } from '#document/schemas/table.schema.ts';
import { cellOf, spanOf, typedColumns, withRow } from './cells.ts';

/** A cell that covers others. Places of columns are those among the typed ones. */
export interface MergedCell {
  readonly row: number;
  readonly column: number;
  readonly id: string;
  readonly rowSpan: number;
  readonly colSpan: number;
}

/** Most rows that one cell covers (`cell` of the table's schema). */
const MAX_ROW_SPAN = 1000;

type Span = Omit<MergedCell, 'row' | 'column'>;
/** Rows are never changed in place: what a row merges is found once. */
const known = new WeakMap<Row, readonly Span[]>();

function spansIn(row: Row): readonly Span[] {
  const before = known.get(row);
  if (before) return before;
  const spans = Object.entries(row.cells ?? {}).flatMap(([id, cell]) => {
    const { rowSpan, colSpan } = spanOf(cell);
    return rowSpan > 1 || colSpan > 1 ? [{ id, rowSpan, colSpan }] : [];
  });
  known.set(row, spans);
  return spans;
}

/** Lists the merged cells that begin in rows `from` to before `to`. */
export function mergedCells(table: Table, from = 0, to = table.rows.length): MergedCell[] {
  const merged: MergedCell[] = [];
  let places: ReadonlyMap<string, number> | null = null;
  for (let row = Math.max(0, from); row < to; row += 1) {
    const line = table.rows[row];
    const spans = line ? spansIn(line) : [];
    if (spans.length === 0) continue;
    places ??= new Map(typedColumns(table).map(({ id }, index) => [id, index]));
    for (const span of spans) merged.push({ ...span, row, column: places.get(span.id) ?? 0 });
  }
  return merged;
}

/** Lists the merged cells that reach into rows `from` to before `to`. */
export function mergesOver(table: Table, from: number, to: number): MergedCell[] {
  return mergedCells(table, from - MAX_ROW_SPAN, to).filter(({ row, rowSpan }) => row + rowSpan > from);
}

/** The cells of rows `from` to before `to` that another cell covers, as `row column`. */
export function coveredCells(table: Table, from: number, to: number): ReadonlySet<string> {
  const ids = typedColumns(table).map(({ id }) => id);
  const covered = new Set<string>();
  for (const { row, column, id, rowSpan, colSpan } of mergesOver(table, from, to)) {
    for (let at = Math.max(row, from); at < Math.min(row + rowSpan, to); at += 1)
      for (const other of ids.slice(column, column + colSpan))
        if (at > row || other !== id) covered.add(`${at} ${other}`);
  }
  return covered;
}

/** The first row that has to be drawn with a row: that of the cells which cover it. */
export function firstWith(table: Table, row: number): number {
  return mergesOver(table, row, row + 1).reduce((first, merge) => Math.min(first, merge.row), row);
}

/** Rows that merged cells hold together with a row: first, and the one after the last. */
export function blockOf(table: Table, index: number): { readonly from: number; readonly to: number } {
  let [from, to] = [index, index + 1];
  for (;;) {
    const merges = mergesOver(table, from, to).filter(({ rowSpan }) => rowSpan > 1);
    const first = Math.min(from, ...merges.map(({ row }) => row));
    const end = Math.min(table.rows.length, Math.max(to, ...merges.map(({ row, rowSpan }) => row + rowSpan)));
    if (first === from && end === to) return { from, to };
    [from, to] = [first, end];
  }
}

/** The table with a cell that also covers the one to its right or below it. */
export function mergeCell(table: Table, index: number, column: string, into: 'right' | 'below'): Table {
  const ids = typedColumns(table).map(({ id }) => id);
  const cell = table.rows[index]?.cells?.[column];
  if (cell === undefined) return table;
  const { text, rowSpan, colSpan } = spanOf(cell);
  const from = ids.indexOf(column);
  const gained = into === 'right' ? ids.slice(from + colSpan, from + colSpan + 1) : ids.slice(from, from + colSpan);
  const rowsGained = into === 'right' ? range(index, rowSpan) : [index + rowSpan];
  const fits =
    gained.length > 0 &&
    rowsGained.every((at) => gained.every((id) => typeof table.rows[at]?.cells?.[id] === 'string')) &&
    rowsGained.every((at) => table.rows[at]?.group === undefined);
  if (!fits) return table;
  const texts = [text, ...rowsGained.flatMap((at) => gained.map((id) => table.rows[at]?.cells?.[id]))];
  const rows = table.rows.map((row, at) => (rowsGained.includes(at) ? withoutCells(row, gained) : row));
  const merged = cellOf(
    texts.filter(Boolean).join('\n'),
    into === 'right' ? rowSpan : rowSpan + 1,
    into === 'right' ? colSpan + 1 : colSpan,
  );
  return withRow({ ...table, rows }, index, (row) => ({ ...row, cells: { ...row.cells, [column]: merged } }));
}

/** The table with a merged cell split into its cells again. */
export function splitCell(table: Table, index: number, column: string): Table {
  const ids = typedColumns(table).map(({ id }) => id);
  const cell = table.rows[index]?.cells?.[column];
  if (cell === undefined || typeof cell === 'string') return table;
  const { text, rowSpan, colSpan } = spanOf(cell);
  const from = ids.indexOf(column);
  const covered = ids.slice(from, from + colSpan);
  const rows = table.rows.map((row, at) => {
    if (at < index || at >= index + rowSpan) return row;
    const blank = Object.fromEntries(covered.map((id) => [id, at === index && id === column ? text : '']));
    return { ...row, cells: { ...row.cells, ...blank } };
  });
  return { ...table, rows };
}

/** The table with all merged cells split that reach into rows `from` to before `to`. */
export function splitOver(table: Table, from: number, to: number): Table {
  return mergesOver(table, from, to).reduce((split, { row, id }) => splitCell(split, row, id), table);
}

function withoutCells(row: Row, ids: readonly string[]): Row {
  return { ...row, cells: Object.fromEntries(Object.entries(row.cells ?? {}).filter(([id]) => !ids.includes(id))) };
}

function range(start: number, length: number): number[] {
  return Array.from({ length }, (_, i) => start + i);
}
