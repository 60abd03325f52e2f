import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { DOC, DOCX, ODT, PDF, TEXT } from '#base/content-types.ts';
import { about } from '#document/schemas/about.ts';
import { bodyLevel } from '#present/responses/drawn-file-response.ts';
import {
  approvalCheckResponse,
  fileCheckResponse,
  importResponse,
  toCheckResponse,
  toFileCheckResponse,
  toImportResponse,
} from '#present/responses/word-file-response.ts';
import { readCheckOfApproval } from '#usecases/approval/check-of-approval.ts';
import { MAX_PDF_BYTES } from '#usecases/uploads/pdf.ts';
import type { BytesOrUpload } from '#usecases/uploads/read-upload.ts';
import { checkWordFile } from '#usecases/word-files/check-word-file.ts';
import { importWordFile } from '#usecases/word-files/import-word-file.ts';
import { READ_TYPES } from '#usecases/word-files/word-bytes.ts';
import { signedIn } from '../http/access.ts';
import type { AppEnv } from '../http/app-env.ts';
import { json, newApp, problemResponse, type Routes } from '../http/route.ts';
import { docIdParam, noQuery } from '../requests/parameters.ts';
import { uploadedBody } from '../requests/request-fields.ts';

const binary = z.any().openapi({ type: 'string', format: 'binary' });

/** A Word file, or one that is read as it is, as the body, or the upload that has it. */
const wordBody = {
  // One of the two has to be there; the library would ask for JSON beside the file.
  required: false,
  content: {
    [DOCX]: { schema: binary },
    [DOC]: { schema: binary },
    [ODT]: { schema: binary },
    [PDF]: { schema: binary },
    [TEXT]: { schema: binary },
    'application/json': { schema: uploadedBody },
  },
} as const;

const request = { query: noQuery, body: wordBody } as const;

/** Levels by the index of a paragraph. */
const givenLevels = z.record(z.string().regex(/^\d{1,6}$/), bodyLevel);

/** An upload to make a draft of, with levels that a person corrected. */
const importBody = uploadedBody
  .extend({
    levels: givenLevels
      .optional()
      .meta(about('Cấp do người dùng sửa, theo số thứ tự đoạn (index) trong drawn.', { '12': 'point' })),
  })
  .openapi('ImportUploaded');

const check = createRoute({
  method: 'post',
  path: '/checks',
  summary: 'Kiểm tra thể thức của một tệp Word (hoặc PDF, chữ chép ra) theo Nghị định 30/2020/NĐ-CP; không lưu tệp',
  ...signedIn({ maxBytes: MAX_PDF_BYTES }),
  request,
  responses: {
    200: json('Từng quy định: đạt, không đạt, không đánh giá được; tệp như đã gửi.', fileCheckResponse),
    ...problemResponse,
  },
});

const importFile = createRoute({
  method: 'post',
  path: '/imports',
  summary:
    'Đọc một tệp Word (hoặc PDF, chữ chép ra) thành dữ liệu dự thảo của cơ quan; không lưu tệp, không tạo văn bản',
  ...signedIn({ maxBytes: MAX_PDF_BYTES }),
  request: {
    query: noQuery,
    body: { ...wordBody, content: { ...wordBody.content, 'application/json': { schema: importBody } } },
  },
  responses: {
    200: json('Dữ liệu để gửi bằng POST /documents, và những gì đã đổi, đã đoán, không hiểu.', importResponse),
    ...problemResponse,
  },
});

const approved = createRoute({
  method: 'get',
  path: '/documents/{docId}/check',
  summary: 'Kết quả kiểm tra thể thức được lưu khi duyệt văn bản',
  ...signedIn(),
  request: { params: docIdParam, query: noQuery },
  responses: {
    200: json('Kết quả, với mã băm của nội dung và của tệp được kiểm tra.', approvalCheckResponse),
    ...problemResponse,
  },
});

/** Word files of any origin: checked, and made drafts of. */
export const wordFileRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(check, async (c) => {
    const brought = await readWordFile(c, c.req.valid('json').uploadId);
    return c.json(toFileCheckResponse(await checkWordFile(deps, c.var.actor, brought)), 200);
  });
  app.openapi(importFile, async (c) => {
    const { uploadId: id, levels: given = {} } = c.req.valid('json');
    const brought = await readWordFile(c, id);
    const levels = Object.entries(givenLevels.parse(given)).map(([index, level]) => [Number(index), level] as const);
    return c.json(toImportResponse(await importWordFile(deps, c.var.actor, brought, levels)), 200);
  });
  app.openapi(approved, async (c) => {
    const kept = await readCheckOfApproval(deps, c.var.actor, c.req.valid('param').docId);
    const { contentHash, fileSha256, report } = kept;
    return c.json({ contentHash, fileSha256, report: report && toCheckResponse(report) }, 200);
  });
  return app;
};

/** The file itself, or its upload; what is called none of the types that are read is none, and the use case says so. */
async function readWordFile(c: Context<AppEnv>, uploadId: string | undefined): Promise<BytesOrUpload> {
  if (uploadId !== undefined) return { uploadId };
  const type = (c.req.header('content-type') ?? '').toLowerCase();
  const isWord = READ_TYPES.some((known) => type.startsWith(known));
  return { bytes: isWord ? new Uint8Array(await c.req.arrayBuffer()) : new Uint8Array() };
}
