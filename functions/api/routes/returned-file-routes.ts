import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { comparedFileResponse, toComparedFileResponse } from '#present/responses/compared-file-response.ts';
import {
  foundDraftsResponse,
  returnedFileResponse,
  toFoundDraftsResponse,
  toReturnedFileResponse,
} from '#present/responses/returned-file-response.ts';
import { compareReturnedFile } from '#usecases/word-files/compare-returned-file.ts';
import { compareWithApproved } from '#usecases/word-files/compare-with-approved.ts';
import { findReturnedDraft } from '#usecases/word-files/find-returned-draft.ts';
import { signedIn } from '../http/access.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { docIdParam, fileParam, noQuery } from '../requests/parameters.ts';
import { uploadId } from '../requests/request-fields.ts';

const returned = createRoute({
  method: 'post',
  path: '/documents/{docId}/returned-file',
  summary: 'So sánh tệp Word lãnh đạo gửi lại với bản thảo: sửa gì, ai sửa, ý kiến; lấy hay bỏ từng chỗ; không ghi',
  ...signedIn(),
  request: {
    params: docIdParam,
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({
          uploadId,
          decisions: z
            .record(z.string().max(200), z.enum(['file', 'draft']))
            .optional()
            .meta(
              about('Lấy bên nào, theo mã chỗ khác nhau: tệp gửi lại (file) hay bản thảo (draft).', {
                'muc-tieu': 'file',
              }),
            ),
        })
        .openapi('CompareReturnedFile'),
    ),
  },
  responses: {
    200: json('Từng chỗ khác nhau với người sửa, ý kiến; dữ liệu sau khi ghép để gửi bằng PUT.', returnedFileResponse),
    ...problemResponse,
  },
});

const find = createRoute({
  method: 'post',
  path: '/returned-files',
  summary: 'Tìm bản thảo mà một tệp Word gửi lại bắt nguồn từ đó, theo chữ trong tệp, giống nhất trước; không ghi',
  ...signedIn(),
  request: { query: noQuery, body: jsonBody(z.strictObject({ uploadId }).openapi('FindReturnedFile')) },
  responses: {
    200: json('Tối đa 5 bản thảo; người gửi xác nhận là bản nào.', foundDraftsResponse),
    ...problemResponse,
  },
});

const compareUpload = createRoute({
  method: 'post',
  path: '/documents/{docId}/compared-file',
  summary: 'Trước khi thêm: chữ trong tệp đã tải lên có khác văn bản đã duyệt không, khác ở đâu; không ghi',
  ...signedIn(),
  request: {
    params: docIdParam,
    query: noQuery,
    body: jsonBody(z.strictObject({ uploadId }).openapi('CompareUpload')),
  },
  responses: { 200: json('Giống, hoặc từng chỗ khác nhau.', comparedFileResponse), ...problemResponse },
});

const compareFile = createRoute({
  method: 'get',
  path: '/documents/{docId}/files/{fileId}/comparison',
  summary: 'Chữ trong tệp đã ký, tệp thay hay đính kèm có khác văn bản đã duyệt không, khác ở đâu',
  ...signedIn(),
  request: { params: fileParam.omit({ organ: true }), query: noQuery },
  responses: { 200: json('Giống, hoặc từng chỗ khác nhau.', comparedFileResponse), ...problemResponse },
});

/** Files that come back: from a leader to a draft, and signed to an issued document. */
export const returnedFileRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(returned, async (c) => {
    const { uploadId: input, decisions = {} } = c.req.valid('json');
    const sides = { file: 'superior', draft: 'unit' } as const;
    const decided = new Map(Object.entries(decisions).map(([id, from]) => [id, sides[from]]));
    const { docId } = c.req.valid('param');
    const compared = await compareReturnedFile(deps, c.var.actor, {
      docId,
      brought: { uploadId: input },
      decisions: decided,
    });
    return c.json(toReturnedFileResponse(compared), 200);
  });
  app.openapi(find, async (c) => {
    return c.json(toFoundDraftsResponse(await findReturnedDraft(deps, c.var.actor, c.req.valid('json'))), 200);
  });
  app.openapi(compareUpload, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json(toComparedFileResponse(await compareWithApproved(deps, c.var.actor, input)), 200);
  });
  app.openapi(compareFile, async (c) => {
    return c.json(toComparedFileResponse(await compareWithApproved(deps, c.var.actor, c.req.valid('param'))), 200);
  });
  return app;
};
