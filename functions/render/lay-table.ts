import type { Table } from '#document/schemas/table.schema.ts';
import { layColumns } from '#document/tables/column-layout.ts';
import type { Slots } from './slots.ts';
import { headerRows } from './table-view.ts';
import type { TableView } from './view.ts';

/** Lays a table out in a width; `keepLast` keeps its last row on the page of what follows. */
export function layTable(table: Table, widthTwips: number, keepLast: boolean, slots: Slots): TableView {
  const layout = layColumns(table, widthTwips);
  return {
    widthTwips,
    grid: layout.widths,
    marginTwips: layout.marginTwips,
    borders: table.borders !== 'none',
    headerRows: headerRows(table, layout),
    rowsSlot: slots.rows(table, layout, keepLast),
    keepLast,
  };
}
