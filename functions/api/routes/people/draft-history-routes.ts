import { createRoute, z } from '@hono/zod-openapi';
import {
  presenceResponse,
  saveResponse,
  toSaveResponse,
  walkResponse,
} from '#present/responses/collaboration-response.ts';
import { signPresence } from '#usecases/collaboration/presence.ts';
import { getSave, listSaves } from '#usecases/collaboration/saves.ts';
import { keepWalk, readWalk } from '#usecases/collaboration/walk.ts';
import { signedIn } from '../../http/access.ts';
import { json, jsonBody, newApp, optionalBody, problemResponse, type Routes } from '../../http/route.ts';
import { presenceBody, walkBody } from '../../requests/draft-bodies.ts';
import { docIdParam, noQuery, saveParam } from '../../requests/parameters.ts';

const request = { params: docIdParam, query: noQuery } as const;

const presence = createRoute({
  method: 'post',
  path: '/documents/{docId}/presence',
  summary: 'Báo tôi đang mở văn bản (mỗi phút một lần) và hỏi còn ai đang mở, từ lúc nào; không khóa gì',
  ...signedIn(),
  request: { ...request, body: optionalBody(presenceBody) },
  responses: { 200: json('Những người khác đang mở.', presenceResponse), ...problemResponse },
});

const saves = createRoute({
  method: 'get',
  path: '/documents/{docId}/saves',
  summary: 'Các lần lưu bản thảo còn giữ, mới nhất trước',
  ...signedIn(),
  request,
  responses: { 200: json('Các lần lưu.', z.object({ items: z.array(saveResponse) })), ...problemResponse },
});

const save = createRoute({
  method: 'get',
  path: '/documents/{docId}/saves/{rev}',
  summary: 'Dữ liệu văn bản sau một lần lưu',
  ...signedIn(),
  request: { params: saveParam, query: noQuery },
  responses: {
    200: json('Lần lưu, kèm dữ liệu.', z.object({ save: saveResponse, data: z.unknown() })),
    ...problemResponse,
  },
});

const walk = createRoute({
  method: 'get',
  path: '/documents/{docId}/walk',
  summary: 'Những chỗ của văn bản cũ mà tôi đã xem lại trong bản thảo',
  ...signedIn(),
  request,
  responses: { 200: json('Những chỗ đã xem.', walkResponse), ...problemResponse },
});

const walked = createRoute({
  method: 'put',
  path: '/documents/{docId}/walk',
  summary: 'Ghi những chỗ của văn bản cũ mà tôi đã xem lại, thay cho lần ghi trước',
  ...signedIn(),
  request: { ...request, body: jsonBody(walkBody) },
  responses: { 200: json('Những chỗ đã xem.', walkResponse), ...problemResponse },
});

/** Routes of a draft's open editors, its earlier saves and walks through it. */
export const draftHistoryRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(presence, async (c) => {
    const { hasLeft } = c.req.valid('json');
    const others = await signPresence(deps, c.var.actor, { ...c.req.valid('param'), hasLeft });
    return c.json({ others }, 200);
  });
  app.openapi(walk, async (c) => {
    return c.json({ looked: [...(await readWalk(deps, c.var.actor, c.req.valid('param').docId))] }, 200);
  });
  app.openapi(walked, async (c) => {
    const input = { ...c.req.valid('param'), ...c.req.valid('json') };
    return c.json({ looked: [...(await keepWalk(deps, c.var.actor, input))] }, 200);
  });
  app.openapi(saves, async (c) => {
    const found = await listSaves(deps, c.var.actor, c.req.valid('param').docId);
    return c.json({ items: found.map(toSaveResponse) }, 200);
  });
  app.openapi(save, async (c) => {
    const found = await getSave(deps, c.var.actor, c.req.valid('param'));
    return c.json({ save: toSaveResponse(found.save), data: found.data }, 200);
  });
  return app;
};
