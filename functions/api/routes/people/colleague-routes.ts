import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { stableId } from '#document/schemas/text.schema.ts';
import { documentResponse, toDocumentResponse } from '#present/responses/document-response.ts';
import { heldResponse, toHeldResponse } from '#present/responses/held-response.ts';
import { type ColleagueDeps, handOver, setCoDrafters } from '#usecases/collaboration/hand-over.ts';
import { listHeld } from '#usecases/collaboration/list-held.ts';
import { ifDocumentMatches, signedIn } from '../../http/access.ts';
import { etagOf } from '../../http/etag.ts';
import { type App, json, jsonBody, newApp, problemResponse } from '../../http/route.ts';
import { coDraftersBody, handOverBody } from '../../requests/draft-bodies.ts';
import { docIdParam, noQuery } from '../../requests/parameters.ts';

const request = { params: docIdParam, query: noQuery } as const;

const coDrafters = createRoute({
  method: 'put',
  path: '/documents/{docId}/co-drafters',
  summary:
    'Chọn người cùng soạn, nhiều nhất năm: mỗi người lưu được, người soạn trình, không ai trong số đó duyệt (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(coDraftersBody) },
  responses: { 200: json('Bản thảo, kèm người cùng soạn.', documentResponse), ...problemResponse },
});

const over = createRoute({
  method: 'post',
  path: '/documents/{docId}/hand-over',
  summary:
    'Bàn giao bản thảo của mình, hoặc bước kiểm tra mình đang giữ, cho đồng nghiệp; quản trị bàn giao của người đã thôi (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(handOverBody) },
  responses: { 200: json('Văn bản đã bàn giao.', documentResponse), ...problemResponse },
});

const held = createRoute({
  method: 'get',
  path: '/people/{staffId}/held-documents',
  summary: 'Văn bản đang đến lượt một người của cơ quan: bản thảo, bước kiểm tra, chờ ký (quản trị, để bàn giao)',
  ...signedIn(),
  request: {
    params: z.object({ staffId: stableId.meta(about('Mã người ấy.', 'nguyen-van-an')) }),
    query: noQuery,
  },
  responses: { 200: json('Các văn bản, cũ trước.', z.object({ items: z.array(heldResponse) })), ...problemResponse },
});

/** Routes between colleagues: who drafts with whom, who takes over. */
export function colleagueRoutes(deps: ColleagueDeps): App {
  const app = newApp();
  app.openapi(coDrafters, async (c) => {
    const { seen } = c.var;
    const document = await setCoDrafters(deps, c.var.actor, { ...c.req.valid('param'), seen, ...c.req.valid('json') });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(over, async (c) => {
    const { seen } = c.var;
    const document = await handOver(deps, c.var.actor, { ...c.req.valid('param'), seen, ...c.req.valid('json') });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(held, async (c) => {
    const documents = await listHeld(deps, c.var.actor, c.req.valid('param').staffId);
    return c.json({ items: documents.map(toHeldResponse) }, 200);
  });
  return app;
}
