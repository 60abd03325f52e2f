import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { about } from '#document/schemas/about.ts';
import { stableId } from '#document/schemas/text.schema.ts';
import { HttpError } from '#present/problems/http-error.ts';
import type { Accounts, PersonRef } from '#usecases/accounts/accounts.ts';
import { resetPassword } from '#usecases/accounts/reset-password.ts';
import { open, signedIn } from '../../http/access.ts';
import { type App, json, jsonBody, newApp, problemResponse } from '../../http/route.ts';
import { noQuery } from '../../requests/parameters.ts';
import { personName, signInName } from '../../requests/request-fields.ts';
import { PASSWORD_BODY, type SignInLimit, takeTry } from '../../sign-in/sign-in-limit.ts';

/** Store of people's passwords, and the address of a request. */
export interface AccountOptions {
  readonly accounts: Accounts;
  /** The wall clock: wrong passwords are counted by it. */
  now(): Date;
  addressOf(c: Context): string;
}

const typed = z.string().min(1).max(100).meta(about('Tên đăng nhập; chữ hoa, chữ thường như nhau.', 'an-nguyen'));
const password = z
  .string()
  .min(1)
  .max(200)
  .meta(about('Mật khẩu đang dùng, hoặc mật khẩu dùng một lần vừa nhận.', 'mưa rào tháng sáu'));
const newPassword = z
  .string()
  .min(1)
  .max(200)
  .meta(
    about('Mật khẩu mới: ít nhất 8 ký tự, không phải tên mình, không phải mật khẩu ai cũng dùng.', 'gió bấc đầu đông'),
  );
const done = { 204: { description: 'Đã đổi; mọi phiên làm việc trước đó kết thúc.' }, ...problemResponse };

const changeByName = createRoute({
  method: 'post',
  path: '/auth/password',
  summary: 'Đặt mật khẩu mới bằng tên và mật khẩu đang có, cả mật khẩu dùng một lần',
  ...open(PASSWORD_BODY),
  request: {
    query: noQuery,
    body: jsonBody(z.strictObject({ username: typed, password, newPassword }).openapi('SetPassword')),
  },
  responses: done,
});

const changeOwn = createRoute({
  method: 'post',
  path: '/account/password',
  summary: 'Đổi mật khẩu của mình',
  ...signedIn(PASSWORD_BODY),
  request: { query: noQuery, body: jsonBody(z.strictObject({ password, newPassword }).openapi('ChangePassword')) },
  responses: done,
});

const reset = createRoute({
  method: 'post',
  path: '/members/{staffId}/password-reset',
  summary: 'Đặt lại mật khẩu của một thành viên: mật khẩu dùng một lần, phải đổi rồi mới đăng nhập được',
  ...signedIn(PASSWORD_BODY),
  request: { params: z.object({ staffId: stableId.meta(about('Mã người.', 'an-nguyen')) }), query: noQuery },
  responses: {
    200: json(
      'Mật khẩu dùng một lần: chỉ trả ở đây, hãy đưa tận tay.',
      z
        .object({
          oneTimePassword: z.string().meta(about('Mật khẩu dùng một lần.', 'K7QF-2MXT-9DHB')),
          validUntil: z.string().meta(about('Dùng được đến lúc này.', '2026-12-02T01:30:00.000Z')),
        })
        .openapi('OneTimePassword'),
    ),
    ...problemResponse,
  },
});

const claim = createRoute({
  method: 'post',
  path: '/auth/first-admin',
  summary: 'Nhận quyền quản trị đầu tiên bằng mã mà máy chủ in ra khi khởi động lúc chưa có người dùng nào',
  ...open(PASSWORD_BODY),
  request: {
    query: noQuery,
    body: jsonBody(
      z
        .strictObject({
          code: z.string().min(1).max(40).meta(about('Mã in trên màn hình máy chủ.', 'K7QF-2MXT-9DHB')),
          username: signInName,
          name: personName,
          password: newPassword,
          organ: stableId
            .optional()
            .meta(
              about(
                'Mã cơ quan; không cần khi thư mục dữ liệu có một cơ quan. Thư mục chưa có cơ quan nào: mã của cơ quan sẽ khai báo.',
                'phuong-binh-long',
              ),
            ),
        })
        .openapi('ClaimFirstAdmin'),
    ),
  },
  responses: {
    201: json(
      'Đã là quản trị; hãy đăng nhập.',
      z
        .object({
          organ: z.string().meta(about('Mã cơ quan.', 'phuong-binh-long')),
          staffId: z.string().meta(about('Mã người.', 'an-nguyen')),
        })
        .openapi('FirstAdmin'),
    ),
    ...problemResponse,
  },
});

/** Passwords where we keep them: own change, reset by an admin, and the first admin of a directory without people. */
export function accountRoutes({ accounts, addressOf }: AccountOptions, limit: SignInLimit): App {
  const app = newApp();
  const change = async (c: Context, person: PersonRef, name: string, had: string, next: string) => {
    const forgive = takeTry(limit, name, addressOf(c));
    if (!(await accounts.change(person, had, next))) throw new HttpError('wrong-password');
    forgive();
    return c.body(null, 204);
  };
  app.openapi(changeByName, (c) => {
    const { username, ...sent } = c.req.valid('json');
    return change(c, { username }, username, sent.password, sent.newPassword);
  });
  app.openapi(changeOwn, (c) => {
    const { staffId, organ, home = organ } = c.var.actor;
    const sent = c.req.valid('json');
    return change(c, { organ: home, staffId }, `${home} ${staffId}`, sent.password, sent.newPassword);
  });
  app.openapi(reset, async (c) => {
    const { oneTimePassword, validUntil } = await resetPassword(accounts, c.var.actor, c.req.valid('param'));
    return c.json({ oneTimePassword, validUntil: validUntil.toISOString() }, 200);
  });
  app.openapi(claim, async (c) => {
    const forgive = takeTry(limit, '', addressOf(c));
    const first = await accounts.claim(c.req.valid('json'));
    forgive();
    return c.json(first, 201);
  });
  return app;
}
