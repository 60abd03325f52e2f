import type { Column, Table } from '#document/schemas/table.schema.ts';
import type { ReadTable, TableRow } from '#read/body/model.ts';
import { isBold, linesIn } from '#read/elements/line.ts';
import { cellText, columnId, plainText } from './cell-text.ts';

/** A head's own title of the column of row numbers. */
export const NUMBER_TITLE = /^(?:S?TT|STT|Số TT|Số thứ tự|S\.?T\.?T\.?)\.?$/iu;

/** A column's width and alignment, as the table's grid and cells have them. */
export type ColumnLook = (index: number, isNumbering: boolean) => Pick<Column, 'width' | 'align'>;

/** Counts the head rows: those Word repeats, else a bold first row, with the row of column numbers. */
export function headRowsOf({ rows, hasBorders }: ReadTable): number {
  if (!hasBorders) return 0;
  const repeated = rows.findIndex(({ isHeader }) => !isHeader);
  const titled = repeated > 0 ? repeated : boldHead(rows);
  const next = rows[titled];
  return titled > 0 && next && titled + 1 < rows.length && isNumberRow(next) ? titled + 1 : titled;
}

function boldHead(rows: readonly TableRow[]): number {
  const [first] = rows;
  if (!first || rows.length < 2) return 0;
  const lines = linesIn(first.cells.flatMap(({ blocks }) => blocks)).filter(({ text }) => text !== '');
  if (lines.length === 0 || !(lines.every(isBold) || NUMBER_TITLE.test(lines[0]?.text ?? ''))) return 0;
  const deep = first.cells.some(({ merge, colSpan }) => merge === 'start' || (colSpan > 1 && first.cells.length > 1));
  if (!deep) return 1;
  const end = rows.slice(1).findIndex(({ cells }) => !cells.some(({ merge }) => merge === 'continue'));
  return end < 0 ? 1 : end + 1;
}

/** A row such as (1) (2) (3) = (1) x (2), which numbers the columns. */
function isNumberRow({ cells }: TableRow): boolean {
  const texts = cells.map(plainText);
  const isNumbered = texts.every((text) => text === '' || /^\(\d{1,2}\)(?:\s*=.*)?$/.test(text));
  return isNumbered && cells.every(({ colSpan }) => colSpan === 1) && texts.filter((text) => text !== '').length > 1;
}

/** The head parted into titles and numbers of columns. */
export function parted(head: readonly TableRow[]): {
  readonly titles: readonly TableRow[];
  readonly numbers: TableRow | null;
} {
  const last = head.at(-1);
  return last && head.length > 1 && isNumberRow(last)
    ? { titles: head.slice(0, -1), numbers: last }
    : { titles: head, numbers: null };
}

/** Reads the row of column numbers. */
export function columnNumbersOf(row: TableRow | null): Pick<Table, 'columnNumbers'> {
  if (!row) return {};
  const texts = row.cells.map((cell) => cellText(cell, false));
  if (texts.every((text, i) => text === `(${i + 1})`)) return { columnNumbers: true };
  const said = texts.flatMap((text, i) => (text === '' ? [] : [[columnId(i), text] as const]));
  return { columnNumbers: Object.fromEntries(said) };
}

/** The rows of titles as a tree of columns. */
export function columnTree(
  titles: readonly TableRow[],
  count: number,
  isNumbered: boolean,
  look: ColumnLook,
): Column[] {
  return branch(titles, 0, count, 0, isNumbered, look);
}

function branch(
  rows: readonly TableRow[],
  from: number,
  to: number,
  depth: number,
  isNumbered: boolean,
  look: ColumnLook,
): Column[] {
  const columns: Column[] = [];
  for (let at = from; at < to; ) {
    const cell = rows[depth]?.cells.find(({ column }) => column === at);
    const span = Math.max(1, Math.min(cell?.colSpan ?? 1, to - at));
    const title = cell ? cellText(cell, true).replaceAll('\n', ' ').trim() : '';
    const named = title || `Cột ${at + 1}`;
    if (span > 1 && depth + 1 < rows.length) {
      columns.push({ title: named, columns: branch(rows, at, at + span, depth + 1, isNumbered, look) });
    } else {
      for (let i = at; i < at + span; i++) columns.push(leaf(named, i, isNumbered && i === 0, look));
    }
    at += span;
  }
  return columns;
}

function leaf(title: string, index: number, isNumbering: boolean, look: ColumnLook): Column {
  return {
    title,
    id: columnId(index),
    ...look(index, isNumbering),
    ...(isNumbering ? { numbering: true as const } : {}),
  };
}

/** Columns of a table without a head. */
export function plainColumns(count: number, look: ColumnLook): Column[] {
  return Array.from({ length: count }, (_, i) => ({ title: `Cột ${i + 1}`, id: columnId(i), ...look(i, false) }));
}
