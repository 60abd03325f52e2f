import { createMiddleware } from 'hono/factory';
import { HttpError } from '#present/problems/http-error.ts';
import type { Actor } from '#usecases/actor.ts';
import type { Authenticate } from '../sign-in/verify-token.ts';

/** What a request carries on its way: who asks, from the token alone. */
export interface AppEnv {
  Variables: { actor: Actor };
}

/** Lets signed-in people through. Throws `unauthenticated`, `token-invalid`. */
export function requireSignIn(authenticate: Authenticate) {
  return createMiddleware<AppEnv>(async (c, next) => {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]*)$/.exec(c.req.header('authorization') ?? '')?.[1];
    if (token === undefined) throw new HttpError('unauthenticated');
    c.set('actor', await authenticate(token));
    await next();
  });
}
