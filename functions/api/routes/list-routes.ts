import { createRoute, z } from '@hono/zod-openapi';
import { XLSX } from '#base/content-types.ts';
import { about } from '#document/schemas/about.ts';
import { importReportResponse, toImportReportResponse } from '#present/responses/import-report.ts';
import { scanMatchesResponse, toScannedDocument } from '#present/responses/scan-matches.ts';
import { importOlderBook, MAX_IMPORT_BYTES } from '#usecases/bring-in/import-older-book.ts';
import { matchScans } from '#usecases/bring-in/match-scans.ts';
import { signedIn } from '../http/access.ts';
import { etagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { bringInListBody, matchScansBody, toMappedSheet } from '../requests/bring-in-schemas.ts';
import { noQuery } from '../requests/parameters.ts';

const bringIn = createRoute({
  method: 'post',
  path: '/brought-in/list',
  summary: 'Nhập sổ cũ từ bảng Excel (cột như Phụ lục IV); “check” chỉ kiểm tra. Làm lại không nhập trùng.',
  ...signedIn({ maxBytes: MAX_IMPORT_BYTES }),
  request: {
    query: z.strictObject({
      check: z.enum(['true', 'false']).optional().meta(about('Chỉ kiểm tra, không nhập.', 'true')),
      copies: z
        .enum(['true', 'false'])
        .optional()
        .meta(about('Số đứng hai lần trong bảng là số đã cấp trùng thật: nhập cả hai.', 'true')),
    }),
    // One of the two has to be there; the library would ask for JSON beside the file.
    body: {
      required: false,
      content: {
        [XLSX]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) },
        'application/json': { schema: bringInListBody },
      },
    },
  },
  responses: { 200: json('Kết quả từng dòng, mọi lỗi của dòng một lần.', importReportResponse), ...problemResponse },
});

const match = createRoute({
  method: 'post',
  path: '/brought-in/scans/match',
  summary: 'Bản quét nào của văn bản nào trong sổ cũ: theo tên tệp hoặc số gõ vào; không ghi gì',
  ...signedIn(),
  request: { query: noQuery, body: jsonBody(matchScansBody) },
  responses: { 200: json('Theo thứ tự tên gửi lên.', scanMatchesResponse), ...problemResponse },
});

/** Bringing in an older book. */
export const listRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(bringIn, async (c) => {
    const { uploadId, fixes, columns } = c.req.valid('json');
    const isNamedXlsx = (c.req.header('content-type') ?? '').toLowerCase().startsWith(XLSX);
    // What is not called an .xlsx is none: the use case says so, after the right was checked.
    const bytes = isNamedXlsx ? new Uint8Array(await c.req.arrayBuffer()) : new Uint8Array();
    const { check, copies } = c.req.valid('query');
    const options = {
      checkOnly: check === 'true',
      keepsCopies: copies === 'true',
      fixes,
      mapped: columns?.map(toMappedSheet),
    };
    const source = uploadId === undefined ? { bytes } : { uploadId };
    return c.json(toImportReportResponse(await importOlderBook(deps, c.var.actor, { ...source, ...options })), 200);
  });
  app.openapi(match, async (c) => {
    const matches = await matchScans(deps, c.var.actor, c.req.valid('json'));
    return c.json(
      {
        items: matches.map(({ name, outcome, documents }) => ({
          name,
          outcome,
          documents: documents.map((found) => toScannedDocument(found, etagOf(found.document))),
        })),
      },
      200,
    );
  });
  return app;
};
