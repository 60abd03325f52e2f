import { createRoute, z } from '@hono/zod-openapi';
import { signer } from '#document/schemas/signer.schema.ts';
import {
  documentResponse,
  numberedDocumentResponse,
  toDocumentResponse,
  toNumberedDocumentResponse,
} from '#present/responses/document-response.ts';
import { changeSigner } from '#usecases/approval/change-signer.ts';
import { openSubmitted } from '#usecases/approval/open-submitted.ts';
import { proposeSigner } from '#usecases/approval/propose-signer.ts';
import { takeBack } from '#usecases/approval/take-back.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { returnDocument } from '#usecases/issuing/return-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { ifDocumentMatches, signedIn } from '../http/access.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, optionalBody, problemResponse, type Routes } from '../http/route.ts';
import { issueBody, returnBody, signerBody, submitBody } from '../requests/approval-bodies.ts';
import { docIdParam, noQuery } from '../requests/parameters.ts';
import { emptyBody } from '../requests/request-fields.ts';

const request = { params: docIdParam, query: noQuery } as const;

const submit = createRoute({
  method: 'post',
  path: '/documents/{docId}/submit',
  summary: 'Trình: đóng băng dữ liệu và hồ sơ cơ quan; “replaces” là các văn bản sẽ bị thay thế (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: optionalBody(submitBody) },
  responses: { 200: json('Văn bản đã trình.', documentResponse), ...problemResponse },
});

const opened = createRoute({
  method: 'post',
  path: '/documents/{docId}/opened',
  summary: 'Ghi nhận người ký đã mở văn bản trình; từ đó người soạn không rút lại được (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: optionalBody(emptyBody) },
  responses: { 200: json('Văn bản, kèm lúc mở đầu tiên.', documentResponse), ...problemResponse },
});

const back = createRoute({
  method: 'post',
  path: '/documents/{docId}/take-back',
  summary: 'Rút lại văn bản đã trình, khi chưa ai mở (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: optionalBody(emptyBody) },
  responses: { 200: json('Văn bản trở lại bản thảo.', documentResponse), ...problemResponse },
});

const change = createRoute({
  method: 'put',
  path: '/documents/{docId}/signer',
  summary: 'Đổi người ký của văn bản đã trình: chỉ khối chữ ký, phần còn lại giữ nguyên (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(signerBody) },
  responses: { 200: json('Văn bản chờ người ký mới.', documentResponse), ...problemResponse },
});

const proposal = createRoute({
  method: 'get',
  path: '/documents/{docId}/signer-proposal',
  summary: 'Người ký đang vắng: ai được đề nghị ký thay, theo lịch vắng của cơ quan; không tự đổi',
  ...signedIn(),
  request,
  responses: {
    200: json(
      'Đề nghị, hoặc null.',
      z
        .object({
          proposal: z
            .object({ away: z.object({ fullName: z.string(), from: z.string(), to: z.string() }), signer })
            .nullable(),
        })
        .openapi('SignerProposal'),
    ),
    ...problemResponse,
  },
});

const approve = createRoute({
  method: 'post',
  path: '/documents/{docId}/approve',
  summary: 'Duyệt, bởi người ký không phải người soạn (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: optionalBody(emptyBody) },
  responses: { 200: json('Văn bản đã duyệt.', documentResponse), ...problemResponse },
});

const sendBack = createRoute({
  method: 'post',
  path: '/documents/{docId}/return',
  summary: 'Trả lại người soạn, kèm lý do: người ký; văn thư, khi đã duyệt mà chưa ký giấy (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(returnBody) },
  responses: { 200: json('Văn bản trở lại bản thảo.', documentResponse), ...problemResponse },
});

const issue = createRoute({
  method: 'post',
  path: '/documents/{docId}/issue',
  summary: 'Ban hành: cấp số, ngày, lưu tệp (If-Match). Văn bản giấy cần xác nhận chữ ký. Gọi lại không cấp số mới.',
  ...ifDocumentMatches(),
  request: { ...request, body: optionalBody(issueBody) },
  responses: { 200: json('Văn bản đã ban hành, kèm tệp.', numberedDocumentResponse), ...problemResponse },
});

/** The way of a document from draft to issue. */
export const transitionRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(submit, async (c) => {
    const { seen } = c.var;
    const { replaces } = c.req.valid('json');
    const document = await submitDocument(deps, c.var.actor, { ...c.req.valid('param'), seen, replaces });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(opened, async (c) => {
    const { seen } = c.var;
    const document = await openSubmitted(deps, c.var.actor, { ...c.req.valid('param'), seen });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(back, async (c) => {
    const { seen } = c.var;
    const document = await takeBack(deps, c.var.actor, { ...c.req.valid('param'), seen });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(change, async (c) => {
    const { seen } = c.var;
    const { signer } = c.req.valid('json');
    const document = await changeSigner(deps, c.var.actor, { ...c.req.valid('param'), seen, signer });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(proposal, async (c) =>
    c.json({ proposal: await proposeSigner(deps, c.var.actor, c.req.valid('param').docId) }, 200),
  );
  app.openapi(approve, async (c) => {
    const { seen } = c.var;
    const document = await approveDocument(deps, c.var.actor, { ...c.req.valid('param'), seen });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(sendBack, async (c) => {
    const { seen } = c.var;
    const document = await returnDocument(deps, c.var.actor, {
      ...c.req.valid('param'),
      seen,
      ...c.req.valid('json'),
    });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(issue, async (c) => {
    const { seen } = c.var;
    const found = await issueDocument(deps, c.var.actor, { ...c.req.valid('param'), seen, ...c.req.valid('json') });
    return c.json(toNumberedDocumentResponse(found), 200, { ETag: etagOf(found.document) });
  });
  return app;
};
