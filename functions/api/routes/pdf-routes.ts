import { createRoute, z } from '@hono/zod-openapi';
import { PDF } from '#base/content-types.ts';
import type { Deps } from '#usecases/deps.ts';
import { type EnsurePdfCopy, getPdfCopy } from '#usecases/pdf-copies/get-pdf-copy.ts';
import { signedIn } from '../http/access.ts';
import { attachmentHeaders, bodyOf, dispositionOf } from '../http/attachment.ts';
import { type App, newApp, problemResponse } from '../http/route.ts';
import { fileParam, noQuery } from '../requests/parameters.ts';

const read = createRoute({
  method: 'get',
  path: '/issued/{organ}/{docId}/files/{fileId}/pdf',
  summary: 'Bản PDF để đọc của một tệp đã ban hành; chưa tạo xong thì trả 404 kèm Retry-After',
  ...signedIn(),
  request: { params: fileParam, query: noQuery },
  responses: {
    200: {
      description: 'Bản PDF để đọc (trên một máy). Tệp vốn là PDF thì trả chính tệp đó.',
      content: { [PDF]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
    303: {
      description:
        'Trên AWS: liên kết tải tệp ở Location, dùng được trong 60 giây, không gửi kèm mã đăng nhập. Có “Accept: application/json” thì trả 200 và {url}.',
      headers: z.object({ Location: z.url() }),
    },
    ...problemResponse,
  },
});

/** PDF copies of what is issued. `ensure` is how one that is not there comes about. */
export function pdfRoutes(deps: Deps, ensure: EnsurePdfCopy = async () => 'asked'): App {
  const app = newApp();
  app.openapi(read, async (c) => {
    const copy = await getPdfCopy(deps, c.var.actor, c.req.valid('param'), { ensure, dispositionOf });
    if ('link' in copy) return c.redirect(copy.link, 303);
    return c.body(bodyOf(copy.bytes), 200, attachmentHeaders(copy.file, copy.bytes));
  });
  return app;
}
