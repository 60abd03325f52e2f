import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { stableId } from '#document/schemas/text.schema.ts';
import { documentResponse, toDocumentResponse } from '#present/responses/document-response.ts';
import { amendDocument } from '#usecases/mistakes/amend-document.ts';
import { consentVoid, dropVoid } from '#usecases/mistakes/answer-void.ts';
import { askVoid } from '#usecases/mistakes/ask-void.ts';
import { linkPredecessor } from '#usecases/mistakes/link-predecessor.ts';
import { ifDocumentMatches } from '../http/access.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, optionalBody, problemResponse, type Routes } from '../http/route.ts';
import { amendBody } from '../requests/mistake-bodies.ts';
import { docIdParam, noQuery } from '../requests/parameters.ts';
import { emptyBody, reasonBody } from '../requests/request-fields.ts';

const request = { params: docIdParam, query: noQuery } as const;

const ask = createRoute({
  method: 'post',
  path: '/documents/{docId}/ask-void',
  summary: 'Đề nghị hủy số của văn bản chưa gửi, kèm lý do; trong lúc chờ thì không gửi (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(reasonBody) },
  responses: { 200: json('Văn bản chờ hủy số.', documentResponse), ...problemResponse },
});

const consent = createRoute({
  method: 'post',
  path: '/documents/{docId}/consent-void',
  summary: 'Đồng ý hủy số: người ký hoặc người khác có quyền, không phải người đề nghị (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: optionalBody(emptyBody) },
  responses: { 200: json('Số bị hủy; số không dùng lại.', documentResponse), ...problemResponse },
});

const drop = createRoute({
  method: 'post',
  path: '/documents/{docId}/drop-void',
  summary: 'Thôi hủy số: số vẫn dùng, gửi được (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: optionalBody(emptyBody) },
  responses: { 200: json('Văn bản như trước đề nghị.', documentResponse), ...problemResponse },
});

const amend = createRoute({
  method: 'post',
  path: '/documents/{docId}/amend',
  summary: 'Sửa đổi, bổ sung: nối văn bản với văn bản cùng loại sửa đổi, bổ sung nó (Điều 18, khoản 3) (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(amendBody) },
  responses: { 200: json('Văn bản còn hiệu lực, được sửa đổi, bổ sung.', documentResponse), ...problemResponse },
});

const link = createRoute({
  method: 'post',
  path: '/documents/{docId}/predecessor-link',
  summary: 'Nối với văn bản của cơ quan đã sáp nhập vào mình mà văn bản này thay thế hoặc sửa đổi, bổ sung (If-Match)',
  ...ifDocumentMatches(),
  request: {
    ...request,
    body: jsonBody(
      z
        .strictObject({
          organ: stableId.meta(about('Mã cơ quan cũ.', 'xa-thanh-an')),
          docId: stableId.meta(about('Mã văn bản của cơ quan cũ.', 'ke-hoach-35')),
          kind: z.enum(['replaces', 'amends']).meta(about('Thay thế, hay sửa đổi, bổ sung.', 'replaces')),
        })
        .openapi('LinkPredecessor'),
    ),
  },
  responses: { 200: json('Văn bản đã nối.', documentResponse), ...problemResponse },
});

/** Routes that mend a mistake in a numbered document (Xử lý sai sót). */
export const mistakeRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(ask, async (c) => {
    const { seen } = c.var;
    const { reason } = c.req.valid('json');
    const document = await askVoid(deps, c.var.actor, { ...c.req.valid('param'), seen, reason });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(consent, async (c) => {
    const { seen } = c.var;
    const document = await consentVoid(deps, c.var.actor, { ...c.req.valid('param'), seen });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(drop, async (c) => {
    const { seen } = c.var;
    const document = await dropVoid(deps, c.var.actor, { ...c.req.valid('param'), seen });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(link, async (c) => {
    const { kind, ...to } = c.req.valid('json');
    const input = { ...c.req.valid('param'), seen: c.var.seen, to, kind };
    const document = await linkPredecessor(deps, c.var.actor, input);
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(amend, async (c) => {
    const { seen } = c.var;
    const { by } = c.req.valid('json');
    const document = await amendDocument(deps, c.var.actor, { ...c.req.valid('param'), seen, by });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  return app;
};
