import { createRoute } from '@hono/zod-openapi';
import { onPaperResponse, toOnPaperResponse } from '#present/responses/on-paper-response.ts';
import { getOnPaper } from '#usecases/issuing/on-paper.ts';
import { signedIn } from '../http/access.ts';
import { docIdParam, noQuery } from '../http/request-schemas.ts';
import { json, newApp, problemResponse, type Routes } from '../http/route.ts';

const onPaper = createRoute({
  method: 'get',
  path: '/documents/{docId}/on-paper',
  summary:
    'Văn bản giấy trước và sau khi cấp số: các chỗ phải ghi số, ngày bằng tay; văn bản giống nó trong 30 ngày qua (bản trình ký: /preview)',
  ...signedIn(),
  request: { params: docIdParam, query: noQuery },
  responses: { 200: json('Các chỗ ghi tay và văn bản giống.', onPaperResponse), ...problemResponse },
});

/** Documents that are signed on paper. */
export const paperRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(onPaper, async (c) => {
    return c.json(toOnPaperResponse(await getOnPaper(deps, c.var.actor, c.req.valid('param').docId)), 200);
  });
  return app;
};
