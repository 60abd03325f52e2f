import { createRoute, z } from '@hono/zod-openapi';
import { documentResponse, toDocumentResponse } from '#present/responses/document-response.ts';
import {
  closingResponse,
  seriesResponse,
  toClosingResponse,
  toSeriesResponse,
} from '#present/responses/series-response.ts';
import { lastNumbersToCompare } from '#usecases/book/last-numbers.ts';
import { countYear } from '#usecases/book/statistics.ts';
import { closeYear, listYearSeries, openSeries } from '#usecases/book/year-series.ts';
import { listReminders } from '#usecases/drafting/list-reminders.ts';
import { signedIn } from '../http/access.ts';
import { json, jsonBody, newApp, optionalBody, problemResponse, type Routes } from '../http/route.ts';
import { noQuery, seriesParam, startBody, yearQuery } from '../requests/parameters.ts';
import { emptyBody } from '../requests/request-fields.ts';

const list = createRoute({
  method: 'get',
  path: '/series',
  summary: 'Các sổ của cơ quan trong một năm: loại văn bản, số bắt đầu, số cuối, đã khóa hay chưa',
  ...signedIn(),
  request: { query: yearQuery },
  responses: { 200: json('Các sổ.', z.object({ items: z.array(seriesResponse) })), ...problemResponse },
});

const start = createRoute({
  method: 'put',
  path: '/series/{year}/{series}',
  summary: 'Đặt số bắt đầu của một sổ; đổi được cho đến khi cấp số đầu tiên',
  ...signedIn(),
  request: { params: seriesParam, query: noQuery, body: jsonBody(startBody) },
  responses: { 200: json('Số bắt đầu.', startBody), ...problemResponse },
});

const close = createRoute({
  method: 'post',
  path: '/series/{year}/{series}/close',
  summary: 'Khóa sổ một năm đã qua: tổng số và mã băm của mọi dòng, lưu một lần',
  ...signedIn(),
  request: { params: seriesParam, query: noQuery, body: optionalBody(emptyBody) },
  responses: { 200: json('Sổ đã khóa.', closingResponse), ...problemResponse },
});

const statistics = createRoute({
  method: 'get',
  path: '/statistics',
  summary: 'Số văn bản của một năm theo loại, tháng, đơn vị, người soạn',
  ...signedIn(),
  request: { query: yearQuery },
  responses: {
    200: json(
      'Các số đếm.',
      z.object({
        year: z.number(),
        total: z.number(),
        byType: z.record(z.string(), z.number()),
        byMonth: z.array(z.number()).readonly(),
        byUnit: z.record(z.string(), z.number()),
        byDrafter: z
          .record(z.string(), z.number())
          .describe('Theo mã người soạn; trống: không rõ, như văn bản nhập từ sổ cũ.'),
        blanks: z
          .object({ cancelled: z.number(), empty: z.number(), secret: z.number() })
          .describe('Số của sổ cũ bị hủy, bỏ trống, của văn bản mật: không có văn bản, không tính vào tổng số.'),
      }),
    ),
    ...problemResponse,
  },
});

const documents = z.array(documentResponse);
const reminders = createRoute({
  method: 'get',
  path: '/reminders',
  summary:
    'Việc đang chờ mình: cấp số dở dang, chờ kiểm tra, chờ duyệt, chờ ban hành, bị trả lại, kế hoạch cấp trên giao',
  ...signedIn(),
  request: { query: noQuery },
  responses: {
    200: json(
      'Chờ lâu nhất trước.',
      z.object({
        unfinished: documents,
        toCheck: documents,
        toApprove: documents,
        toIssue: documents,
        toSend: documents,
        returned: documents,
        cameDown: documents,
        lastNumbers: z
          .array(z.object({ year: z.number(), series: z.string(), seq: z.number(), issuedDate: z.string() }))
          .describe(
            'Số cuối của từng sổ chưa cấp số trong ngày, để văn thư so với sổ giấy; trống khi dấu số cuối được ghi cả ra ngoài máy.',
          ),
      }),
    ),
    ...problemResponse,
  },
});

/** Series by year, their closing, what was counted and what waits. */
export const seriesRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(list, async (c) => {
    const items = await listYearSeries(deps, c.var.actor, c.req.valid('query'));
    return c.json({ items: items.map(toSeriesResponse) }, 200);
  });
  app.openapi(start, async (c) => {
    const counter = await openSeries(deps, c.var.actor, { ...c.req.valid('param'), ...c.req.valid('json') });
    return c.json({ start: counter.start }, 200);
  });
  app.openapi(close, async (c) => {
    return c.json(toClosingResponse(await closeYear(deps, c.var.actor, c.req.valid('param'))), 200);
  });
  app.openapi(statistics, async (c) => c.json(await countYear(deps, c.var.actor, c.req.valid('query')), 200));
  app.openapi(reminders, async (c) => {
    const { unfinished, toCheck, toApprove, toIssue, toSend, returned, cameDown } = await listReminders(
      deps,
      c.var.actor,
    );
    return c.json(
      {
        unfinished: unfinished.map(toDocumentResponse),
        toCheck: toCheck.map(toDocumentResponse),
        toApprove: toApprove.map(toDocumentResponse),
        toSend: toSend.map(toDocumentResponse),
        toIssue: toIssue.map(toDocumentResponse),
        returned: returned.map(toDocumentResponse),
        cameDown: cameDown.map(toDocumentResponse),
        lastNumbers: await lastNumbersToCompare(deps, c.var.actor),
      },
      200,
    );
  });
  return app;
};
