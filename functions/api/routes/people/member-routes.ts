import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { line, stableId } from '#document/schemas/text.schema.ts';
import type { Member } from '#register/organs/members.schema.ts';
import { role } from '#usecases/actor.ts';
import type { GuestDeps } from '#usecases/organs/guests.ts';
import { listMembers } from '#usecases/organs/list-members.ts';
import { listPeople } from '#usecases/organs/list-people.ts';
import { putMember } from '#usecases/organs/put-member.ts';
import { ifRevisionMatches, signedIn } from '../../http/access.ts';
import { profileEtagOf } from '../../http/etag.ts';
import { type App, json, jsonBody, newApp, problemResponse } from '../../http/route.ts';
import { noQuery } from '../../requests/parameters.ts';
import { personName, signInName } from '../../requests/request-fields.ts';

const roles = z.array(role).min(1).max(role.options.length);
const change = z.object({
  rev: z.number(),
  name: z.string(),
  email: z.string().optional(),
  unit: z.string().optional(),
  roles,
  active: z.boolean(),
  by: z.string(),
  at: z.string(),
});
const memberView = z
  .object({
    staffId: z.string(),
    username: z.string(),
    name: z.string(),
    email: z.string().optional(),
    unit: z.string().optional(),
    roles,
    active: z.boolean(),
    rev: z.number(),
    updatedBy: z.string(),
    updatedAt: z.string(),
    changes: z.array(change),
  })
  .openapi('Member');
const memberBody = z
  .strictObject({
    username: signInName,
    name: personName,
    roles: roles.meta(about('Vai trò.', ['drafter'])),
    email: z
      .email()
      .max(254)
      .nullable()
      .optional()
      .meta(about('Thư điện tử để báo việc; không ghi: giữ như cũ; null: thôi báo.', 'an@dongnai.gov.vn', null)),
    unit: line
      .max(20)
      .nullable()
      .optional()
      .meta(
        about('Viết tắt của đơn vị như ở Thông tin cơ quan; không ghi: giữ như cũ; null: của cả cơ quan.', 'TH', null),
      ),
    active: z.boolean().meta(about('Còn làm việc hay đã thôi.', true)),
  })
  .openapi('PutMember');

const list = createRoute({
  method: 'get',
  path: '/members',
  summary: 'Thành viên của cơ quan mình, cả người đã thôi, kèm mọi lần thay đổi',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: json('Các thành viên.', z.object({ items: z.array(memberView) })), ...problemResponse },
});

const personView = z
  .object({ staffId: z.string(), name: z.string(), unit: z.string().optional(), roles, active: z.boolean() })
  .openapi('PersonOfOrgan');

const people = createRoute({
  method: 'get',
  path: '/people',
  summary: 'Tên và vai trò của mọi người trong cơ quan mình, cả người đã thôi',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: json('Mọi người.', z.object({ items: z.array(personView) })), ...problemResponse },
});

const put = createRoute({
  method: 'put',
  path: '/members/{staffId}',
  summary: 'Thêm thành viên (If-None-Match: *), đổi vai trò hoặc cho thôi (If-Match). Mật khẩu không đặt ở đây.',
  ...ifRevisionMatches('thành viên mới, chưa có mã này'),
  request: {
    params: z.object({ staffId: stableId.meta(about('Mã thành viên.', 'nguyen-van-an')) }),
    query: noQuery,
    body: jsonBody(memberBody),
  },
  responses: { 200: json('Thành viên như vừa ghi.', memberView), ...problemResponse },
});

/** Members of the organ: who may sign in, and as what. Passwords and MFA are Cognito's, or those of the file of users. */
export function memberRoutes(deps: GuestDeps): App {
  const app = newApp();
  app.openapi(list, async (c) => c.json({ items: (await listMembers(deps, c.var.actor)).map(viewMember) }, 200));
  app.openapi(people, async (c) => c.json({ items: await listPeople(deps, c.var.actor) }, 200));
  app.openapi(put, async (c) => {
    const { rev } = c.var;
    const { staffId } = c.req.valid('param');
    const member = await putMember(deps, c.var.actor, { staffId, ...c.req.valid('json'), rev });
    return c.json(viewMember(member), 200, { ETag: profileEtagOf(member) });
  });
  return app;
}

function viewMember({ schema: _, organ: __, ...member }: Member): z.infer<typeof memberView> {
  return member;
}
