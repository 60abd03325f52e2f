import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { stableId } from '#document/schemas/text.schema.ts';
import { documentResponse, toDocumentResponse } from '#present/responses/document-response.ts';
import { findingResponse } from '#present/responses/finding-response.ts';
import { superiorChangeResponse } from '#present/responses/superior-change-response.ts';
import { compareWithSuperior } from '#usecases/fan-out/compare-with-superior.ts';
import type { FanOutDeps } from '#usecases/fan-out/fan-out-deps.ts';
import { takeSuperiorChanges } from '#usecases/fan-out/take-superior-changes.ts';
import { ifDocumentMatches, signedIn } from '../http/access.ts';
import { etagOf } from '../http/etag.ts';
import { type App, json, jsonBody, newApp, problemResponse } from '../http/route.ts';
import { docIdParam, noQuery } from '../requests/parameters.ts';
import { sidesByPart } from '../requests/request-fields.ts';

/** Versions of the superior's plan that are compared, as runs of its fan-outs. */
const versions = {
  superior: stableId.meta(about('Mã cơ quan cấp trên.', 'dong-nai')),
  from: stableId.meta(about('Đợt giao mà bản thảo được lập theo.', 'dot-1')),
  to: stableId.meta(about('Đợt giao sau.', 'dot-2')),
};

const compare = createRoute({
  method: 'get',
  path: '/documents/{docId}/superior-changes',
  summary: 'So sánh ba bên khi cấp trên sửa kế hoạch: cấp trên sửa gì, đơn vị đã sửa gì, kết quả sẽ thế nào',
  ...signedIn(),
  request: { params: docIdParam, query: z.strictObject(versions) },
  responses: {
    200: json(
      'Từng phần khác nhau, và kế hoạch sau khi ghép.',
      z.object({
        changes: z.array(superiorChangeResponse),
        result: z.unknown(),
        warnings: z.array(z.object({ code: z.string(), path: z.string(), message: z.string() })),
      }),
    ),
    ...problemResponse,
  },
});

const take = createRoute({
  method: 'post',
  path: '/documents/{docId}/superior-changes',
  summary:
    'Ghép thay đổi của cấp trên vào bản thảo (If-Match); phần hai bên cùng sửa thì chọn lấy bên nào, theo mã phần',
  ...ifDocumentMatches(),
  request: {
    params: docIdParam,
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({
          ...versions,
          decisions: sidesByPart,
        })
        .openapi('TakeSuperiorChanges'),
    ),
  },
  responses: {
    200: json(
      'Bản thảo đã ghép, kèm cảnh báo và chỗ còn thiếu.',
      z.object({ document: documentResponse, findings: z.array(findingResponse).readonly() }),
    ),
    ...problemResponse,
  },
});

/** Routes for a unit whose superior amends the plan: compare, and take. */
export function superiorChangeRoutes(deps: FanOutDeps): App {
  const app = newApp();
  app.openapi(compare, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('query') };
    const { changes, result, warnings } = await compareWithSuperior(deps, c.var.actor, input);
    const told = warnings.map(({ code, path, message }) => ({ code, path, message }));
    return c.json({ changes: [...changes], result, warnings: told }, 200);
  });
  app.openapi(take, async (c) => {
    const { seen } = c.var;
    const { decisions = {}, ...runs } = c.req.valid('json');
    const input = { ...c.req.valid('param'), ...runs, seen, decisions: new Map(Object.entries(decisions)) };
    const { document, findings } = await takeSuperiorChanges(deps, c.var.actor, input);
    return c.json({ document: toDocumentResponse(document), findings }, 200, { ETag: etagOf(document) });
  });
  return app;
}
