import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate, line, lineOf } from '#document/schemas/text.schema.ts';
import { DOC_ID } from './request-fields.ts';

/** Body of a withdrawal. `notice`: what recalls it. */
export const withdrawBody = z
  .strictObject({
    reason: lineOf(1000).meta(about('Lý do.', 'Ban hành nhầm')),
    notice: z
      .strictObject({
        symbol: line.meta(about('Số, ký hiệu của thông báo.', '12/TB-UBND')),
        issuedDate: isoDate.meta(about('Ngày của thông báo.', '2026-03-16')),
      })
      .optional()
      .meta(about('Văn bản thông báo thu hồi.', { symbol: '12/TB-UBND', issuedDate: '2026-03-16' })),
  })
  .openapi('WithdrawDocument');

/** Body of a correction. `by`: the công văn that corrects. */
export const correctBody = z
  .strictObject({ by: z.string().regex(DOC_ID).meta(about('Mã công văn đính chính.', 'cong-van-dinh-chinh')) })
  .openapi('CorrectDocument');

/** Body of an amendment. `by`: the document that amends. */
export const amendBody = z
  .strictObject({ by: z.string().regex(DOC_ID).meta(about('Mã văn bản sửa đổi, bổ sung.', 'ke-hoach-sua-doi')) })
  .openapi('AmendDocument');
