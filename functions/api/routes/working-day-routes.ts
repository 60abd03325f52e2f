import { createRoute, z } from '@hono/zod-openapi';
import { XLSX } from '#base/content-types.ts';
import { about } from '#document/schemas/about.ts';
import { isoDate } from '#document/schemas/text.schema.ts';
import { MAX_IMPORT_BYTES } from '#usecases/bring-in/import-older-book.ts';
import { getWorkingDays, putWorkingDays } from '#usecases/organs/working-days.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { ifRevisionMatches, signedIn } from '../http/access.ts';
import { profileEtagOf } from '../http/etag.ts';
import { json, newApp, problemResponse, type Routes } from '../http/route.ts';
import { noQuery, yearQuery } from '../requests/parameters.ts';

const days = z.array(isoDate).max(366);
const daysBody = z
  .strictObject({
    off: days.meta(about('Ngày nghỉ lễ, nghỉ bù.', ['2026-09-02'])),
    makeUp: days.meta(about('Thứ Bảy, Chủ nhật làm bù.', ['2026-08-22'])),
  })
  .openapi('PutWorkingDays');
const daysView = z
  .object({
    year: z.number(),
    off: z.array(z.string()),
    makeUp: z.array(z.string()),
    rev: z.number(),
    updatedBy: z.string(),
    updatedAt: z.string(),
  })
  .openapi('WorkingDays');

const get = createRoute({
  method: 'get',
  path: '/working-days/{year}',
  summary: 'Ngày nghỉ, ngày làm bù của một năm; không có danh sách thì chỉ nghỉ thứ Bảy, Chủ nhật (404)',
  ...signedIn({ answersEtag: true }),
  request: { params: yearQuery, query: noQuery },
  responses: { 200: json('Danh sách của năm.', daysView), ...problemResponse },
});

const put = createRoute({
  method: 'put',
  path: '/working-days/{year}',
  summary: 'Ghi danh sách ngày của một năm, JSON hoặc bảng Excel: cột ngày, cột “nghỉ” hoặc “làm bù”',
  ...ifRevisionMatches('năm chưa có danh sách', { maxBytes: MAX_IMPORT_BYTES }),
  request: {
    params: yearQuery,
    query: noQuery,
    // One of the two has to be there; the library would ask for JSON beside the file.
    body: {
      required: false,
      content: {
        [XLSX]: { schema: z.any().openapi({ type: 'string', format: 'binary' }) },
        'application/json': { schema: daysBody },
      },
    },
  },
  responses: { 200: json('Danh sách như vừa ghi.', daysView), ...problemResponse },
});

/** On which days of a year the office works otherwise than by the week. */
export const workingDayRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(get, async (c) => {
    const item = await getWorkingDays(deps, c.var.actor, c.req.valid('param').year);
    if (!item) throw new UseCaseError('not-found');
    return c.json(daysView.parse(item), 200, { ETag: profileEtagOf(item) });
  });
  app.openapi(put, async (c) => {
    const { rev } = c.var;
    const { year } = c.req.valid('param');
    const isXlsx = (c.req.header('content-type') ?? '').toLowerCase().startsWith(XLSX);
    const days = isXlsx ? { bytes: new Uint8Array(await c.req.arrayBuffer()) } : c.req.valid('json');
    const item = await putWorkingDays(deps, c.var.actor, { year, rev, days });
    return c.json(daysView.parse(item), 200, { ETag: profileEtagOf(item) });
  });
  return app;
};
