import { createRoute, z } from '@hono/zod-openapi';
import { DOCX, XLSX } from '#base/content-types.ts';
import { about } from '#document/schemas/about.ts';
import { printBook } from '#usecases/book/print-book.ts';
import { signedIn } from '../http/access.ts';
import { attachmentHeaders, bodyOf } from '../http/attachment.ts';
import { periodFields, periodOf } from '../http/period-query.ts';
import { newApp, problemResponse, type Routes } from '../http/route.ts';
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

/** The book, to print and bind. */
export const bookRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(book, async (c) => {
    const { series, volume, format, ...period } = c.req.valid('query');
    const request = { period: periodOf(period), series, volumeNumber: volume, format };
    const file = await printBook(deps, c.var.actor, request);
    return c.body(bodyOf(file.bytes), 200, attachmentHeaders(file, file.bytes));
  });
  return app;
};
