import { createRoute, z } from '@hono/zod-openapi';
import { DOCX } from '#base/content-types.ts';
import {
  documentResponse,
  numberedDocumentResponse,
  toDocumentResponse,
  toNumberedDocumentResponse,
} from '#present/responses/document-response.ts';
import { previewDocument } from '#usecases/drafting/preview-document.ts';
import { citedBy } from '#usecases/search/cited-by.ts';
import { handOutFile, readIssued } from '#usecases/search/download-file.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { signedIn } from '../http/access.ts';
import { attachmentHeaders, bodyOf, dispositionOf } from '../http/attachment.ts';
import { json, newApp, problemResponse, type Routes } from '../http/route.ts';
import { docIdParam, fileParam, issuedParam, noQuery, previewQuery } from '../requests/parameters.ts';

const docx = (description: string) =>
  ({ description, content: { [DOCX]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) } } }) as const;

const preview = createRoute({
  method: 'get',
  path: '/documents/{docId}/preview',
  summary: 'Bản thảo dạng .docx, để trống số và ngày; chỗ thiếu hiện [THIẾU: …]',
  ...signedIn(),
  request: { params: docIdParam, query: previewQuery },
  responses: { 200: docx('Tệp .docx; “file” chọn phụ lục thành tệp riêng.'), ...problemResponse },
});

const read = createRoute({
  method: 'get',
  path: '/issued/{organ}/{docId}',
  summary: 'Văn bản đã ban hành của một cơ quan',
  ...signedIn(),
  request: { params: issuedParam, query: noQuery },
  responses: { 200: json('Văn bản, kèm tệp.', numberedDocumentResponse), ...problemResponse },
});

const download = createRoute({
  method: 'get',
  path: '/issued/{organ}/{docId}/files/{fileId}',
  summary: 'Tải tệp đã ban hành; tệp bị thay đổi không được phát ra',
  ...signedIn({ answersEtag: true }),
  request: { params: fileParam, query: noQuery },
  responses: {
    200: docx('Tệp, đúng SHA-256 trong sổ (trên một máy).'),
    303: {
      description:
        'Trên AWS: liên kết tải tệp ở Location, dùng được trong 60 giây, không gửi kèm mã đăng nhập. Có “Accept: application/json” thì trả 200 và {url}.',
      headers: z.object({ Location: z.url() }),
    },
    ...problemResponse,
  },
});

const citing = createRoute({
  method: 'get',
  path: '/issued/{organ}/{docId}/cited-by',
  summary: 'Văn bản đã có số của cơ quan mình lấy văn bản này làm căn cứ, mới nhất trước',
  ...signedIn(),
  request: { params: issuedParam, query: noQuery },
  responses: {
    200: json('Những văn bản ấy.', z.object({ items: z.array(documentResponse) })),
    ...problemResponse,
  },
});

/** Routes of files, and of issued documents read by others. */
export const fileRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(preview, async (c) => {
    const files = await previewDocument(deps, c.var.actor, c.req.valid('param').docId);
    const { file: wanted } = c.req.valid('query');
    const file = files.find(({ role, fileId }) => (wanted === undefined ? role === 'rendered' : fileId === wanted));
    if (!file) throw new UseCaseError('not-found');
    return c.body(bodyOf(file.bytes), 200, attachmentHeaders(file, file.bytes));
  });
  app.openapi(read, async (c) => {
    const found = await readIssued(deps, c.var.actor, c.req.valid('param'));
    return c.json(toNumberedDocumentResponse(found), 200);
  });
  app.openapi(citing, async (c) => {
    const documents = await citedBy(deps, c.var.actor, c.req.valid('param'));
    return c.json({ items: documents.map(toDocumentResponse) }, 200);
  });
  app.openapi(download, async (c) => {
    const handed = await handOutFile(deps, c.var.actor, c.req.valid('param'), dispositionOf);
    if ('link' in handed) return c.redirect(handed.link, 303);
    const { file, bytes } = handed;
    const headers = { ...attachmentHeaders(file, bytes), ETag: `"${file.sha256}"` };
    return c.body(bodyOf(bytes), 200, headers);
  });
  return app;
};
