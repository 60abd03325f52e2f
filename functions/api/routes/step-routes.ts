import { createRoute, z } from '@hono/zod-openapi';
import { documentResponse, toDocumentResponse } from '#present/responses/document-response.ts';
import { editSubmitted } from '#usecases/approval/edit-submitted.ts';
import { passStep, stepBack } from '#usecases/approval/take-step.ts';
import { listWork } from '#usecases/drafting/list-work.ts';
import { ifDocumentMatches, signedIn } from '../http/access.ts';
import { dataOrUpload } from '../http/data-or-upload.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, optionalBody, problemResponse, type Routes } from '../http/route.ts';
import { editBody } from '../requests/draft-bodies.ts';
import { docIdParam, noQuery } from '../requests/parameters.ts';
import { emptyBody, reasonBody } from '../requests/request-fields.ts';

const request = { params: docIdParam, query: noQuery } as const;

const pass = createRoute({
  method: 'post',
  path: '/documents/{docId}/pass',
  summary: 'Đồng ý, chuyển tiếp: người giữ bước kiểm tra (Điều 12) chuyển sang bước sau hoặc người ký (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: optionalBody(emptyBody) },
  responses: { 200: json('Văn bản ở bước sau.', documentResponse), ...problemResponse },
});

const back = createRoute({
  method: 'post',
  path: '/documents/{docId}/step-back',
  summary: 'Trả lại bước kiểm tra trước, kèm lý do (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(reasonBody) },
  responses: { 200: json('Văn bản ở bước trước.', documentResponse), ...problemResponse },
});

const edit = createRoute({
  method: 'put',
  path: '/documents/{docId}/submitted',
  summary: 'Người giữ bước kiểm tra sửa văn bản trình: kiểm tra và đóng băng lại, bước trước không hỏi lại (If-Match)',
  ...ifDocumentMatches({ body: 'draft' }),
  request: { ...request, body: jsonBody(editBody) },
  responses: { 200: json('Văn bản như vừa sửa.', documentResponse), ...problemResponse },
});

const waiting = z.array(
  z.object({
    document: documentResponse,
    holder: z.union([z.object({ staffId: z.string() }), z.object({ role: z.literal('clerk') })]),
    since: z.string(),
    dueOn: z.string().optional().meta({ description: 'Hạn trình, khi chưa duyệt.' }),
    isLate: z.boolean().meta({ description: 'Đã quá hạn trình.' }),
  }),
);
const listsView = z
  .object({
    drafts: waiting.optional(),
    returned: waiting.optional(),
    'to-check': waiting.optional(),
    'to-sign': waiting.optional(),
    'to-number': waiting.optional(),
    'to-send': waiting.optional(),
  })
  .openapi('WorkLists');

const lists = createRoute({
  method: 'get',
  path: '/lists',
  summary: 'Việc của tôi: dự thảo, bị trả lại, chờ kiểm tra, chờ ký, chờ cấp số, chờ gửi; đang ở ai, từ lúc nào',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: json('Các danh sách theo vai trò của tôi.', listsView), ...problemResponse },
});

/** Steps before the signature, and the lists of what waits for a person. */
export const stepRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(pass, async (c) => {
    const { seen } = c.var;
    const document = await passStep(deps, c.var.actor, { ...c.req.valid('param'), seen });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(back, async (c) => {
    const { seen } = c.var;
    const { reason } = c.req.valid('json');
    const document = await stepBack(deps, c.var.actor, { ...c.req.valid('param'), seen, reason });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(edit, async (c) => {
    const { seen } = c.var;
    const source = dataOrUpload(c.req.valid('json'), c.var.draftJson);
    const document = await editSubmitted(deps, c.var.actor, { ...c.req.valid('param'), seen, ...source });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(lists, async (c) => {
    const found = await listWork(deps, c.var.actor);
    const shown = Object.entries(found).map(([name, items]) => [
      name,
      items.map(({ document, ...rest }) => ({ ...rest, document: toDocumentResponse(document) })),
    ]);
    return c.json(listsView.parse(Object.fromEntries(shown)), 200);
  });
  return app;
};
