import { createRoute, z } from '@hono/zod-openapi';
import { DOCX, XLSX } from '#base/content-types.ts';
import { about } from '#document/schemas/about.ts';
import { bookLinesResponse } from '#present/responses/book-lines-response.ts';
import { listBook } from '#usecases/book/list-book.ts';
import { printBook } from '#usecases/book/print-book.ts';
import { signedIn } from '../http/access.ts';
import { attachmentHeaders, bodyOf } from '../http/attachment.ts';
import { periodFields, periodOf } from '../http/period-query.ts';
import { json, newApp, problemResponse, type Routes } from '../http/route.ts';
import { seriesName } from '../requests/parameters.ts';

const binary = { schema: z.any().openapi({ type: 'string', format: 'binary' }) } as const;

const book = createRoute({
  method: 'get',
  path: '/book',
  summary: 'Sổ đăng ký văn bản đi (Phụ lục IV) của một năm hoặc khoảng ngày, .xlsx hoặc .docx',
  ...signedIn(),
  request: {
    query: z.strictObject({
      ...periodFields,
      series: seriesName.optional().meta(about('Chỉ sổ này.', 'ke-hoach')),
      volume: z.coerce.number().int().min(1).max(9999).optional().meta(about('Quyển số, in ở bìa.', 1)),
      format: z.enum(['xlsx', 'docx']).meta(about('Loại tệp.', 'xlsx')),
    }),
  },
  responses: {
    200: {
      description: 'Tệp sổ, mỗi sổ số một quyển.',
      content: {
        [XLSX]: binary,
        [DOCX]: binary,
      },
    },
    ...problemResponse,
  },
});

/** Lines of a volume that an answer has without being asked for more. */
const USUAL_LINES = 500;

const lines = createRoute({
  method: 'get',
  path: '/book/lines',
  summary: 'Sổ đăng ký văn bản đi như khi in (Phụ lục IV), để xem: mỗi sổ các dòng cuối',
  ...signedIn(),
  request: {
    query: z.strictObject({
      ...periodFields,
      series: seriesName.optional().meta(about('Chỉ sổ này.', 'ke-hoach')),
      limit: z.coerce
        .number()
        .int()
        .min(1)
        .max(2_000)
        .default(USUAL_LINES)
        .meta(about('Số dòng cuối của mỗi sổ.', 500)),
    }),
  },
  responses: { 200: json('Các sổ.', bookLinesResponse), ...problemResponse },
});

/** The book, to print and bind, and to look at. */
export const bookRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(book, async (c) => {
    const { series, volume, format, ...period } = c.req.valid('query');
    const request = { period: periodOf(period), series, volumeNumber: volume, format };
    const file = await printBook(deps, c.var.actor, request);
    return c.body(bodyOf(file.bytes), 200, attachmentHeaders(file, file.bytes));
  });
  app.openapi(lines, async (c) => {
    const { series, limit, ...period } = c.req.valid('query');
    return c.json(await listBook(deps, c.var.actor, { period: periodOf(period), series, limit }), 200);
  });
  return app;
};
