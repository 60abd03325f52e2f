import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate, lineOf } from '#document/schemas/text.schema.ts';

const number = {
  codeNumber: z.int().min(1).max(999_999).meta(about('Số trong sổ cũ.', 36)),
  codeSuffix: z
    .string()
    .regex(/^[a-zđ]{1,4}$/)
    .optional()
    .meta(about('Chữ sau số.', 'a')),
};

/** Body of a number of an older book without a document. */
export const blankBody = z
  .strictObject({
    ...number,
    kind: z
      .enum(['cancelled', 'empty', 'secret'])
      .meta(about('Số bị hủy (cancelled), bỏ trống (empty) hoặc của văn bản mật (secret).', 'cancelled')),
    codeNotation: lineOf(60).optional().meta(about('Ký hiệu, nếu sổ có ghi.', 'KH-UBND')),
    issuedDate: isoDate.optional().meta(about('Ngày, nếu sổ có ghi.', '2025-01-24')),
    note: lineOf(1000).optional().meta(about('Sổ ghi gì thêm.', 'Lãnh đạo không ký')),
  })
  .openapi('BlankNumberInput');

/** Body that frees such a number for its document. */
export const dropBlankBody = z
  .strictObject({
    ...number,
    reason: lineOf(1000).meta(about('Lý do, theo sổ giấy.', 'Tìm thấy văn bản trong hồ sơ')),
  })
  .openapi('DropBlankNumber');
