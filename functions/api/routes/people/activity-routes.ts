import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { isoDate, stableId } from '#document/schemas/text.schema.ts';
import { pageFields } from '#present/requests/search-query.ts';
import { activityResponse, toActivityResponse } from '#present/responses/history-response.ts';
import { listActivity } from '#usecases/drafting/list-activity.ts';
import { signedIn } from '../../http/access.ts';
import { json, newApp, problemResponse, type Routes } from '../../http/route.ts';

const activity = createRoute({
  method: 'get',
  path: '/activity',
  summary: 'Ai đã làm gì trong cơ quan, theo ngày và theo người; trang có thể rỗng mà vẫn còn trang sau',
  ...signedIn(),
  request: {
    query: z.strictObject({
      from: isoDate.meta(about('Từ ngày.', '2026-03-16')),
      to: isoDate.meta(about('Đến ngày, kể cả ngày ấy.', '2026-03-16')),
      staffId: stableId.optional().meta(about('Chỉ việc của người này.', 'nguyen-van-an')),
      cursor: pageFields.cursor,
    }),
  },
  responses: {
    200: json('Một trang.', z.object({ items: z.array(activityResponse), cursor: z.string().optional() })),
    ...problemResponse,
  },
});

/** Routes to acts over the whole office, for its admins. */
export const activityRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(activity, async (c) => {
    const { items, cursor } = await listActivity(deps, c.var.actor, c.req.valid('query'));
    return c.json({ items: items.map(toActivityResponse), ...(cursor !== undefined && { cursor }) }, 200);
  });
  return app;
};
