import type { Part } from '#document/schemas/part.schema.ts';
import type { Column, Row, Table } from '#document/schemas/table.schema.ts';
import { roman } from './expected-text.ts';

/** A cell that the data ask for: its text, the columns it covers, and its place in a column of merged cells. */
export interface ExpectedCell {
  readonly text: string;
  readonly span: number;
  readonly merge: 'restart' | 'continue' | null;
}

function leaves(columns: readonly Column[]): Column[] {
  return columns.flatMap((column) => (column.columns ? leaves(column.columns) : [column]));
}

/** Titles of the columns that hold cells. */
export function leafTitles({ columns }: Table): string[] {
  return leaves(columns).map(({ title }) => title);
}

/** All tables of a body, in order. */
export function tablesOf(parts: readonly Part[]): Table[] {
  return parts.flatMap(({ table, children }) => [...(table ? [table] : []), ...tablesOf(children ?? [])]);
}

function depthOf(columns: readonly Column[]): number {
  return Math.max(...columns.map((column) => 1 + (column.columns ? depthOf(column.columns) : 0)));
}

function headerRow(columns: readonly Column[], level: number, depth: number): ExpectedCell[] {
  return columns.flatMap((column): ExpectedCell[] => {
    const { title, columns: below } = column;
    const span = leaves([column]).length;
    if (below) return level > 0 ? headerRow(below, level - 1, depth - 1) : [{ text: title, span, merge: null }];
    const merge = depth === 1 ? null : level === 0 ? 'restart' : 'continue';
    return [{ text: level === 0 ? title : '', span, merge }];
  });
}

/** The header rows: a heading over several columns covers them, a column of few levels reaches down. */
export function headerRows({ columns }: Table): ExpectedCell[][] {
  const depth = depthOf(columns);
  return Array.from({ length: depth }, (_, level) => headerRow(columns, level, depth));
}

/** A row as its data ask for it: cells, or the one text of a group with its number. */
export type ExpectedRow = readonly ExpectedCell[] | { readonly group: RegExp };

function cellsOf(row: Row, columns: readonly Column[], number: string, open: Map<number, number>): ExpectedCell[] {
  const cells: ExpectedCell[] = [];
  for (let at = 0; at < columns.length; ) {
    const column = columns[at];
    const left = open.get(at) ?? 0;
    const given = row.cells?.[column?.id ?? ''];
    const { text, rowSpan = 1, colSpan = 1 } = typeof given === 'object' ? given : { text: given ?? '' };
    if (left > 0) cells.push({ text: '', span: 1, merge: 'continue' });
    else cells.push({ text: column?.numbering ? number : text, span: colSpan, merge: rowSpan > 1 ? 'restart' : null });
    open.set(at, left > 0 ? left - 1 : rowSpan - 1);
    at += left > 0 ? 1 : colSpan;
  }
  return cells;
}

/** The rows below the header: numbers count through, or anew in each group; groups have Roman numbers. */
export function bodyRows(table: Table): ExpectedRow[] {
  const columns = leaves(table.columns);
  const open = new Map<number, number>();
  let groups = 0;
  let rows = 0;
  return table.rows.map((row): ExpectedRow => {
    if (row.group !== undefined) {
      groups += 1;
      if (table.restart) rows = 0;
      const number = table.numberGroups === false ? '' : `${roman(groups)}\\.? ?`;
      return { group: new RegExp(`^${number}${row.group.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')}$`, 'u') };
    }
    rows += 1;
    return cellsOf(row, columns, String(rows), open);
  });
}
