import { z } from 'zod';
import { origin } from './origin.schema.ts';
import { cellText, line, paragraphText, stableId } from './text.schema.ts';

/** Most rows of one table. */
export const MAX_ROWS = 200_000;
/** Most leaf columns of one table. */
export const MAX_COLUMNS = 40;
/** Sizes of a table's type in points, the largest first. */
export const TABLE_SIZES = [13, 12, 11, 10] as const;

/**
 * A column, or a heading over several columns (the tree makes the merged cells of the header). A leaf column has an id;
 * `width` is its share of the table's width, in any unit, all columns alike; `numbering` makes it the column of the row
 * numbers, which are counted and never typed. `align: decimal` sets numbers below each other by their comma.
 */
export const column = z
  .strictObject({
    title: line,
    id: stableId.optional(),
    width: z.number().positive().max(1000).optional(),
    align: z.enum(['left', 'center', 'right', 'justify', 'decimal']).optional(),
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

/** Levels of rows that are numbered A, I, 1, 1.1, a or marked "-". */
export const ROW_LEVELS = ['letter', 'roman', 'clause', 'subclause', 'point', 'dash'] as const;

/**
 * A row of cells by column id, or a group row: a name above the rows that belong to it, over the whole width or, with cells,
 * up to the first of them.
 *
 * - `level`: the row is numbered by its level: A, I, 1, 1.1, a, -.
 * - `total`: a total, subtotal or carried row: bold, without a number, its label over the column of numbers too.
 * - `sums`: what a total sums, to be checked: the rows of its `group`, of the `table`, or those with these ids.
 * - `continued`: goes on with the task of the row above, under the same number.
 */
export const row = z.strictObject({
  id: stableId.optional(),
  cells: z.record(stableId, cell).optional(),
  group: paragraphText.optional(),
  level: z.enum(ROW_LEVELS).optional(),
  total: z.literal(true).optional(),
  sums: z.union([z.enum(['group', 'table']), z.array(stableId).min(1).max(1000)]).optional(),
  continued: z.literal(true).optional(),
  target: target.optional(),
  origin: origin.optional(),
});

/**
 * A table. Rows are numbered from 1 through all groups, or anew in each (`restart`); groups get Roman numbers unless
 * `numberGroups` is false.
 *
 * - `caption` stands above it, `unitLine` to the right under that ("Đơn vị tính: triệu đồng").
 * - `fontSize`: size of its type, 10 to 13; else the largest in which no word is broken.
 * - `columnNumbers`: a row (1) (2) (3) that repeats with the head, or what it says by column id: `(3)=(1)×(2)`.
 * - `borders: none`: neither lines nor head, for columns of a form.
 */
export const table = z
  .strictObject({
    caption: line.optional(),
    unitLine: line.optional(),
    fontSize: z.int().min(10).max(13).optional(),
    columnNumbers: z.union([z.literal(true), z.record(stableId, line)]).optional(),
    borders: z.literal('none').optional(),
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
/** Size of a table's type in points. */
export type TableSize = (typeof TABLE_SIZES)[number];
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
