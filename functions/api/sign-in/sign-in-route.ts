import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HttpError } from '#present/problems/http-error.ts';
import { open } from '../http/access.ts';
import { type App, json, jsonBody, newApp, problemResponse } from '../http/route.ts';
import { noQuery } from '../requests/parameters.ts';
import { type SignInLimit, takeTry } from './sign-in-limit.ts';

/** Gives a token for a name and a password, or null where they do not fit. */
export type SignIn = (
  username: string,
  password: string,
) => Promise<{ readonly token: string; readonly expiresInSeconds: number } | null>;

/** Dependencies of sign-in on one machine. */
export interface SignInOptions {
  readonly check: SignIn;
  /** The wall clock: wrong passwords are counted by it. */
  now(): Date;
  /** Address of a request's client; its headers are not believed. */
  addressOf(c: Context): string;
}

const MAX_SIGN_IN_BYTES = 4 * 1024;

const route = createRoute({
  method: 'post',
  path: '/auth/token',
  summary: 'Đăng nhập trên một máy; trên AWS việc này do Cognito làm',
  ...open({ maxBytes: MAX_SIGN_IN_BYTES }),
  request: {
    query: noQuery,
    body: jsonBody(
      z.strictObject({ username: z.string().min(1).max(100), password: z.string().min(1).max(200) }).openapi('SignIn'),
    ),
  },
  responses: {
    200: json(
      'Mã đăng nhập.',
      z.object({ access_token: z.string(), token_type: z.literal('Bearer'), expires_in: z.number() }).openapi('Token'),
    ),
    429: { ...problemResponse.default, description: 'Nhập sai quá nhiều lần; Retry-After nói chờ bao nhiêu giây.' },
    ...problemResponse,
  },
});

/** Sign-in of the embedded default; who guesses passwords is told to wait. */
export function signInRoute({ check, addressOf }: SignInOptions, limit: SignInLimit): App {
  const app = newApp();
  app.openapi(route, async (c) => {
    const { username, password } = c.req.valid('json');
    const forgive = takeTry(limit, username, addressOf(c));
    const given = await check(username, password);
    if (!given) throw new HttpError('wrong-password');
    forgive();
    return c.json(
      { access_token: given.token, token_type: 'Bearer' as const, expires_in: given.expiresInSeconds },
      200,
    );
  });
  return app;
}
