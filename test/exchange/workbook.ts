import writeXlsxFile from 'write-excel-file/node';
import type { Cell, SheetRow } from '#exchange/workbook/cell.ts';

/** A cell of a list under test: a string is text, a Date a date of Excel. */
export type TestCell = string | number | Date | null;

/** The titles of PL IV, Mục I. */
export const TITLES = [
  'Số, ký hiệu văn bản',
  'Ngày tháng văn bản',
  'Tên loại và trích yếu nội dung văn bản',
  'Người ký',
  'Nơi nhận văn bản',
  'Đơn vị, người nhận bản lưu',
  'Số lượng bản',
  'Ngày chuyển',
  'Ký nhận',
  'Ghi chú',
];

/** An .xlsx of sheets. */
export async function workbook(...sheets: readonly TestCell[][][]): Promise<Uint8Array> {
  const data = sheets.map((rows, i) => ({
    sheet: `Trang ${i + 1}`,
    data: rows.map((row) =>
      row.map((value) => {
        if (value === null) return null;
        if (value instanceof Date) return { value, type: Date, format: 'dd/mm/yyyy' };
        return typeof value === 'number' ? { value, type: Number } : { value, type: String };
      }),
    ),
  }));
  return new Uint8Array(await writeXlsxFile(data).toBuffer());
}

/** Rows as a sheet reader gives them, from row 1 on. */
export function sheetRows(...rows: readonly Cell[][]): SheetRow[] {
  return rows.map((cells, i) => ({ row: i + 1, cells, isHidden: false }));
}

/** A row under the ten titles. */
export function row(code: TestCell, date: TestCell, title: TestCell, ...rest: readonly TestCell[]): TestCell[] {
  return [code, date, title, ...rest, ...Array(7 - rest.length).fill(null)];
}
