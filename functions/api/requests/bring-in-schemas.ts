import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { IMPORT_BOUNDS, MAX_CELL } from '#exchange/older-book/import-bounds.ts';
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
  })
  .openapi('BringInList');
