import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { PLAN_EXAMPLE } from '#document/schemas/examples.ts';
import { lineOf, STABLE_ID } from '#document/schemas/text.schema.ts';
import { LATIN_CAPITAL, LATIN_LETTERS } from '#document/text/latin-letters.ts';
import { MAX_NAME } from '#register/organs/members.schema.ts';

/** The data of a document. Its schemas are components of their own; it is checked whole, by shape and by meaning. */
export const data = z.record(z.string(), z.unknown()).openapi({
  description: 'Dữ liệu văn bản.',
  examples: [PLAN_EXAMPLE],
  type: 'object',
  additionalProperties: true,
  oneOf: [{ $ref: '#/components/schemas/KeHoach' }, { $ref: '#/components/schemas/CongVan' }],
});

/** Ids that documents have, those of documents brought in included. */
export const DOC_ID = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** `KH-UBND`, `UBND-HCC`. */
export const NOTATION = new RegExp(`^${LATIN_CAPITAL}[${LATIN_LETTERS}\\d&]*(?:[-.][${LATIN_LETTERS}\\d&]+)*$`, 'u');

/** Id of a document; one that the client chooses makes creating it safe to repeat. */
export const newDocId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{6,62}[a-z0-9]$/)
  .openapi({
    examples: ['ke-hoach-cchc-2026'],
    description:
      'Mã do phía gửi chọn, để gửi lại khi không nhận được trả lời: cùng mã, cùng nội dung thì nhận lại văn bản đã tạo, không tạo trùng; cùng mã, khác nội dung thì 409 (already-exists).',
  });

/** A deputy who signs for the head. */
export const SIGNER_EXAMPLE = {
  authority: [{ prefix: 'KT.', position: 'Chủ tịch' }, { position: 'Phó Chủ tịch' }],
};

/** Name of a person, as colleagues know them. */
export const personName = lineOf(MAX_NAME).meta(about('Họ tên.', 'Nguyễn Văn An'));

/** Names bytes that were uploaded before. */
export const uploadId = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,79}$/)
  .meta(about('Mã của tệp đã tải lên (POST /uploads).', 'tl-0198c2f4'));

/** Requires the data, or the upload that has it; reported with all else that is wrong. */
export function withData<Body extends z.ZodType<{ readonly data?: unknown; readonly uploadId?: unknown }>>(
  body: Body,
): Body {
  return body.refine((value) => value.data !== undefined || value.uploadId !== undefined, {
    path: ['data'],
    when: ({ value }) => typeof value === 'object' && value !== null,
  });
}

/** Body that names an upload in place of bytes. Stands where bytes would. */
export const uploadedBody = z.strictObject({ uploadId }).openapi('Uploaded');

/** Body without content. */
export const emptyBody = z.strictObject({});

/** Body with a reason. */
export const reasonBody = z
  .strictObject({ reason: lineOf(1000).meta(about('Lý do.', 'Ban hành nhầm')) })
  .openapi('Reason');

/** Sign-in name, kept in lower case and NFC without outer spaces, however it is typed. */
export const signInName = z
  .string()
  .overwrite((typed) => typed.normalize('NFC').trim().toLowerCase())
  .regex(STABLE_ID)
  .meta(about('Tên đăng nhập: chữ không dấu, số, gạch nối; chữ hoa, chữ thường như nhau.', 'an-nguyen'));

/** Chosen side of each part that superior and unit both changed, by the part's id. */
export const sidesByPart = z
  .record(z.string().max(200), z.enum(['superior', 'unit']))
  .optional()
  .meta(about('Lấy bên nào ở phần cả hai cùng sửa, theo mã phần.', { 'muc-tieu': 'unit' }));
