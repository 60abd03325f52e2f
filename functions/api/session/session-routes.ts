import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { about } from '#document/schemas/about.ts';
import { HttpError } from '#present/problems/http-error.ts';
import { role } from '#usecases/actor.ts';
import { open } from '../http/access.ts';
import { type App, json, jsonBody, newApp, problemResponse } from '../http/route.ts';
import { noQuery } from '../requests/parameters.ts';
import { type SignInLimit, takeTry } from '../sign-in/sign-in-limit.ts';
import { sessionCookie } from './session-cookie.ts';
import type { OpenSession, Sessions } from './sessions.ts';

const MAX_SIGN_IN_BYTES = 8 * 1024;

/** Dependencies of the page's sessions. */
export interface SessionOptions {
  readonly sessions: Sessions;
  /** Served over TLS: the cookie is `__Host-` and Secure. */
  readonly isSecure: boolean;
  /** The page's own origin where the host that we are asked by is another: behind CloudFront. */
  readonly origin?: string;
  /** The wall clock: wrong passwords are counted by it. */
  now(): Date;
  /** Address of a request's client; its headers are not believed. */
  addressOf(c: Context): string;
}

const openBody = z
  .strictObject({
    username: z.string().min(1).max(100).optional().meta(about('Tên đăng nhập.', 'an-nguyen')),
    password: z.string().min(1).max(200).optional().meta(about('Mật khẩu.', 'mat-khau-rieng')),
    code: z.string().min(1).max(2000).optional().meta(about('Mã mà trang đăng nhập trả về.', '4f2c9a')),
    verifier: z
      .string()
      .min(43)
      .max(128)
      .optional()
      .meta(about('Chuỗi kiểm PKCE của lần đăng nhập ấy.', 'a'.repeat(43))),
    isShared: z.boolean().optional().meta(about('Máy dùng chung: phiên ngắn, đóng trình duyệt là hết.', true)),
  })
  .openapi('OpenSession', { description: '“username” và “password”, hoặc “code” và “verifier”.' });

const sessionResponse = z
  .object({
    accessToken: z.string(),
    expiresInSeconds: z.number(),
    isShared: z.boolean(),
    person: z.object({ staffId: z.string(), name: z.string(), organ: z.string(), roles: z.array(role) }),
  })
  .openapi('Session');

const opened = { 200: json('Phiên làm việc; mã làm mới nằm trong cookie.', sessionResponse), ...problemResponse };

const start = createRoute({
  method: 'post',
  path: '/session',
  summary: 'Mở phiên làm việc trên trang',
  ...open({ maxBytes: MAX_SIGN_IN_BYTES }),
  request: { query: noQuery, body: jsonBody(openBody) },
  responses: opened,
});

const renew = createRoute({
  method: 'post',
  path: '/session/renew',
  summary: 'Làm mới mã truy cập bằng cookie của phiên',
  ...open({ maxBytes: MAX_SIGN_IN_BYTES }),
  request: { query: noQuery },
  responses: opened,
});

const close = createRoute({
  method: 'delete',
  path: '/session',
  summary: 'Kết thúc phiên làm việc',
  ...open({ maxBytes: MAX_SIGN_IN_BYTES }),
  request: { query: noQuery },
  responses: { 204: { description: 'Đã đăng xuất.' }, ...problemResponse },
});

/** Sessions of the page. Each request must come from our own page: its Origin, and a header that only a script of ours sets. */
export function sessionRoutes({ sessions, isSecure, origin, addressOf }: SessionOptions, limit: SignInLimit): App {
  const app = newApp();
  const cookie = sessionCookie(isSecure);
  const checkOwnPage = ownPage(isSecure, origin);

  app.openapi(start, async (c) => {
    checkOwnPage(c);
    const { username, password, code, verifier, isShared = false } = c.req.valid('json');
    if (username !== undefined && password !== undefined) {
      const forgive = takeTry(limit, username, addressOf(c));
      const session = await sessions.open({ username, password }, isShared);
      if (!session) throw new HttpError('wrong-password');
      forgive();
      return c.json(answer(c, session), 200);
    }
    const session =
      code === undefined || verifier === undefined ? null : await sessions.open({ code, verifier }, isShared);
    if (!session) throw new HttpError('wrong-password');
    return c.json(answer(c, session), 200);
  });
  app.openapi(renew, async (c) => {
    checkOwnPage(c);
    const token = cookie.read(c);
    const session = token === undefined ? null : await sessions.renew(token);
    if (!session) {
      cookie.clear(c);
      throw new HttpError('session-over');
    }
    return c.json(answer(c, session), 200);
  });
  app.openapi(close, async (c) => {
    checkOwnPage(c);
    const token = cookie.read(c);
    if (token !== undefined) await sessions.close(token);
    cookie.clear(c);
    return c.body(null, 204);
  });
  return app;

  function answer(c: Context, session: OpenSession): z.infer<typeof sessionResponse> {
    cookie.write(c, session.refreshToken, session.cookieSeconds);
    const { accessToken, expiresInSeconds, isShared, person } = session;
    return { accessToken, expiresInSeconds, isShared, person: { ...person, roles: [...person.roles] } };
  }
}

/** A form of another site can send neither the header nor our Origin. */
function ownPage(isSecure: boolean, origin: string | undefined): (c: Context) => void {
  return (c) => {
    const own = origin ?? `${isSecure ? 'https' : 'http'}://${c.req.header('host') ?? ''}`;
    if (c.req.header('origin') !== own || c.req.header('x-banhanh') !== '1') throw new HttpError('foreign-origin');
  };
}
