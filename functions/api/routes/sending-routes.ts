import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate, line, lineOf, stableId } from '#document/schemas/text.schema.ts';
import { documentResponse, toDocumentResponse } from '#present/responses/document-response.ts';
import {
  sendLineResponse,
  toSendLineResponse,
  toUnsentResponse,
  unsentResponse,
} from '#present/responses/sending-response.ts';
import { sendWaySchema } from '#register/model/send-line.schema.ts';
import { listSends } from '#usecases/sending/list-sends.ts';
import { listUnsent } from '#usecases/sending/list-unsent.ts';
import { recordReceipt } from '#usecases/sending/record-receipt.ts';
import { sendDocument } from '#usecases/sending/send-document.ts';
import { ifDocumentMatches, signedIn } from '../http/access.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { docIdParam, noQuery, pageQuery } from '../requests/parameters.ts';

const recipient = z.strictObject({
  name: line.meta(about('Nơi nhận, như trên dòng Nơi nhận.', 'Sở Nội vụ')),
  organId: stableId
    .optional()
    .meta(about('Mã cơ quan nhận, khi cơ quan ấy cũng dùng hệ thống này; nơi khác thì bỏ trống.', 'dong-nai')),
  way: sendWaySchema.meta(
    about('Cách gửi: trục liên thông, bưu chính, trực tiếp, thư điện tử, fax, cách khác.', 'system'),
  ),
  copies: z.int().min(1).max(9_999).optional().meta(about('Số bản giấy.', 2)),
});

const RECIPIENT = { name: 'Sở Nội vụ', way: 'post', copies: 1 };

const sendBody = z
  .strictObject({
    day: isoDate.optional().meta(about('Ngày gửi; không ghi là hôm nay.', '2026-03-16')),
    recipients: z
      .array(recipient)
      .min(1)
      .max(999)
      .meta(about('Những nơi nhận của lần gửi này.', [RECIPIENT])),
  })
  .openapi('SendDocument');

const receiptBody = z
  .strictObject({
    day: isoDate.optional().meta(about('Ngày nhận; không ghi là hôm nay.', '2026-03-17')),
    by: line.optional().meta(about('Người ký nhận.', 'Nguyễn Văn Bình')),
    note: lineOf(1000).optional().meta(about('Nơi nhận báo lại điều gì.', 'Đã hủy bản bị thu hồi')),
  })
  .openapi('RecordReceipt');

const lineParam = docIdParam.extend({
  line: z
    .string()
    .regex(/^[0-9a-f]{16}-\d{3}$/)
    .meta(about('Mã dòng, từ danh sách nơi đã gửi.', '0123456789abcdef-001')),
});

const send = createRoute({
  method: 'post',
  path: '/documents/{docId}/send',
  summary: 'Gửi đi (phát hành, Điều 18): ghi mọi nơi nhận của một lần gửi (If-Match)',
  ...ifDocumentMatches(),
  request: { params: docIdParam, query: noQuery, body: jsonBody(sendBody) },
  responses: { 200: json('Văn bản đã phát hành.', documentResponse), ...problemResponse },
});

const receipt = createRoute({
  method: 'put',
  path: '/documents/{docId}/sends/{line}/receipt',
  summary: 'Ghi nhận một nơi đã nhận văn bản, hoặc đã trả lời sau thu hồi (If-Match)',
  ...ifDocumentMatches(),
  request: { params: lineParam, query: noQuery, body: jsonBody(receiptBody) },
  responses: { 200: json('Văn bản, kèm số nơi đã nhận.', documentResponse), ...problemResponse },
});

const sends = createRoute({
  method: 'get',
  path: '/documents/{docId}/sends',
  summary: 'Văn bản đã gửi cho ai, cách gửi, ai đã nhận',
  ...signedIn(),
  request: { params: docIdParam, query: noQuery },
  responses: { 200: json('Theo thứ tự gửi.', z.object({ items: z.array(sendLineResponse) })), ...problemResponse },
});

const unsent = createRoute({
  method: 'get',
  path: '/unsent',
  summary: 'Đã cấp số, chưa gửi: hạn gửi theo ngày làm việc, quá hạn hay chưa (Điều 18, khoản 1)',
  ...signedIn(),
  request: { query: pageQuery },
  responses: { 200: json('Một trang, chờ lâu nhất trước.', unsentResponse), ...problemResponse },
});

/** Sending, and what is known of receipt. */
export const sendingRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(send, async (c) => {
    const { seen } = c.var;
    const recipients = c.req.valid('json').recipients.map(({ organId, copies, ...one }) => ({
      ...one,
      ...(organId !== undefined && { organId }),
      ...(copies !== undefined && { copies }),
    }));
    const input = { ...c.req.valid('param'), seen, day: c.req.valid('json').day, recipients };
    const document = await sendDocument(deps, c.var.actor, input);
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(receipt, async (c) => {
    const { seen } = c.var;
    const input = { ...c.req.valid('param'), seen, ...c.req.valid('json') };
    const document = await recordReceipt(deps, c.var.actor, input);
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(sends, async (c) => {
    const items = await listSends(deps, c.var.actor, c.req.valid('param').docId);
    return c.json({ items: items.map(toSendLineResponse) }, 200);
  });
  app.openapi(unsent, async (c) => {
    return c.json(toUnsentResponse(await listUnsent(deps, c.var.actor, c.req.valid('query'))), 200);
  });
  return app;
};
