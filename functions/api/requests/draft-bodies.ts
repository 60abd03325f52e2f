import { z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { lineOf, stableId } from '#document/schemas/text.schema.ts';
import { lookedPlace, MAX_LOOKED } from '#register/model/walk.schema.ts';
import { data, newDocId, uploadId, withData } from './request-fields.ts';

/** Keeps a draft that has errors, as a program that writes for a person must. */
const withErrors = z
  .literal(true)
  .optional()
  .meta(
    about(
      'Lưu cả khi dữ liệu còn lỗi (người soạn đang gõ dở); lỗi được kể trong findings, sửa hết mới trình được.',
      true,
    ),
  );

/** Bodies. All are strict: what is not named here is refused, and so is what only the server writes. */
export const createBody = withData(
  z.strictObject({ docId: newDocId.optional(), data: data.optional(), uploadId: uploadId.optional(), withErrors }),
).openapi('CreateDocument', { description: 'Đúng một trong “data” và “uploadId” (dữ liệu JSON đã tải lên).' });

/** Body of a save. */
export const saveBody = withData(
  z.strictObject({ data: data.optional(), uploadId: uploadId.optional(), withErrors }),
).openapi('SaveDocument', { description: 'Đúng một trong “data” và “uploadId” (dữ liệu JSON đã tải lên).' });

/** Body of a save of what was submitted: its text is frozen anew, and so is sound. */
export const editBody = withData(z.strictObject({ data: data.optional(), uploadId: uploadId.optional() })).openapi(
  'EditSubmitted',
  { description: 'Đúng một trong “data” và “uploadId” (dữ liệu JSON đã tải lên).' },
);

/** Body of a remark. Without `partId` the remark is on the document as a whole. */
export const noteBody = z
  .strictObject({
    partId: lineOf(200)
      .optional()
      .meta(about('Phần được nhận xét: mã phần, tên trường, hoặc vị trí.', 'muc-tieu', 'body/0/children/2', 'subject')),
    text: lineOf(2000).meta(about('Nhận xét.', 'Cần nêu rõ thời hạn')),
  })
  .openapi('AddNote');

/** Body of a sign of presence. */
export const presenceBody = z
  .strictObject({ hasLeft: z.boolean().optional().meta(about('Ghi true khi đóng văn bản.', true)) })
  .openapi('SignPresence');

/** Body of a walk through a draft made of an old document. */
export const walkBody = z
  .strictObject({
    looked: z
      .array(lookedPlace)
      .max(MAX_LOOKED)
      .meta(about('Những chỗ tôi đã xem: loại chỗ và mã băm của chữ ở đó.', ['basis-1k3f9x0q2'])),
  })
  .openapi('KeepWalk');

/** Body of the co-drafters. */
export const coDraftersBody = z
  .strictObject({
    coDrafters: z
      .array(stableId)
      .max(5)
      .meta(about('Mã những người cùng soạn; để trống là thôi.', ['an-nguyen'])),
  })
  .openapi('CoDrafters');

/** Body of a handing over. */
export const handOverBody = z
  .strictObject({ to: stableId.meta(about('Mã người nhận bàn giao.', 'an-nguyen')) })
  .openapi('HandOver');

/** Body of a copy. `docId`: that of the new draft. */
export const copyBody = z.strictObject({ docId: newDocId.optional() }).openapi('CopyDocument');
