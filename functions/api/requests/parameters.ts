import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate, stableId } from '#document/schemas/text.schema.ts';
import { pageFields } from '#present/requests/search-query.ts';
import { stateSchema } from '#register/model/states.ts';
import { DOC_ID } from './request-fields.ts';

/** Path parameters. What does not fit cannot exist: it is not found. */
export const docIdParam = z.object({
  docId: z.string().regex(DOC_ID).meta(about('Mã văn bản.', 'ke-hoach-cchc-2026')),
});

/** Path of a kept save. */
export const saveParam = docIdParam.extend({
  rev: z.coerce.number().int().min(1).max(999_999_999).meta(about('Lần lưu, như trong danh sách.', 3)),
});

/** Path of an issued document of any organ. */
export const issuedParam = docIdParam.extend({
  organ: stableId.meta(about('Mã cơ quan ban hành.', 'phuong-binh-long')),
});

/** Path of a file of an issued document. */
export const fileParam = issuedParam.extend({
  fileId: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,79}$/)
    .meta(about('Mã tệp, như trong files của văn bản.', 'van-ban')),
});

/** Path of a profile, by its first day. */
export const validFromParam = z.object({
  validFrom: isoDate.meta(about('Ngày hồ sơ bắt đầu có hiệu lực.', '2025-07-01')),
});

/** A year in a path or a query. */
export const year = z.coerce.number().int().min(1945).max(9999).meta(about('Năm.', 2026));

/** Queries. */
export const listQuery = z.strictObject({
  state: stateSchema.meta(about('Trạng thái.', 'draft')),
  ...pageFields,
});

/** Query of finding by number. */
export const findQuery = z.strictObject({
  number: z
    .string()
    .min(1)
    .max(700)
    .meta(about('Số và ký hiệu, viết thế nào cũng được.', '35/KH-UBND', 'kế hoạch 35 2025')),
  year: year.optional(),
  cursor: pageFields.cursor,
});

/** Query of a preview. */
export const previewQuery = z.strictObject({
  file: z.string().max(80).optional().meta(about('Tệp nào, khi văn bản có phụ lục ở tệp riêng.', 'van-ban')),
});

/** No query. */
export const noQuery = z.strictObject({});

/** Query of one year. */
export const yearQuery = z.strictObject({ year });

/** A series of a profile, or one of an older book: `so-cu-QuyetDinh`. */
export const seriesName = z.string().regex(/^(?:[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?|so-cu-[A-Za-z]{1,40})$/);

/** Path of a series in a year. */
export const seriesParam = z.object({ year, series: seriesName.meta(about('Mã sổ.', 'ke-hoach')) });

/** Body of a series’ first number. */
export const startBody = z
  .strictObject({ start: z.int().min(1).max(999_999).meta(about('Số đầu tiên của năm.', 36)) })
  .openapi('StartOfSeries');

/** Query of a page of a list. */
export const pageQuery = z.strictObject({ cursor: pageFields.cursor });
