import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { signer } from '#document/schemas/signer.schema.ts';
import { isoDate, lineOf } from '#document/schemas/text.schema.ts';
import { DOC_ID, SIGNER_EXAMPLE } from './request-fields.ts';

/** Body of a return to the drafter. */
export const returnBody = z
  .strictObject({
    reason: lineOf(1000).meta(about('Lý do trả lại.', 'Thiếu căn cứ pháp lý')),
    notSigned: z.boolean().optional().meta(about('Văn thư trả lại văn bản đã duyệt: xác nhận chưa ký giấy.', true)),
  })
  .openapi('ReturnDocument');

/** Body of a number. */
export const issueBody = z
  .strictObject({
    signatureConfirmed: z.boolean().optional().meta(about('Văn thư xác nhận: đã đối chiếu bản giấy, đã ký.', true)),
    pages: z.int().min(1).max(999).optional().meta(about('Số trang của bản giấy đã đối chiếu.', 7)),
    date: isoDate
      .optional()
      .meta(about('Ngày văn bản mà văn thư đã xem; khác hôm nay của máy chủ thì không cấp số.', '2026-11-29')),
  })
  .openapi('IssueDocument');

/** Body of another signer. The signature block as it is to be. */
export const signerBody = z
  .strictObject({ signer: signer.meta(about('Khối chữ ký như sẽ in.', SIGNER_EXAMPLE)) })
  .openapi('ChangeSigner');

/** Body of a submission. Documents that end when this one is issued. */
export const submitBody = z
  .strictObject({
    replaces: z
      .array(z.string().regex(DOC_ID))
      .min(1)
      .max(10)
      .optional()
      .meta(about('Mã các văn bản mà văn bản này thay thế.', ['ke-hoach-cchc-2025'])),
  })
  .openapi('SubmitDocument');
