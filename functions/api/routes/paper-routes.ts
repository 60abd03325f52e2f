import { createRoute, z } from '@hono/zod-openapi';
import { DOCX } from '#base/content-types.ts';
import type { Convert } from '#pdf/convert.ts';
import { onPaperResponse, toOnPaperResponse } from '#present/responses/on-paper-response.ts';
import type { Members } from '#register/organs/members.ts';
import { printSlip } from '#usecases/approval/print-slip.ts';
import type { Deps } from '#usecases/deps.ts';
import { getOnPaper } from '#usecases/issuing/on-paper.ts';
import { countPages } from '#usecases/pdf-copies/count-pages.ts';
import { signedIn } from '../http/access.ts';
import { attachmentHeaders, bodyOf } from '../http/attachment.ts';
import { type App, json, newApp, problemResponse, type Routes } from '../http/route.ts';
import { docIdParam, noQuery } from '../requests/parameters.ts';

const onPaper = createRoute({
  method: 'get',
  path: '/documents/{docId}/on-paper',
  summary:
    'Văn bản giấy trước và sau khi cấp số: các chỗ phải ghi số, ngày bằng tay; văn bản giống nó trong 30 ngày qua (bản trình ký: /preview)',
  ...signedIn(),
  request: { params: docIdParam, query: noQuery },
  responses: { 200: json('Các chỗ ghi tay và văn bản giống.', onPaperResponse), ...problemResponse },
});

const slip = createRoute({
  method: 'get',
  path: '/documents/{docId}/slip',
  summary: 'Phiếu trình: ai đã qua bước nào, lúc nào, trên bản nào; một trang A4, .docx',
  ...signedIn(),
  request: { params: docIdParam, query: noQuery },
  responses: {
    200: {
      description: 'Phiếu trình của lần trình gần nhất.',
      content: { [DOCX]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
    ...problemResponse,
  },
});

/** Phiếu trình, which names the people of the organ. */
export function slipRoutes(deps: Deps & { readonly members: Members }): App {
  const app = newApp();
  app.openapi(slip, async (c) => {
    const file = await printSlip(deps, c.var.actor, c.req.valid('param').docId);
    return c.body(bodyOf(file.bytes), 200, attachmentHeaders(file, file.bytes));
  });
  return app;
}

const pageCount = createRoute({
  method: 'get',
  path: '/documents/{docId}/page-count',
  summary: 'Số trang của bản trình ký, đếm từ bản PDF; null khi nơi này không tạo PDF, văn thư tự đếm',
  ...signedIn(),
  request: { params: docIdParam, query: noQuery },
  responses: {
    200: json('Số trang.', z.object({ pages: z.number().nullable() }).openapi('PageCount')),
    ...problemResponse,
  },
});

/** Pages of what is signed on paper. */
export function pageCountRoutes(deps: Deps, convert?: Convert): App {
  const app = newApp();
  app.openapi(pageCount, async (c) => {
    const { docId } = c.req.valid('param');
    return c.json({ pages: await countPages(deps, c.var.actor, docId, convert) }, 200);
  });
  return app;
}

/** Documents that are signed on paper. */
export const paperRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(onPaper, async (c) => {
    return c.json(toOnPaperResponse(await getOnPaper(deps, c.var.actor, c.req.valid('param').docId)), 200);
  });
  return app;
};
