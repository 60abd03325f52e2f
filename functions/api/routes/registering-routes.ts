import { createRoute } from '@hono/zod-openapi';
import {
  documentResponse,
  numberedDocumentResponse,
  toDocumentResponse,
  toNumberedDocumentResponse,
} from '#present/responses/document-response.ts';
import { recordNumber } from '#usecases/registering/record-number.ts';
import { registerDocument } from '#usecases/registering/register-document.ts';
import { strikeRecord } from '#usecases/registering/strike-record.ts';
import { ifDocumentMatches, signedIn } from '../http/access.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { docIdParam, noQuery } from '../requests/parameters.ts';
import { recordBody, registerBody } from '../requests/registering-schemas.ts';
import { reasonBody } from '../requests/request-fields.ts';

const register = createRoute({
  method: 'post',
  path: '/registered',
  summary: 'Đăng ký văn bản soạn ngoài hệ thống: lấy số kế tiếp của sổ, có hoặc không kèm tệp',
  ...signedIn({ answersEtag: true }),
  request: { query: noQuery, body: jsonBody(registerBody) },
  responses: { 201: json('Văn bản đã có số, trong sổ.', numberedDocumentResponse), ...problemResponse },
});

const request = { params: docIdParam, query: noQuery } as const;

const record = createRoute({
  method: 'post',
  path: '/documents/{docId}/record',
  summary: 'Ghi số và ngày mà hệ thống khác đã cấp cho văn bản đã duyệt (If-Match). Gọi lại không ghi lần nữa.',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(recordBody) },
  responses: { 200: json('Văn bản đã có số, kèm tệp.', numberedDocumentResponse), ...problemResponse },
});

const strike = createRoute({
  method: 'post',
  path: '/documents/{docId}/strike',
  summary: 'Gạch số ghi nhầm, kèm lý do, khi chưa gửi: dòng còn trong sổ, văn bản chờ ghi số lại (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(reasonBody) },
  responses: { 200: json('Văn bản đã duyệt, chưa có số.', documentResponse), ...problemResponse },
});

/** Documents that were drafted elsewhere, and numbers that were given elsewhere. */
export const registeringRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(register, async (c) => {
    const found = await registerDocument(deps, c.var.actor, c.req.valid('json'));
    const { organ, docId } = found.row;
    const headers = { ETag: etagOf(found.document), Location: `/issued/${organ}/${docId}` };
    return c.json(toNumberedDocumentResponse(found), 201, headers);
  });
  app.openapi(record, async (c) => {
    const input = { ...c.req.valid('param'), seen: c.var.seen, ...c.req.valid('json') };
    const found = await recordNumber(deps, c.var.actor, input);
    return c.json(toNumberedDocumentResponse(found), 200, { ETag: etagOf(found.document) });
  });
  app.openapi(strike, async (c) => {
    const { reason } = c.req.valid('json');
    const document = await strikeRecord(deps, c.var.actor, { ...c.req.valid('param'), seen: c.var.seen, reason });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  return app;
};
