import { createRoute, z } from '@hono/zod-openapi';
import { sha256 } from '#base/patterns.ts';
import { about } from '#document/schemas/about.ts';
import { receiveUpload } from '#usecases/uploads/receive-upload.ts';
import { startUpload } from '#usecases/uploads/start-upload.ts';
import { MAX_UPLOAD_BYTES, uploadType } from '#usecases/uploads/upload-ticket.ts';
import { signedIn } from '../http/access.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { noQuery } from '../requests/parameters.ts';
import { uploadId } from '../requests/request-fields.ts';

const uploadBody = z
  .strictObject({
    size: z
      .int()
      .min(1)
      .max(1024 * 1024 * 1024)
      .meta(about('Kích thước tệp, byte.', 1048576)),
    sha256: sha256.meta(about('SHA-256 của tệp, 64 chữ số hexa thường.', '0'.repeat(64))),
    contentType: uploadType.meta(about('Loại tệp.', 'application/pdf')),
  })
  .openapi('StartUpload');

const startedView = z
  .object({
    uploadId: z.string(),
    method: z.literal('PUT'),
    url: z.string(),
    headers: z.record(z.string(), z.string()),
    expires: z.string(),
  })
  .openapi('StartedUpload');

const start = createRoute({
  method: 'post',
  path: '/uploads',
  summary: `Xin tải lên một tệp lớn (đến ${MAX_UPLOAD_BYTES / 1024 / 1024} MB, bảng Excel đến 10 MB), khai trước kích thước, SHA-256 và loại`,
  ...signedIn(),
  request: { query: noQuery, body: jsonBody(uploadBody) },
  responses: {
    201: json(
      'Gửi tệp bằng PUT đến “url” với đúng các “headers” trong 15 phút, rồi gửi {"uploadId": …} thay cho tệp trong 24 giờ. “url” bắt đầu bằng “/” là của máy chủ này và cần mã đăng nhập; “url” khác thì không gửi kèm mã đăng nhập.',
      startedView,
    ),
    ...problemResponse,
  },
});

const receive = createRoute({
  method: 'put',
  path: '/uploads/{uploadId}',
  summary: 'Gửi tệp của một lần tải lên (trên một máy); gửi lại không sao',
  ...signedIn({ maxBytes: MAX_UPLOAD_BYTES, body: 'bytes' }),
  request: {
    params: z.object({ uploadId }),
    query: noQuery,
    body: {
      required: true,
      content: { '*/*': { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
  },
  responses: { 204: { description: 'Đã nhận đủ, đúng như đã khai.' }, ...problemResponse },
});

/** Bytes that are too large to go inline. */
export const uploadRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(start, async (c) => {
    const { url, expires, ...rest } = await startUpload(deps, c.var.actor, c.req.valid('json'));
    const started = { ...rest, method: 'PUT' as const, url: url ?? `/uploads/${rest.uploadId}` };
    return c.json({ ...started, expires: expires.toISOString() }, 201);
  });
  app.openapi(receive, async (c) => {
    const contentType = c.req.header('content-type') ?? '';
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    await receiveUpload(deps, c.var.actor, { ...c.req.valid('param'), contentType, bytes });
    return c.body(null, 204);
  });
  return app;
};
