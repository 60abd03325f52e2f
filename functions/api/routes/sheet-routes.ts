import { createRoute, z } from '@hono/zod-openapi';
import { XLSX } from '#base/content-types.ts';
import { MAX_IMPORT_BYTES } from '#usecases/bring-in/import-older-book.ts';
import { readSheets } from '#usecases/word-files/read-sheets.ts';
import { signedIn } from '../http/access.ts';
import { json, newApp, problemResponse, type Routes } from '../http/route.ts';
import { noQuery } from '../requests/parameters.ts';

const cell = z.object({ text: z.string(), rowSpan: z.number(), colSpan: z.number() });
const answer = z
  .object({ sheets: z.array(z.object({ name: z.string(), rows: z.array(z.array(cell)) })) })
  .openapi('TextSheets');

const read = createRoute({
  method: 'post',
  path: '/sheets',
  summary: 'Đọc một tệp Excel thành chữ, để đưa vào bảng của dự thảo; không lưu tệp',
  ...signedIn({ maxBytes: MAX_IMPORT_BYTES, body: 'bytes' }),
  request: {
    query: noQuery,
    body: {
      required: true,
      content: { [XLSX]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) } },
    },
  },
  responses: { 200: json('Các trang tính có chữ, ô gộp kèm số dòng và cột nó chiếm.', answer), ...problemResponse },
});

/** Route of spreadsheets that go into a table of a draft. */
export const sheetRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(read, async (c) => {
    const bytes = new Uint8Array(await c.req.arrayBuffer());
    return c.json(answer.parse({ sheets: await readSheets(deps, c.var.actor, bytes) }), 200);
  });
  return app;
};
