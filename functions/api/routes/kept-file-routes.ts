import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { lineOf } from '#document/schemas/text.schema.ts';
import {
  documentResponse,
  numberedDocumentResponse,
  toDocumentResponse,
  toNumberedDocumentResponse,
} from '#present/responses/document-response.ts';
import { openLineResponse, toOpenLineResponse } from '#present/responses/open-points-response.ts';
import { listOpenPoints } from '#usecases/book/open-points.ts';
import { placePaper } from '#usecases/files/place-paper.ts';
import { replaceFile } from '#usecases/files/replace-file.ts';
import { restrictDocument } from '#usecases/sharing/restrict-document.ts';
import { ifDocumentMatches, signedIn } from '../http/access.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { docIdParam, fileParam, noQuery, seriesParam } from '../requests/parameters.ts';
import { uploadId } from '../requests/request-fields.ts';

const place = createRoute({
  method: 'put',
  path: '/documents/{docId}/place',
  summary: 'Ghi nơi để bản gốc giấy: tủ, hộp, cặp (If-Match)',
  ...ifDocumentMatches(),
  request: {
    params: docIdParam,
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({ place: lineOf(200).meta(about('Nơi để bản gốc giấy.', 'Tủ 2, hộp 14')) })
        .openapi('PlaceOfPaper'),
    ),
  },
  responses: { 200: json('Văn bản.', documentResponse), ...problemResponse },
});

const restrict = createRoute({
  method: 'put',
  path: '/documents/{docId}/restricted',
  summary: 'Văn bản đã ban hành chỉ cơ quan mình và nơi đã gửi xem được, hay như thường; kèm lý do (If-Match)',
  ...ifDocumentMatches(),
  request: {
    params: docIdParam,
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({
          restricted: z.boolean().meta(about('Chỉ cơ quan mình và nơi đã gửi xem được.', true)),
          reason: lineOf(1000).meta(about('Lý do.', 'Bản giấy có dấu LƯU HÀNH NỘI BỘ')),
        })
        .openapi('Restrict'),
    ),
  },
  responses: { 200: json('Văn bản.', documentResponse), ...problemResponse },
});

const replace = createRoute({
  method: 'post',
  path: '/documents/{docId}/files/{fileId}/replace',
  summary: 'Thay tệp sai do văn thư thêm vào, kèm lý do; tệp cũ vẫn giữ trong sổ; sổ đã khóa thì không thay (If-Match)',
  ...ifDocumentMatches(),
  request: {
    params: fileParam.omit({ organ: true }),
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({
          uploadId: uploadId.meta(about('Mã tệp đúng đã tải lên (PDF, .docx).', '0f3c-9a1b')),
          reason: lineOf(1000).meta(about('Lý do thay.', 'Quét thiếu trang 3')),
          isScan: z.boolean().optional().meta(about('Tệp là bản quét từ bản gốc giấy.', true)),
        })
        .openapi('ReplaceFile'),
    ),
  },
  responses: { 200: json('Văn bản, kèm tệp.', numberedDocumentResponse), ...problemResponse },
});

const openPoints = createRoute({
  method: 'get',
  path: '/series/{year}/{series}/open-points',
  summary: 'Trước khi khóa sổ: văn bản chưa gửi, chưa có bản đã ký, chưa ghi nơi để bản gốc giấy',
  ...signedIn(),
  request: { params: seriesParam, query: noQuery },
  responses: { 200: json('Theo số.', z.object({ items: z.array(openLineResponse) })), ...problemResponse },
});

/** Files that people brought, where the paper lies, and what a year still lacks before it is closed. */
export const keptFileRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(place, async (c) => {
    const input = { ...c.req.valid('param'), seen: c.var.seen, ...c.req.valid('json') };
    const document = await placePaper(deps, c.var.actor, input);
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(restrict, async (c) => {
    const input = { ...c.req.valid('param'), seen: c.var.seen, ...c.req.valid('json') };
    const document = await restrictDocument(deps, c.var.actor, input);
    return c.json(toDocumentResponse(document), 200, { ETag: etagOf(document) });
  });
  app.openapi(replace, async (c) => {
    const input = { ...c.req.valid('param'), seen: c.var.seen, ...c.req.valid('json') };
    const found = await replaceFile(deps, c.var.actor, input);
    return c.json(toNumberedDocumentResponse(found), 200, { ETag: etagOf(found.document) });
  });
  app.openapi(openPoints, async (c) => {
    const items = await listOpenPoints(deps, c.var.actor, c.req.valid('param'));
    return c.json({ items: items.map(toOpenLineResponse) }, 200);
  });
  return app;
};
