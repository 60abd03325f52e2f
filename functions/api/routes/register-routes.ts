import { createRoute, z } from '@hono/zod-openapi';
import { searchQuery } from '#present/requests/search-query.ts';
import { numberedDocumentResponse, toNumberedDocumentResponse } from '#present/responses/document-response.ts';
import { auditEventResponse, toAuditEventResponse } from '#present/responses/history-response.ts';
import { numberAnswerResponse, searchResponse, toNumberAnswerResponse } from '#present/responses/search-response.ts';
import { type BringInInput, bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { correctRecord } from '#usecases/bring-in/correct-record.ts';
import { getAudit } from '#usecases/drafting/get-audit.ts';
import { findByNumber } from '#usecases/search/find-by-number.ts';
import { searchDocuments } from '#usecases/search/search-documents.ts';
import { ifDocumentMatches, signedIn } from '../http/access.ts';
import { dataOrUpload, missing, unexpected } from '../http/data-or-upload.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { bringInBody, correctRecordBody } from '../requests/paper-record-bodies.ts';
import { docIdParam, findQuery, noQuery } from '../requests/parameters.ts';

const find = createRoute({
  method: 'get',
  path: '/find',
  summary: 'Tìm theo số: 35/KH-UBND, 35 kh ubnd, Số 35 / KH-UBND, KH 35 2025 …',
  ...signedIn(),
  request: { query: findQuery },
  responses: {
    200: json('Mọi cơ quan và năm có số này, cơ quan mình trước.', numberAnswerResponse),
    ...problemResponse,
  },
});

const search = createRoute({
  method: 'get',
  path: '/search',
  summary: 'Tìm trong sổ một cơ quan: từ của trích yếu (có dấu hoặc không), ký hiệu, ngày, người ký, loại, nơi nhận …',
  ...signedIn(),
  request: { query: searchQuery },
  responses: { 200: json('Một trang, mới nhất trước.', searchResponse), ...problemResponse },
});

const bringIn = createRoute({
  method: 'post',
  path: '/brought-in',
  summary: 'Nhập văn bản đã ban hành trước đây, với số và ngày đã có',
  ...signedIn({ body: 'draft' }),
  request: { query: noQuery, body: jsonBody(bringInBody) },
  responses: { 201: json('Văn bản trong sổ, đánh dấu là nhập.', numberedDocumentResponse), ...problemResponse },
});

const correctRecordRoute = createRoute({
  method: 'put',
  path: '/brought-in/{docId}',
  summary: 'Sửa dòng đã nhập từ sổ cũ theo sổ giấy, kèm lý do, đến khi khóa sổ năm ấy (If-Match)',
  ...ifDocumentMatches(),
  request: { params: docIdParam, query: noQuery, body: jsonBody(correctRecordBody) },
  responses: { 200: json('Văn bản với dòng đã sửa.', numberedDocumentResponse), ...problemResponse },
});

const audit = createRoute({
  method: 'get',
  path: '/documents/{docId}/audit',
  summary: 'Nhật ký của văn bản, nối chuỗi bằng mã băm',
  ...signedIn(),
  request: { params: docIdParam, query: noQuery },
  responses: { 200: json('Từ đầu đến cuối.', z.object({ events: z.array(auditEventResponse) })), ...problemResponse },
});

/** The register: find, bring in, look at a document's chain. */
export const registerRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(find, async (c) => {
    const { number, year, cursor } = c.req.valid('query');
    return c.json(toNumberAnswerResponse(await findByNumber(deps, c.var.actor, { text: number, year, cursor })), 200);
  });
  app.openapi(search, async (c) => {
    const { organs, items, cursor } = await searchDocuments(deps, c.var.actor, c.req.valid('query'));
    return c.json(
      { organs, items: items.map(toNumberedDocumentResponse), ...(cursor !== undefined && { cursor }) },
      200,
    );
  });
  app.openapi(correctRecordRoute, async (c) => {
    const { seen } = c.var;
    const { reason, issuedDate, ...record } = c.req.valid('json');
    const said = Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined));
    const input = { ...c.req.valid('param'), seen, record: said, issuedDate, reason };
    const found = await correctRecord(deps, c.var.actor, input);
    return c.json(toNumberedDocumentResponse(found), 200, { ETag: etagOf(found.document) });
  });
  app.openapi(bringIn, async (c) => {
    const { data, record, uploadId, ...rest } = c.req.valid('json');
    const content = contentOf({ data, record, uploadId }, c.var.draftJson);
    if (!record && (rest.codeSuffix ?? rest.copy) !== undefined) throw unexpected('codeSuffix');
    const found = await bringInDocument(deps, c.var.actor, { ...rest, content });
    const { organ, docId } = found.row;
    return c.json(toNumberedDocumentResponse(found), 201, { Location: `/issued/${organ}/${docId}` });
  });
  app.openapi(audit, async (c) => {
    const events = await getAudit(deps, c.var.actor, c.req.valid('param').docId);
    return c.json({ events: events.map(toAuditEventResponse) }, 200);
  });
  return app;
};

type Contents = Pick<z.infer<typeof bringInBody>, 'data' | 'record' | 'uploadId'>;

/** Exactly one of data and record; an upload is the file of a record, or stands for the data. */
function contentOf({ data, record, uploadId }: Contents, draftJson?: Uint8Array): BringInInput['content'] {
  if (record && data !== undefined) throw unexpected('record');
  if (record) return { kind: 'record', record, ...(uploadId !== undefined && { file: { uploadId } }) };
  if (data === undefined && uploadId === undefined) throw missing('“data” hoặc “record”');
  return { kind: 'data', ...dataOrUpload({ data, uploadId }, draftJson) };
}
