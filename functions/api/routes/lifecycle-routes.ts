import { createRoute, z } from '@hono/zod-openapi';
import { PDF } from '#base/content-types.ts';
import { about } from '#document/schemas/about.ts';
import {
  documentResponse,
  numberedDocumentResponse,
  toDocumentResponse,
  toNumberedDocumentResponse,
} from '#present/responses/document-response.ts';
import { findingResponse } from '#present/responses/finding-response.ts';
import { accessResponse, toAccessResponse } from '#present/responses/history-response.ts';
import { bringInFile } from '#usecases/bring-in/bring-in-file.ts';
import { copyDocument } from '#usecases/drafting/copy-document.ts';
import { listAccess } from '#usecases/drafting/list-access.ts';
import { addSignedFile } from '#usecases/issuing/add-signed-file.ts';
import { correctDocument } from '#usecases/issuing/correct-document.ts';
import { voidNumber } from '#usecases/issuing/void-number.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { MAX_PDF_BYTES } from '#usecases/uploads/pdf.ts';
import type { BytesOrUpload } from '#usecases/uploads/read-upload.ts';
import { ifDocumentMatches, signedIn } from '../http/access.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, optionalBody, problemResponse, type Routes } from '../http/route.ts';
import { copyBody } from '../requests/draft-bodies.ts';
import { correctBody, withdrawBody } from '../requests/mistake-bodies.ts';
import { docIdParam, noQuery, pageQuery } from '../requests/parameters.ts';
import { reasonBody, uploadedBody } from '../requests/request-fields.ts';

const request = { params: docIdParam, query: noQuery } as const;

const withdraw = createRoute({
  method: 'post',
  path: '/documents/{docId}/withdraw',
  summary: 'Thu hồi văn bản đã ban hành, kèm lý do (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(withdrawBody) },
  responses: { 200: json('Văn bản đã thu hồi.', documentResponse), ...problemResponse },
});

const voidRoute = createRoute({
  method: 'post',
  path: '/documents/{docId}/void',
  summary: 'Hủy một số không thể tạo tệp, kèm lý do; số vẫn giữ chỗ trong sổ (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(reasonBody) },
  responses: { 200: json('Số đã hủy.', documentResponse), ...problemResponse },
});

const correct = createRoute({
  method: 'post',
  path: '/documents/{docId}/correct',
  summary: 'Đính chính: nối văn bản với công văn đính chính nó (Điều 18, khoản 3) (If-Match)',
  ...ifDocumentMatches(),
  request: { ...request, body: jsonBody(correctBody) },
  responses: { 200: json('Văn bản đã được đính chính.', documentResponse), ...problemResponse },
});

const copy = createRoute({
  method: 'post',
  path: '/documents/{docId}/copy',
  summary: 'Tạo bản thảo mới từ dữ liệu của một văn bản',
  ...signedIn({ answersEtag: true }),
  request: { ...request, body: optionalBody(copyBody) },
  responses: {
    201: json('Bản thảo.', z.object({ document: documentResponse, findings: z.array(findingResponse).readonly() })),
    ...problemResponse,
  },
});

/** A file, or the id of an upload. One of the two has to be there; the library would ask for JSON beside the file. */
const fileBody = {
  required: false,
  content: {
    [PDF]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) },
    'application/json': { schema: uploadedBody },
  },
};

/** The clerk says that the file is a scan of the signed paper. */
const signedQuery = z.strictObject({
  scan: z.enum(['true']).optional().meta(about('Ghi true khi tệp là bản quét từ bản gốc giấy.', 'true')),
});

const addSigned = createRoute({
  method: 'put',
  path: '/documents/{docId}/signed',
  summary: 'Thêm tệp đã ký (PDF, tối đa 20 MB), một lần, sau khi ban hành (If-Match)',
  ...ifDocumentMatches({ maxBytes: MAX_PDF_BYTES }),
  request: { params: docIdParam, query: signedQuery, body: fileBody },
  responses: { 200: json('Văn bản, kèm tệp.', numberedDocumentResponse), ...problemResponse },
});

