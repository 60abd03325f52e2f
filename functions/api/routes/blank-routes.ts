import { createRoute, z } from '@hono/zod-openapi';
import { blankResponse, toBlankResponse } from '#present/responses/blank-response.ts';
import { bringInBlank, dropBlank, listBlanks } from '#usecases/bring-in/bring-in-blank.ts';
import { signedIn } from '../http/access.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { blankBody, dropBlankBody } from '../requests/blank-schemas.ts';
import { noQuery, seriesParam } from '../requests/parameters.ts';

const request = { params: seriesParam, query: noQuery } as const;

const list = createRoute({
  method: 'get',
  path: '/series/{year}/{series}/blanks',
  summary: 'Các số không có văn bản ở đây: bị hủy, bỏ trống, của văn bản mật',
  ...signedIn(),
  request,
  responses: { 200: json('Theo thứ tự số.', z.object({ items: z.array(blankResponse) })), ...problemResponse },
});

const bringIn = createRoute({
  method: 'post',
  path: '/series/{year}/{series}/blanks',
  summary:
    'Ghi một số không có văn bản (bị hủy, bỏ trống, của văn bản mật): của sổ cũ, hoặc của sổ lấy số ở hệ thống khác. Gọi lại không ghi lần nữa.',
  ...signedIn(),
  request: { ...request, body: jsonBody(blankBody) },
  responses: { 201: json('Số không có văn bản.', blankResponse), ...problemResponse },
});

const drop = createRoute({
  method: 'post',
  path: '/series/{year}/{series}/blanks/drop',
  summary: 'Bỏ ghi chú bị hủy, bỏ trống của một số có văn bản, kèm lý do, đến khi khóa sổ năm ấy',
  ...signedIn(),
  request: { ...request, body: jsonBody(dropBlankBody) },
  responses: { 200: json('Số đã để trả lại cho văn bản của nó.', blankResponse), ...problemResponse },
});

/** Numbers of older books without a document. */
export const blankRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(list, async (c) => {
    const items = await listBlanks(deps, c.var.actor, c.req.valid('param'));
    return c.json({ items: items.map(toBlankResponse) }, 200);
  });
  app.openapi(bringIn, async (c) => {
    const input = { ...c.req.valid('param'), ...withoutUndefined(c.req.valid('json')) };
    return c.json(toBlankResponse(await bringInBlank(deps, c.var.actor, input)), 201);
  });
  app.openapi(drop, async (c) => {
    const input = { ...c.req.valid('param'), ...withoutUndefined(c.req.valid('json')) };
    return c.json(toBlankResponse(await dropBlank(deps, c.var.actor, input)), 200);
  });
  return app;
};

/** A body's suffix, present only where it was sent. */
function withoutUndefined<T extends { readonly codeSuffix?: string | undefined }>({ codeSuffix, ...rest }: T) {
  return { ...rest, ...(codeSuffix !== undefined && { codeSuffix }) };
}
