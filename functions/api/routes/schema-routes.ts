import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { jsonSchemaOf, SCHEMA_NAMES } from '#present/schemas/json-schemas.ts';
import { open } from '../http/access.ts';
import { type App, json, newApp, problemResponse } from '../http/route.ts';

const route = createRoute({
  method: 'get',
  path: '/schemas/{name}',
  summary: 'JSON Schema của dữ liệu',
  ...open(),
  request: { params: z.object({ name: z.enum(SCHEMA_NAMES).meta(about('Tên loại dữ liệu.', 'KeHoach')) }) },
  responses: { 200: json('JSON Schema 2020-12.', z.record(z.string(), z.unknown())), ...problemResponse },
});

const health = createRoute({
  method: 'get',
  path: '/healthz',
  summary: 'Máy chủ có đang trả lời không',
  ...open(),
  responses: {
    200: json('Đang trả lời.', z.object({ status: z.literal('ok') })),
    429: { ...problemResponse.default, description: 'Trên AWS: hỏi quá nhiều lần trong một giây.' },
    ...problemResponse,
  },
});

/** The contract of what is sent as data, and whether the server answers. */
export function schemaRoutes(): App {
  const app = newApp();
  app.openapi(health, (c) => c.json({ status: 'ok' as const }, 200));
  app.openapi(route, (c) => c.json({ ...jsonSchemaOf(c.req.valid('param').name) }, 200));
  return app;
}
