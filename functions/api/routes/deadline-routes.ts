import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate } from '#document/schemas/text.schema.ts';
import { documentResponse, toDocumentResponse } from '#present/responses/document-response.ts';
import { listReplies } from '#usecases/drafting/list-replies.ts';
import { setDeadlines } from '#usecases/drafting/set-deadlines.ts';
import { ifDocumentMatches, signedIn } from '../http/access.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { docIdParam, noQuery, pageQuery } from '../requests/parameters.ts';

const deadlines = createRoute({
  method: 'put',
  path: '/documents/{docId}/deadlines',
  summary: 'Hạn trình, hạn trả lời văn bản (Phụ lục VI, trường 16); không ghi là không có hạn (If-Match)',
  ...ifDocumentMatches(),
  request: {
    params: docIdParam,
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({
          submitBy: isoDate.optional().meta(about('Hạn trình.', '2026-03-20')),
          replyBy: isoDate.optional().meta(about('Hạn trả lời, của nơi nhận.', '2026-04-15')),
        })
        .openapi('Deadlines'),
    ),
  },
  responses: { 200: json('Văn bản.', documentResponse), ...problemResponse },
});

const replies = createRoute({
  method: 'get',
  path: '/awaited-replies',
  summary: 'Văn bản đã ban hành có hạn trả lời, của một năm nay, mới nhất trước; quá hạn thì nói',
  ...signedIn(),
  request: { query: pageQuery },
  responses: {
    200: json(
      'Một trang.',
      z
        .object({
          items: z.array(z.object({ document: documentResponse, isLate: z.boolean() })),
          cursor: z.string().optional(),
        })
        .openapi('AwaitedReplies'),
    ),
    ...problemResponse,
  },
});

/** Deadlines of documents. */
export const deadlineRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(deadlines, async (c) => {
    const input = { ...c.req.valid('param'), seen: c.var.seen, ...c.req.valid('json') };
    const document = await setDeadlines(deps, c.var.actor, input);
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(replies, async (c) => {
    const { items, ...rest } = await listReplies(deps, c.var.actor, c.req.valid('query'));
    const shown = items.map(({ document, isLate }) => ({ document: toDocumentResponse(document), isLate }));
    return c.json({ ...rest, items: shown }, 200);
  });
  return app;
};
