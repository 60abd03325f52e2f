import type { Table } from '#document/schemas/table.schema.ts';
import { typedColumns } from './table-edits.ts';

/** The cells that another cell covers, as `row column`. */
export function coveredCells(table: Table): ReadonlySet<string> {
  const ids = typedColumns(table).map(({ id }) => id);
  const covered = new Set<string>();
  for (const [index, { cells = {} }] of table.rows.entries()) {
    for (const [id, cell] of Object.entries(cells)) {
      if (typeof cell === 'string') continue;
      const { rowSpan = 1, colSpan = 1 } = cell;
      const from = ids.indexOf(id);
      for (let row = index; row < index + rowSpan; row += 1) {
        for (const other of ids.slice(from, from + colSpan))
          if (row > index || other !== id) covered.add(`${row} ${other}`);
      }
    }
  }
  return covered;
}
