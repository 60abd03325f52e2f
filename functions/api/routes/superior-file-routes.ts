import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate, lineOf } from '#document/schemas/text.schema.ts';
import { superiorChangeResponse } from '#present/responses/superior-change-response.ts';
import {
  planFromFileResponse,
  superiorFileResponse,
  toPlanFromFileResponse,
  toSuperiorFileResponse,
} from '#present/responses/superior-file-response.ts';
import { MAX_PDF_BYTES } from '#usecases/uploads/pdf.ts';
import { compareWithSuperiorFile, planFromSuperiorFile } from '#usecases/word-files/plan-from-superior-file.ts';
import { readSuperiorFile, superiorFileOf } from '#usecases/word-files/read-superior-file.ts';
import { signedIn } from '../http/access.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { docIdParam, noQuery } from '../requests/parameters.ts';
import { sidesByPart, uploadId } from '../requests/request-fields.ts';

const unitCode = z
  .string()
  .regex(/^\d{5}$/)
  .meta(about('Mã đơn vị hành chính cấp xã.', '25326'));

/** Answer of `POST /superior-files` with its decisions changed; the use case checks its shape. */
const readFile = (description: string) =>
  z.record(z.string(), z.unknown()).meta(
    about(description, {
      schema: 'TepCapTren@1',
      file: { name: 'ke-hoach-tinh.docx', sha256: '0'.repeat(64) },
      superior: { provinceCode: '75', docId: 'ke-hoach-51', code: '51/KH-UBND', issuedDate: '2026-01-30' },
      plan: {},
      decisions: { 'phan-1': 'down' },
    }),
  );

const readBody = z
  .strictObject({
    uploadId,
    name: lineOf(300).meta(about('Tên tệp.', 'ke-hoach-tinh.docx')),
    provinceCode: z
      .string()
      .regex(/^\d{2}$/)
      .meta(about('Mã tỉnh, thành phố của cấp trên.', '75')),
    code: lineOf(60).optional().meta(about('Số, ký hiệu, khi tệp không ghi.', '51/KH-UBND')),
    issuedDate: isoDate.optional().meta(about('Ngày ban hành, khi tệp không ghi.', '2026-01-30')),
    before: readFile('Bản trước đã đọc, khi cấp trên gửi bản sửa.').optional(),
  })
  .openapi('ReadSuperiorFile');

const read = createRoute({
  method: 'post',
  path: '/superior-files',
  summary: 'Đọc kế hoạch của cấp trên từ tệp Word đã tải lên: từng phần, đề xuất phần nào giao cho đơn vị; không lưu',
  ...signedIn({ maxBytes: MAX_PDF_BYTES }),
  request: { query: noQuery, body: jsonBody(readBody) },
  responses: { 200: json('Các phần, đề xuất, và đối chiếu với bản trước.', superiorFileResponse), ...problemResponse },
});

const make = createRoute({
  method: 'post',
  path: '/superior-files/plan',
  summary: 'Lập dữ liệu kế hoạch của đơn vị từ các phần đã quyết định lấy; gửi tiếp bằng POST /documents',
  ...signedIn({ maxBytes: MAX_PDF_BYTES }),
  request: {
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({ file: readFile('Kế hoạch cấp trên đã đọc, mọi phần đã quyết.'), unitCode })
        .openapi('PlanFromSuperiorFile'),
    ),
  },
  responses: { 200: json('Dữ liệu kế hoạch, hoặc những phần chưa quyết.', planFromFileResponse), ...problemResponse },
});

const compare = createRoute({
  method: 'post',
  path: '/documents/{docId}/superior-file-changes',
  summary:
    'So sánh ba bên khi cấp trên gửi tệp sửa: cấp trên sửa gì, đơn vị đã sửa gì, kết quả sẽ thế nào khi lấy các bên đã chọn; không ghi',
  ...signedIn({ maxBytes: MAX_PDF_BYTES }),
  request: {
    params: docIdParam,
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({
          before: readFile('Bản mà kế hoạch của đơn vị lập theo.'),
          after: readFile('Bản cấp trên đã sửa.'),
          decisions: sidesByPart,
        })
        .openapi('CompareSuperiorFiles'),
    ),
  },
  responses: {
    200: json(
      'Từng phần khác nhau, và kế hoạch sau khi ghép.',
      z.object({
        changes: z.array(superiorChangeResponse),
        result: z.unknown(),
        undecided: z.array(z.object({ id: z.string(), text: z.string() })),
      }),
    ),
    ...problemResponse,
  },
});

/** A superior's Word file: read, decided part by part, made the unit's plan, compared with an amended one. */
export const superiorFileRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(read, async (c) => {
    const { uploadId: brought, name, provinceCode, code, issuedDate, before } = c.req.valid('json');
    const said = { ...(code === undefined ? {} : { code }), ...(issuedDate === undefined ? {} : { issuedDate }) };
    const input = { name, provinceCode, said, before: before === undefined ? null : superiorFileOf(before) };
    return c.json(toSuperiorFileResponse(await readSuperiorFile(deps, c.var.actor, { uploadId: brought }, input)), 200);
  });
  app.openapi(make, async (c) => {
    const { file, unitCode: code } = c.req.valid('json');
    const made = await planFromSuperiorFile(deps, c.var.actor, { file: superiorFileOf(file), unitCode: code });
    return c.json(toPlanFromFileResponse(made), 200);
  });
  app.openapi(compare, async (c) => {
    const { docId } = c.req.valid('param');
    const { before, after, decisions = {} } = c.req.valid('json');
    const files = { before: superiorFileOf(before), after: superiorFileOf(after) };
    const input = { docId, ...files, decisions: new Map(Object.entries(decisions)) };
    const { changes, result, undecided } = await compareWithSuperiorFile(deps, c.var.actor, input);
    return c.json({ changes: [...changes], result, undecided: [...undecided] }, 200);
  });
  return app;
};
