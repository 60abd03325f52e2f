import { z } from 'zod';
import { origin } from './origin.schema.ts';
import { cellText, line, paragraphText, stableId } from './text.schema.ts';

/** Most rows of one table. */
export const MAX_ROWS = 200_000;
/** Most leaf columns of one table. */
export const MAX_COLUMNS = 20;

/**
 * A column, or a heading over several columns (the tree makes the merged cells of the header). A leaf column has an id;
 * `width` is its share of the table's width, in any unit, all columns alike; `numbering` makes it the column of the row
 * numbers, which are counted and never typed.
 */
export const column = z
  .strictObject({
    title: line,
    id: stableId.optional(),
    width: z.number().positive().max(1000).optional(),
    align: z.enum(['left', 'center', 'right', 'justify']).optional(),
    numbering: z.literal(true).optional(),
    get columns() {
      return z.array(column).min(1).max(MAX_COLUMNS).optional();
    },
  })
  .meta({ id: 'Column' });

/** A cell: its text, or its text with the rows and columns it covers; the cells it covers are left out of the data. */
export const cell = z.union([
  cellText,
  z.strictObject({
    text: cellText,
    rowSpan: z.int().min(1).max(1000).optional(),
    colSpan: z.int().min(1).max(MAX_COLUMNS).optional(),
  }),
]);

/**
 * What a task is to reach, as a number beside its words: 4 bản tin each month. It is never printed; sums over units are
 * made of it. Equal `measure` and `period` are summed.
 */
export const target = z
  .strictObject({ value: z.number().nonnegative().max(1e12), measure: line, period: line.optional() })
  .meta({ id: 'Target' });

/** A row of cells by column id, or a group row: one text over the whole width, above the rows that belong to it. */
export const row = z.strictObject({
  id: stableId.optional(),
  cells: z.record(stableId, cell).optional(),
  group: paragraphText.optional(),
  target: target.optional(),
  origin: origin.optional(),
});

/**
 * A table. Rows are numbered from 1 through all groups, or anew in each (`restart`); groups get Roman numbers unless
 * `numberGroups` is false.
 */
export const table = z
  .strictObject({
    columns: z.array(column).min(1).max(MAX_COLUMNS),
    rows: z.array(row).min(1).max(MAX_ROWS),
    restart: z.boolean().optional(),
    numberGroups: z.boolean().optional(),
  })
  .meta({ id: 'Table' });

/** A table, as data. */
export type Table = z.infer<typeof table>;
/** A column or a heading over columns, as data. */
export type Column = z.infer<typeof column>;
/** A row or a group row, as data. */
export type Row = z.infer<typeof row>;
/** What a task is to reach, as data. */
export type Target = z.infer<typeof target>;
/** A cell, as data. */
export type Cell = z.infer<typeof cell>;

/** The columns that hold cells, from left to right. */
export function leafColumns(columns: readonly Column[]): Column[] {
  return columns.flatMap((c) => (c.columns ? leafColumns(c.columns) : [c]));
}
