import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { IMPORT_BOUNDS, MAX_CELL } from '#exchange/older-book/import-bounds.ts';
import { IMPORT_FIELDS } from '#exchange/older-book/import-columns.ts';
import type { MappedSheet } from '#exchange/older-book/sheet-columns.ts';
import { columnOfLetters } from '#exchange/workbook/column-letters.ts';
import { MAX_SCAN_NAMES } from '#usecases/bring-in/match-scans.ts';
import { uploadId } from './request-fields.ts';

const rowFix = z.strictObject({
  sheet: z.string().max(100).meta(about('Tên trang.', 'Năm 2025')),
  row: z.int().min(1).max(1_048_576).meta(about('Dòng, như Excel đếm.', 7)),
  field: z
    .enum([
      'code',
      'number',
      'notation',
      'issuedDate',
      'typeName',
      'subject',
      'signer',
      'to',
      'archivedAt',
      'issuedAmount',
    ])
    .meta(about('Cột được ghi thay.', 'notation')),
  text: z.string().min(1).max(MAX_CELL).meta(about('Nội dung ghi thay ô ấy.', 'KH-UBND')),
});

const mappedSheet = z.strictObject({
  sheet: z.string().max(100).meta(about('Tên trang.', 'Năm 2025')),
  headerRow: z
    .int()
    .min(0)
    .max(1_048_576)
    .meta(about('Dòng cuối của tiêu đề, như Excel đếm; 0: trang không có tiêu đề.', 3)),
  columns: z
    .partialRecord(
      z.enum(IMPORT_FIELDS),
      z
        .string()
        .regex(/^[A-Z]{1,3}$/)
        .meta(about('Cột, theo chữ của Excel.', 'B')),
    )
    .meta(about('Cột của từng trường, theo chữ của Excel.', { code: 'B', issuedDate: 'C', subject: 'D' })),
});

/** Columns by their letters ─▶ columns counted from 0. */
export function toMappedSheet({ sheet, headerRow, columns }: z.infer<typeof mappedSheet>): MappedSheet {
  const entries = IMPORT_FIELDS.flatMap((field) => {
    const letters = columns[field];
    return letters === undefined ? [] : [[field, columnOfLetters(letters)] as const];
  });
  return { sheet, headerRow, columns: new Map(entries) };
}

/** A list that was uploaded, with what a person typed over its rows. */
export const bringInListBody = z
  .strictObject({
    uploadId,
    fixes: z
      .array(rowFix)
      .max(IMPORT_BOUNDS.maxRows)
      .optional()
      .meta(
        about('Những ô được ghi thay khi đọc; tệp không đổi.', [
          { sheet: 'Năm 2025', row: 7, field: 'notation', text: 'KH-UBND' },
        ]),
      ),
    columns: z
      .array(mappedSheet)
      .max(100)
      .optional()
      .meta(
        about(
          'Trang nào đọc cột nào, do người nhập chỉ; có (dù rỗng) thì bảng không thấy tiêu đề vẫn được báo từng cột.',
          [{ sheet: 'Năm 2025', headerRow: 3, columns: { code: 'B', issuedDate: 'C', subject: 'D' } }],
        ),
      ),
  })
  .openapi('BringInList');

/** Names of scans whose documents are looked for. */
export const matchScansBody = z
  .strictObject({
    year: z.int().min(1945).max(9999).meta(about('Năm của những tên không ghi năm.', 2025)),
    names: z
      .array(z.string().min(1).max(300))
      .min(1)
      .max(MAX_SCAN_NAMES)
      .meta(about('Tên tệp, hoặc số và ký hiệu gõ vào.', ['35-KH-UBND.pdf', '36/KH-UBND'])),
  })
  .openapi('MatchScans');
