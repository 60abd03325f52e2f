import { createRoute, z } from '@hono/zod-openapi';
import { noteResponse, toNoteResponse } from '#present/responses/collaboration-response.ts';
import { documentResponse, toDocumentResponse } from '#present/responses/document-response.ts';
import { findingResponse } from '#present/responses/finding-response.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { discardDraft } from '#usecases/drafting/discard-draft.ts';
import { getStoredDocument } from '#usecases/drafting/get-document.ts';
import { listDocuments } from '#usecases/drafting/list-documents.ts';
import { saveDocument } from '#usecases/drafting/save-document.ts';
import { ifDocumentMatches, signedIn } from '../http/access.ts';
import { dataOrUpload } from '../http/data-or-upload.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { dataOfAnswer } from '../http/stored-data.ts';
import { createBody, saveBody } from '../requests/draft-bodies.ts';
import { docIdParam, listQuery, noQuery } from '../requests/parameters.ts';

const savedView = z.object({ document: documentResponse, findings: z.array(findingResponse).readonly() });

const openView = z.object({ document: documentResponse, data: z.unknown(), notes: z.array(noteResponse) });

const create = createRoute({
  method: 'post',
  path: '/documents',
  summary: 'Tạo bản thảo',
  ...signedIn({ answersEtag: true, body: 'draft' }),
  request: { query: noQuery, body: jsonBody(createBody) },
  responses: { 201: json('Bản thảo, kèm cảnh báo, chỗ còn thiếu và lỗi được giữ lại.', savedView), ...problemResponse },
});

const save = createRoute({
  method: 'put',
  path: '/documents/{docId}',
  summary: 'Lưu bản thảo (If-Match)',
  ...ifDocumentMatches({ body: 'draft' }),
  request: { params: docIdParam, query: noQuery, body: jsonBody(saveBody) },
  responses: { 200: json('Bản thảo, kèm cảnh báo, chỗ còn thiếu và lỗi được giữ lại.', savedView), ...problemResponse },
});

const discard = createRoute({
  method: 'delete',
  path: '/documents/{docId}',
  summary: 'Bỏ bản thảo của mình; nhật ký và dữ liệu vẫn còn, sao chép được (If-Match)',
  ...ifDocumentMatches(),
  request: { params: docIdParam, query: noQuery },
  responses: { 200: json('Bản thảo đã bỏ.', documentResponse), ...problemResponse },
});

const get = createRoute({
  method: 'get',
  path: '/documents/{docId}',
  summary: 'Đọc văn bản của cơ quan mình, kèm dữ liệu',
  ...signedIn({ answersEtag: true }),
  request: { params: docIdParam, query: noQuery },
  responses: { 200: json('Văn bản, kèm nhận xét ở từng phần.', openView), ...problemResponse },
});

const list = createRoute({
  method: 'get',
  path: '/documents',
  summary: 'Danh sách văn bản của cơ quan mình theo trạng thái, chờ lâu nhất trước',
  ...signedIn(),
  request: { query: listQuery },
  responses: {
    200: json('Một trang.', z.object({ items: z.array(documentResponse), cursor: z.string().optional() })),
    ...problemResponse,
  },
});

/** Drafts: make, save, read, list. */
export const draftRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(create, async (c) => {
    const { document, findings } = await createDocument(deps, c.var.actor, {
      docId: c.req.valid('json').docId,
      withErrors: c.req.valid('json').withErrors,
      ...dataOrUpload(c.req.valid('json'), c.var.draftJson),
    });
    const headers = { ETag: etagOf(document), Location: `/documents/${document.docId}` };
    return c.json({ document: toDocumentResponse(document), findings: findings }, 201, headers);
  });
  app.openapi(save, async (c) => {
    const { seen } = c.var;
    const { docId } = c.req.valid('param');
    const { withErrors } = c.req.valid('json');
    const source = dataOrUpload(c.req.valid('json'), c.var.draftJson);
    const { document, findings } = await saveDocument(deps, c.var.actor, { docId, seen, withErrors, ...source });
    return c.json({ document: toDocumentResponse(document), findings: findings }, 200, {
      ETag: etagOf(document),
    });
  });
  app.openapi(discard, async (c) => {
    const { seen } = c.var;
    const document = await discardDraft(deps, c.var.actor, { ...c.req.valid('param'), seen });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(get, async (c) => {
    const { document, json, notes } = await getStoredDocument(deps, c.var.actor, c.req.valid('param').docId);
    const data = dataOfAnswer(c, json);
    const shown = { data, document: toDocumentResponse(document), notes: notes.map(toNoteResponse) };
    return c.json(shown, 200, { ETag: etagOf(document) });
  });
  app.openapi(list, async (c) => {
    const { items, cursor } = await listDocuments(deps, c.var.actor, c.req.valid('query'));
    return c.json({ items: items.map(toDocumentResponse), ...(cursor !== undefined && { cursor }) }, 200);
  });
  return app;
};
