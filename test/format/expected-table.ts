import type { Column, Table } from '../../functions/document/table.schema.ts';

function leaves(columns: readonly Column[]): Column[] {
  return columns.flatMap((column) => (column.columns ? leaves(column.columns) : [column]));
}

/** Titles of the columns that hold cells. */
export function leafTitles({ columns }: Table): string[] {
  return leaves(columns).map(({ title }) => title);
}
