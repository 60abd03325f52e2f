import { createRoute } from '@hono/zod-openapi';
import { numberedDocumentResponse, toNumberedDocumentResponse } from '#present/responses/document-response.ts';
import { registerDocument } from '#usecases/registering/register-document.ts';
import { signedIn } from '../http/access.ts';
import { etagOf } from '../http/etag.ts';
import { noQuery } from '../http/request-schemas.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { registerBody } from '../requests/registering-schemas.ts';

const register = createRoute({
  method: 'post',
  path: '/registered',
  summary: 'Đăng ký văn bản soạn ngoài hệ thống: lấy số kế tiếp của sổ, có hoặc không kèm tệp',
  ...signedIn({ answersEtag: true }),
  request: { query: noQuery, body: jsonBody(registerBody) },
  responses: { 201: json('Văn bản đã có số, trong sổ.', numberedDocumentResponse), ...problemResponse },
});

/** Documents that were drafted elsewhere. */
export const registeringRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(register, async (c) => {
    const found = await registerDocument(deps, c.var.actor, c.req.valid('json'));
    const { organ, docId } = found.row;
    const headers = { ETag: etagOf(found.document), Location: `/issued/${organ}/${docId}` };
    return c.json(toNumberedDocumentResponse(found), 201, headers);
  });
  return app;
};
