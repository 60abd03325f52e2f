import { createRoute, z } from '@hono/zod-openapi';
import { getOffice, putOffice } from '#usecases/organs/office.ts';
import { ifRevisionMatches, signedIn } from '../http/access.ts';
import { profileEtagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { noQuery } from '../requests/parameters.ts';
import { officeBody, officeWay } from './office-body.ts';

const officeView = z
  .object({
    ...officeWay,
    rev: z.number().optional(),
    updatedBy: z.string().optional(),
    updatedAt: z.string().optional(),
  })
  .openapi('Office');

const get = createRoute({
  method: 'get',
  path: '/office',
  summary: 'Cách làm việc của cơ quan mình; chưa đặt gì thì như số đông, không có “rev”',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: json('Cách làm việc.', officeView), ...problemResponse },
});

const put = createRoute({
  method: 'put',
  path: '/office',
  summary: 'Đặt cách làm việc của cơ quan (If-None-Match: * cho lần đầu, If-Match để sửa)',
  ...ifRevisionMatches('lần đặt đầu tiên'),
  request: { query: noQuery, body: jsonBody(officeBody) },
  responses: { 200: json('Cách làm việc như vừa ghi.', officeView), ...problemResponse },
});

/** Routes of an office's own settings. */
export const officeRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(get, async (c) => c.json(officeView.parse(await getOffice(deps, c.var.actor)), 200));
  app.openapi(put, async (c) => {
    const { rev } = c.var;
    const office = await putOffice(deps, c.var.actor, { way: c.req.valid('json'), rev });
    return c.json(officeView.parse(office), 200, { ETag: profileEtagOf(office) });
  });
  return app;
};
