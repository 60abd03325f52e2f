import { createRoute } from '@hono/zod-openapi';
import {
  checkResponse,
  importResponse,
  toCheckResponse,
  toImportResponse,
} from '#present/responses/word-file-response.ts';
import { MAX_PDF_BYTES } from '#usecases/uploads/pdf.ts';
import { checkWordFile } from '#usecases/word-files/check-word-file.ts';
import { importWordFile } from '#usecases/word-files/import-word-file.ts';
import { signedIn } from '../http/access.ts';
import { noQuery } from '../http/request-schemas.ts';
import { json, newApp, problemResponse, type Routes } from '../http/route.ts';
import { broughtBy, wordBody } from '../http/word-body.ts';

const request = { query: noQuery, body: wordBody } as const;

const check = createRoute({
  method: 'post',
  path: '/checks',
  summary: 'Kiểm tra thể thức của một tệp Word theo Nghị định 30/2020/NĐ-CP; không lưu tệp',
  ...signedIn({ maxBytes: MAX_PDF_BYTES }),
  request,
  responses: { 200: json('Từng quy định: đạt, không đạt, không đánh giá được.', checkResponse), ...problemResponse },
});

const importFile = createRoute({
  method: 'post',
  path: '/imports',
  summary: 'Đọc một tệp Word thành dữ liệu dự thảo của cơ quan; không lưu tệp, không tạo văn bản',
  ...signedIn({ maxBytes: MAX_PDF_BYTES }),
  request,
  responses: {
    200: json('Dữ liệu để gửi bằng POST /documents, và những gì đã đổi, đã đoán, không hiểu.', importResponse),
    ...problemResponse,
  },
});

/** Word files of any origin: checked, and made drafts of. */
export const wordFileRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(check, async (c) => {
    const brought = await broughtBy(c, c.req.valid('json').uploadId);
    return c.json(toCheckResponse(await checkWordFile(deps, c.var.actor, brought)), 200);
  });
  app.openapi(importFile, async (c) => {
    const brought = await broughtBy(c, c.req.valid('json').uploadId);
    return c.json(toImportResponse(await importWordFile(deps, c.var.actor, brought)), 200);
  });
  return app;
};
