import { createRoute, z } from '@hono/zod-openapi';
import { requestFinding } from '#present/findings/request-findings.ts';
import { HttpError } from '#present/problems/http-error.ts';
import { profileResponse, toProfileResponse } from '#present/responses/profile-response.ts';
import { listProfiles } from '#usecases/organs/list-profiles.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import { ifRevisionMatches, signedIn } from '../http/access.ts';
import { profileEtagOf } from '../http/etag.ts';
import { json, jsonBody, newApp, problemResponse, type Routes } from '../http/route.ts';
import { noQuery, validFromParam } from '../requests/parameters.ts';

const list = createRoute({
  method: 'get',
  path: '/profiles',
  summary: 'Hồ sơ của cơ quan mình, cũ nhất trước',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: json('Các hồ sơ.', z.object({ items: z.array(profileResponse) })), ...problemResponse },
});

const put = createRoute({
  method: 'put',
  path: '/profiles/{validFrom}',
  summary: 'Ghi hồ sơ cơ quan từ một ngày (If-None-Match: * cho hồ sơ mới, If-Match để sửa)',
  ...ifRevisionMatches('hồ sơ mới, chưa có hồ sơ nào từ ngày này'),
  request: {
    params: validFromParam,
    query: noQuery,
    body: jsonBody(
      z.record(z.string(), z.unknown()).openapi({ oneOf: [{ $ref: '#/components/schemas/OrganProfile' }] }),
    ),
  },
  responses: { 200: json('Hồ sơ đã ghi.', profileResponse), ...problemResponse },
});

/** Profiles of the organ. */
export const profileRoutes: Routes = (deps) => {
  const app = newApp();
  app.openapi(list, async (c) => {
    const items = await listProfiles(deps, c.var.actor);
    return c.json({ items: items.map(toProfileResponse) }, 200);
  });
  app.openapi(put, async (c) => {
    const { rev } = c.var;
    const { validFrom } = c.req.valid('param');
    const profile = c.req.valid('json');
    if (profile['validFrom'] !== validFrom) {
      const finding = requestFinding({
        code: 'INVALID_VALUE',
        pointer: ['validFrom'],
        params: { allowed: `${validFrom}, như trong đường dẫn` },
      });
      throw new HttpError('bad-request', { findings: [finding] });
    }
    const item = await putProfile(deps, c.var.actor, { profile, rev });
    return c.json(toProfileResponse(item), 200, { ETag: profileEtagOf(item) });
  });
  return app;
};