const addScan = createRoute({
  method: 'put',
  path: '/documents/{docId}/scan',
  summary: 'Thêm tệp cho văn bản nhập từ sổ cũ chưa có tệp, một lần: PDF, hoặc PDF, .docx đã tải lên (If-Match)',
  ...ifDocumentMatches({ maxBytes: MAX_PDF_BYTES }),
  request: { ...request, body: fileBody },
  responses: { 200: json('Văn bản, kèm tệp.', numberedDocumentResponse), ...problemResponse },
});

const views = createRoute({
  method: 'get',
  path: '/documents/{docId}/views',
  summary: 'Ai đã đọc, đã tải văn bản, mới nhất trước',
  ...signedIn(),
  request: { params: docIdParam, query: pageQuery },
  responses: {
    200: json('Một trang.', z.object({ items: z.array(accessResponse), cursor: z.string().optional() })),
    ...problemResponse,
  },
});

/** Routes of a numbered document's later life, and of its access log. */
export const lifecycleRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(withdraw, async (c) => {
    const { seen } = c.var;
    const document = await withdrawDocument(deps, c.var.actor, {
      ...c.req.valid('param'),
      seen,
      ...c.req.valid('json'),
    });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(voidRoute, async (c) => {
    const { seen } = c.var;
    const { reason } = c.req.valid('json');
    const document = await voidNumber(deps, c.var.actor, { ...c.req.valid('param'), seen, reason });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(correct, async (c) => {
    const { seen } = c.var;
    const { by } = c.req.valid('json');
    const document = await correctDocument(deps, c.var.actor, { ...c.req.valid('param'), seen, by });
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(copy, async (c) => {
    const { docId: newDocId } = c.req.valid('json');
    const { document, findings } = await copyDocument(deps, c.var.actor, { ...c.req.valid('param'), newDocId });
    const headers = { ETag: etagOf(document), Location: `/documents/${document.docId}` };
    return c.json({ document: toDocumentResponse(document), findings }, 201, headers);
  });
  app.openapi(addSigned, async (c) => {
    const { seen } = c.var;
    const isScan = c.req.valid('query').scan === 'true';
    const input = { ...c.req.valid('param'), seen, isScan, ...(await readPdf(c.req)) };
    const found = await addSignedFile(deps, c.var.actor, input);
    return c.json(toNumberedDocumentResponse(found), 200, { ETag: etagOf(found.document) });
  });
  app.openapi(addScan, async (c) => {
    const { seen } = c.var;
    const input = { ...c.req.valid('param'), seen, ...(await readPdf(c.req)) };
    const found = await bringInFile(deps, c.var.actor, input);
    return c.json(toNumberedDocumentResponse(found), 200, { ETag: etagOf(found.document) });
  });
  app.openapi(views, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('query') };
    const { items, cursor } = await listAccess(deps, c.var.actor, input);
    return c.json({ items: items.map(toAccessResponse), ...(cursor !== undefined && { cursor }) }, 200);
  });
  return app;
};

/** A PDF as it came, or the upload that is named. What is not called a PDF is none: the use case says so, after the right. */
async function readPdf(request: BodyOfFile): Promise<BytesOrUpload> {
  const { uploadId } = request.valid('json');
  if (uploadId !== undefined) return { uploadId };
  const isNamedPdf = /^application\/pdf\s*(;|$)/i.test(request.header('content-type') ?? '');
  return { bytes: isNamedPdf ? new Uint8Array(await request.arrayBuffer()) : new Uint8Array() };
}

interface BodyOfFile {
  /** Empty where the body is no JSON. */
  valid(target: 'json'): { readonly uploadId?: string };
  header(name: string): string | undefined;
  arrayBuffer(): Promise<ArrayBuffer>;
}
