import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate, lineOf } from '#document/schemas/text.schema.ts';
import { documentResponse, toDocumentResponse } from '#present/responses/document-response.ts';
import { unitStateResponse } from '#present/responses/unit-state-response.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { listCameDown } from '#usecases/fan-out/list-came-down.ts';
import { markOutside } from '#usecases/fan-out/mark-outside.ts';
import { signedIn } from '../http/access.ts';
import { type App, json, jsonBody, newApp, problemResponse } from '../http/route.ts';
import { docIdParam, noQuery } from '../requests/parameters.ts';
import { uploadId } from '../requests/request-fields.ts';

const cameDownView = z
  .object({
    superior: z.object({ organ: z.string(), docId: z.string(), code: z.string(), issuedDate: z.string() }),
    due: z.string().optional(),
    /** The oldest first; more than one: the superior has changed its plan since. */
    runs: z.array(z.object({ runId: z.string(), startedAt: z.string() })),
    standsAt: z.string().meta({ description: 'Đợt giao mà bản của đơn vị đang theo.' }),
    state: unitStateResponse,
    document: documentResponse,
  })
  .openapi('CameDown');

const list = createRoute({
  method: 'get',
  path: '/came-down',
  summary: 'Kế hoạch cấp trên giao cho cơ quan mình: từ khi nào, hạn, bản của mình đến đâu, cấp trên đã sửa chưa',
  ...signedIn(),
  request: { query: noQuery },
  responses: {
    200: json('Các kế hoạch, mới nhất trước.', z.object({ items: z.array(cameDownView) })),
    ...problemResponse,
  },
});

const outsideBody = z
  .strictObject({
    code: lineOf(60).meta(about('Số, ký hiệu đã ban hành.', '35/KH-UBND')),
    issuedDate: isoDate.meta(about('Ngày ban hành.', '2026-03-16')),
    uploadId: uploadId.optional(),
  })
  .openapi('IssuedOutside');

const outside = createRoute({
  method: 'put',
  path: '/came-down/{docId}/outside',
  summary:
    'Ghi rằng kế hoạch được giao đã ban hành ngoài hệ thống, với số, ngày, bản quét (PDF đã tải lên); gọi lại thì ghi đè',
  ...signedIn(),
  request: { params: docIdParam, query: noQuery, body: jsonBody(outsideBody) },
  responses: { 204: { description: 'Đã ghi; cấp trên thấy là đã ban hành.' }, ...problemResponse },
});

const notOutside = createRoute({
  method: 'delete',
  path: '/came-down/{docId}/outside',
  summary: 'Bỏ lời ghi rằng kế hoạch được giao đã ban hành ngoài hệ thống',
  ...signedIn(),
  request: { params: docIdParam, query: noQuery },
  responses: { 204: { description: 'Đã bỏ.' }, ...problemResponse },
});

/** Routes of plans that came down to the office from its superior. */
export function cameDownRoutes(deps: FanOutDeps): App {
  const app = newApp();
  app.openapi(list, async (c) => {
    const items = await listCameDown(deps, c.var.actor);
    return c.json({ items: items.map(viewOf) }, 200);
  });
  app.openapi(outside, async (c) => {
    await markOutside(deps, c.var.actor, { ...c.req.valid('param'), issued: c.req.valid('json') });
    return c.body(null, 204);
  });
  app.openapi(notOutside, async (c) => {
    await markOutside(deps, c.var.actor, { ...c.req.valid('param'), issued: null });
    return c.body(null, 204);
  });
  return app;
}

function viewOf({ superior, runs, standsAt, state, document }: Awaited<ReturnType<typeof listCameDown>>[number]) {
  const { organ, docId, code, issuedDate } = superior;
  const due = runs.at(-1)?.due;
  return {
    superior: { organ, docId, code, issuedDate },
    ...(due !== undefined && { due }),
    runs: runs.map(({ runId, createdAt }) => ({ runId, startedAt: createdAt })),
    standsAt,
    state,
    document: toDocumentResponse(document),
  };
}
