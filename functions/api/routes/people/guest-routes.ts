import { createRoute, z } from '@hono/zod-openapi';
import { about } from '#document/schemas/about.ts';
import { stableId } from '#document/schemas/text.schema.ts';
import { type Guest, guestRoleSchema } from '#register/organs/guest.schema.ts';
import { role } from '#usecases/actor.ts';
import {
  acceptMembership,
  type GuestDeps,
  inviteByLogin,
  listGuests,
  listMemberships,
  type Membership,
  putGuest,
} from '#usecases/organs/guests.ts';
import { ifRevisionMatches, signedIn } from '../../http/access.ts';
import { profileEtagOf } from '../../http/etag.ts';
import { type App, json, jsonBody, newApp, optionalBody, problemResponse } from '../../http/route.ts';
import { noQuery } from '../../requests/parameters.ts';
import { emptyBody, signInName } from '../../requests/request-fields.ts';

const roles = z.array(guestRoleSchema).min(1).max(guestRoleSchema.options.length);
const standing = { roles, active: z.boolean(), acceptedAt: z.string().optional() };
const guestView = z
  .object({
    staffId: z.string(),
    home: z.string(),
    name: z.string().optional(),
    ...standing,
    rev: z.number(),
    updatedBy: z.string(),
    updatedAt: z.string(),
    changes: z.array(z.object({ rev: z.number(), ...standing, by: z.string(), at: z.string() })),
  })
  .openapi('Guest');
const guestBody = z
  .strictObject({
    home: stableId.meta(about('Cơ quan của người được mời.', 'dong-nai')),
    roles: roles.meta(about('Vai trò ở cơ quan này.', ['signer'])),
    active: z.boolean().meta(about('Còn làm việc cho cơ quan này hay đã thôi.', true)),
  })
  .openapi('PutGuest');
const membershipView = z
  .object({
    organ: z.string(),
    organName: z.string().nullable(),
    roles: z.array(role),
    isHome: z.boolean(),
    isAccepted: z.boolean(),
  })
  .openapi('Membership');

const guests = createRoute({
  method: 'get',
  path: '/guests',
  summary: 'Người của cơ quan khác cùng làm việc cho cơ quan mình, cả người đã thôi, kèm mọi lần thay đổi',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: json('Những người ấy.', z.object({ items: z.array(guestView) })), ...problemResponse },
});

const invite = createRoute({
  method: 'post',
  path: '/guests',
  summary: 'Mời người của cơ quan khác bằng tên đăng nhập của họ; có hiệu lực khi người ấy nhận lời',
  ...signedIn(),
  request: {
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({ username: signInName, roles: roles.meta(about('Vai trò ở cơ quan này.', ['signer'])) })
        .openapi('InviteGuest'),
    ),
  },
  responses: { 200: json('Người được mời.', guestView), ...problemResponse },
});

const put = createRoute({
  method: 'put',
  path: '/guests/{staffId}',
  summary:
    'Mời người của cơ quan khác (If-None-Match: *), đổi vai trò hoặc cho thôi (If-Match); có hiệu lực khi người ấy nhận lời',
  ...ifRevisionMatches('chưa mời ai mang mã này'),
  request: {
    params: z.object({ staffId: stableId.meta(about('Mã của người ấy ở cơ quan của họ.', 'nguyen-van-an')) }),
    query: noQuery,
    body: jsonBody(guestBody),
  },
  responses: { 200: json('Người được mời như vừa ghi.', guestView), ...problemResponse },
});

const memberships = createRoute({
  method: 'get',
  path: '/memberships',
  summary: 'Các cơ quan mà tôi thuộc về hoặc được mời; làm việc cho cơ quan khác bằng /o/<mã cơ quan>/…',
  ...signedIn(),
  request: { query: noQuery },
  responses: { 200: json('Cơ quan của tôi trước.', z.object({ items: z.array(membershipView) })), ...problemResponse },
});

const accept = createRoute({
  method: 'post',
  path: '/memberships/{organ}/accept',
  summary: 'Nhận lời làm việc cho một cơ quan đã mời tôi',
  ...signedIn(),
  request: {
    params: z.object({ organ: stableId.meta(about('Mã cơ quan đã mời.', 'phuong-binh-long')) }),
    query: noQuery,
    body: optionalBody(emptyBody),
  },
  responses: { 200: json('Đã nhận lời.', membershipView), ...problemResponse },
});

/** People who belong to several organs: who is invited, and what they take. */
export function guestRoutes(deps: GuestDeps): App {
  const app = newApp();
  app.openapi(guests, async (c) => c.json({ items: (await listGuests(deps, c.var.actor)).map(viewGuest) }, 200));
  app.openapi(invite, async (c) => {
    const guest = await inviteByLogin(deps, c.var.actor, c.req.valid('json'));
    return c.json(viewGuest(guest), 200, { ETag: profileEtagOf(guest) });
  });
  app.openapi(put, async (c) => {
    const { rev } = c.var;
    const guest = await putGuest(deps, c.var.actor, { ...c.req.valid('param'), ...c.req.valid('json'), rev });
    return c.json(viewGuest(guest), 200, { ETag: profileEtagOf(guest) });
  });
  app.openapi(memberships, async (c) => {
    return c.json({ items: (await listMemberships(deps, c.var.actor)).map(viewMembership) }, 200);
  });
  app.openapi(accept, async (c) => {
    const taken = await acceptMembership(deps, c.var.actor, c.req.valid('param').organ);
    return c.json(viewMembership(taken), 200);
  });
  return app;
}

function viewGuest({ schema: _, organ: __, ...guest }: Guest): z.infer<typeof guestView> {
  return guest;
}

function viewMembership({ roles: own, ...membership }: Membership): z.infer<typeof membershipView> {
  return { ...membership, roles: [...own] };
}
