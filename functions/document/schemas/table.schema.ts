import { z } from 'zod';
import { about } from './about.ts';
import { ORIGIN_EXAMPLE } from './examples.ts';
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
    title: line.meta(about('Tên cột.', 'Cơ quan chủ trì')),
    id: stableId.optional().meta(about('Mã cột, dùng trong cells; cột gộp (có columns) thì không có.', 'chu-tri')),
    width: z
      .number()
      .positive()
      .max(1000)
      .optional()
      .meta(about('Bề rộng so với các cột khác, đơn vị tùy ý; không ghi thì phần mềm tính.', 30)),
    align: z
      .enum(['left', 'center', 'right', 'justify', 'decimal'])
      .optional()
      .meta(about('Căn lề trong ô; decimal: các số thẳng hàng theo dấu phẩy.', 'right')),
    numbering: z.literal(true).optional().meta(about('Cột số thứ tự: phần mềm đánh số, không gõ.', true)),
    get columns() {
      return z
        .array(column)
        .min(1)
        .max(MAX_COLUMNS)
        .optional()
        .meta(about('Các cột con dưới tên cột này.', [{ title: 'Số lượng', id: 'so-luong' }]));
    },
  })
  .meta({ id: 'Column' });

/** A cell: its text, or its text with the rows and columns it covers; the cells it covers are left out of the data. */
export const cell = z.union([
  cellText,
  z.strictObject({
    text: cellText.meta(about('Nội dung ô; xuống dòng là một đoạn mới, để trống được.', 'Văn phòng')),
    rowSpan: z.int().min(1).max(1000).optional().meta(about('Số dòng mà ô chiếm.', 2)),
    colSpan: z.int().min(1).max(MAX_COLUMNS).optional().meta(about('Số cột mà ô chiếm.', 3)),
  }),
]);

/**
 * Target of a task as a number beside its words: 4 bản tin each month. It is never printed; sums over units are made of
 * it. Equal `measure` and `period` are summed.
 */
export const target = z
  .strictObject({
    value: z.number().nonnegative().max(1e12).meta(about('Con số phải đạt.', 4)),
    measure: line.meta(about('Đơn vị tính.', 'bản tin')),
    period: line.optional().meta(about('Kỳ của con số.', 'tháng')),
  })
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
  id: stableId.optional().meta(about('Mã dòng; cần khi dòng tổng hay kế hoạch giao xuống nói tới nó.', 'tap-huan')),
  cells: z
    .record(stableId, cell)
    .optional()
    .meta(about('Nội dung các ô theo mã cột.', { 'noi-dung': 'Tập huấn', 'chu-tri': 'Văn phòng' })),
  group: paragraphText
    .optional()
    .meta(about('Tên nhóm, in trên các dòng của nhóm; có thể kèm cells (số tiền của nhóm).', 'Cải cách thể chế')),
  level: z
    .enum(ROW_LEVELS)
    .optional()
    .meta(about('Cấp của dòng khi dòng đánh số A, I, 1, 1.1, a hay gạch đầu dòng.', 'roman')),
  total: z.literal(true).optional().meta(about('Dòng tổng, cộng hay mang sang: in đậm, không có số thứ tự.', true)),
  sums: z
    .union([z.enum(['group', 'table']), z.array(stableId).min(1).max(1000)])
    .optional()
    .meta(
      about('Dòng tổng cộng những gì, để phần mềm kiểm: nhóm, cả bảng, hay các dòng có mã này.', 'table', [
        'tap-huan',
        'truyen-thong',
      ]),
    ),
  continued: z.literal(true).optional().meta(about('Nối tiếp nhiệm vụ của dòng trên, cùng số thứ tự.', true)),
  target: target.optional().meta(
    about('Chỉ tiêu bằng số của dòng, không in; dùng để cộng theo đơn vị.', {
      value: 4,
      measure: 'bản tin',
      period: 'tháng',
    }),
  ),
  origin: origin
    .optional()
    .meta(about('Dòng của cấp trên mà dòng này được lập theo; phần mềm ghi, không in.', ORIGIN_EXAMPLE)),
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
    caption: line.optional().meta(about('Tên bảng, in ở trên.', 'Bảng 1. Dự toán kinh phí')),
    unitLine: line.optional().meta(about('Đơn vị tính, in bên phải trên bảng.', 'Đơn vị tính: triệu đồng')),
    fontSize: z
      .int()
      .min(10)
      .max(13)
      .optional()
      .meta(about('Cỡ chữ của bảng; không ghi thì cỡ lớn nhất không làm vỡ chữ.', 12)),
    columnNumbers: z
      .union([z.literal(true), z.record(stableId, line)])
      .optional()
      .meta(
        about('Dòng số cột (1) (2) (3) dưới tên cột, hoặc ghi riêng theo mã cột.', true, {
          'thanh-tien': '(3)=(1)×(2)',
        }),
      ),
    borders: z
      .literal('none')
      .optional()
      .meta(about('Không kẻ khung và không in tên cột, cho biểu mẫu chia cột.', 'none')),
    columns: z
      .array(column)
      .min(1)
      .max(MAX_COLUMNS)
      .meta(
        about('Các cột từ trái sang phải.', [
          { title: 'STT', id: 'stt', numbering: true },
          { title: 'Nội dung', id: 'noi-dung' },
        ]),
      ),
    rows: z
      .array(row)
      .min(1)
      .max(MAX_ROWS)
      .meta(about('Các dòng từ trên xuống.', [{ cells: { 'noi-dung': 'Tập huấn' } }])),
    restart: z.boolean().optional().meta(about('Đánh số lại từ 1 trong mỗi nhóm.', true)),
    numberGroups: z.boolean().optional().meta(about('Nhóm có số La Mã hay không; không ghi là có.', false)),
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
/** Target of a task, as data. */
export type Target = z.infer<typeof target>;
/** A cell, as data. */
export type Cell = z.infer<typeof cell>;

/** The columns that hold cells, from left to right. */
export function leafColumns(columns: readonly Column[]): Column[] {
  return columns.flatMap((c) => (c.columns ? leafColumns(c.columns) : [c]));
}
