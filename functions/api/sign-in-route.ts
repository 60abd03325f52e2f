import { createRoute, z } from '@hono/zod-openapi';
import { HttpError } from './http-error.ts';
import { noQuery } from './request-schemas.ts';
import { type App, json, jsonBody, newApp, problemResponse } from './route.ts';

/** Gives a token for a name and a password, or null where they do not fit. */
export type SignIn = (
  username: string,
  password: string,
) => Promise<{ readonly token: string; readonly expiresInSeconds: number } | null>;

const route = createRoute({
  method: 'post',
  path: '/auth/token',
  summary: 'Đăng nhập trên một máy; trên AWS việc này do Cognito làm',
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
    ...problemResponse,
  },
});

/** Sign-in of the embedded default. */
export function signInRoute(signIn: SignIn): App {
  const app = newApp();
  app.openapi(route, async (c) => {
    const { username, password } = c.req.valid('json');
    const given = await signIn(username, password);
    if (!given) throw new HttpError('wrong-password');
    return c.json(
      { access_token: given.token, token_type: 'Bearer' as const, expires_in: given.expiresInSeconds },
      200,
    );
  });
  return app;
}
