import { z } from 'zod';
import { about } from './about.ts';
import { lineOf } from './text.schema.ts';
import { typeCode } from './type.schema.ts';

/** Mã định danh of an organ: `000.00.00.H41`, `H37.02.02`. */
const organCode = z.string().regex(/^[A-Z0-9]{1,4}(?:\.[A-Z0-9]{1,4}){0,4}$/);

/**
 * Settings an organ needs before its documents go out as metadata or edXML (docs/decisions/0034-edxml-settings.md). It
 * stands in the organ's profile (`exchange`) or in a file of its own that is given with an export.
 *
 * - `documentId`: `composed` is `OrganId,yyyy/MM/dd,số/ký hiệu`; `uuid` is made of the document's id, always the same.
 * - `documentTypes`: DocumentType.Type by type; by default its place among the types of Điều 7 (kế hoạch 10, công văn 18).
 * - `attachments`: `base64` of the file, or `zip-base64` of a zip that holds it.
 * - `prefix`: whether the envelope's frame alone or every child carries the prefix `edXML:`.
 */
export const exchangeSettings = z
  .strictObject({
    schema: z.literal('ExchangeSettings@1').meta(about('Loại dữ liệu và phiên bản.', 'ExchangeSettings@1')),
    organCode: organCode.meta(about('Mã định danh của cơ quan.', 'H19.18.9')),
    email: lineOf(100).optional().meta(about('Thư điện tử của cơ quan.', 'binhlong@dongnai.gov.vn')),
    telephone: lineOf(50).optional().meta(about('Số điện thoại của cơ quan.', '0251 3822 000')),
    fax: lineOf(50).optional().meta(about('Số fax của cơ quan.', '0251 3822 001')),
    website: lineOf(100).optional().meta(about('Trang thông tin điện tử.', 'https://binhlong.dongnai.gov.vn')),
    recipientCodes: z
      .record(lineOf(500), organCode)
      .optional()
      .meta(about('Mã định danh theo tên ở Nơi nhận.', { 'Sở Nội vụ': 'H19.5' })),
    documentId: z
      .enum(['composed', 'uuid'])
      .optional()
      .meta(about('Mã định danh văn bản: ghép từ cơ quan, ngày, số (composed) hay UUID.', 'composed')),
    documentTypes: z
      .record(typeCode, z.int().min(0).max(99))
      .optional()
      .meta(about('Mã loại văn bản trong edXML, khi khác số thứ tự ở Điều 7.', { KeHoach: 10, CongVan: 18 })),
    attachments: z
      .enum(['base64', 'zip-base64'])
      .optional()
      .meta(about('Cách gửi tệp kèm: thẳng hay nén ZIP.', 'base64')),
    prefix: z.enum(['frame', 'all']).optional().meta(about('Tiền tố edXML: chỉ ở khung hay ở mọi phần tử.', 'frame')),
  })
  .meta({ id: 'ExchangeSettings' });

/** See {@link exchangeSettings}. */
export type ExchangeSettings = z.infer<typeof exchangeSettings>;
