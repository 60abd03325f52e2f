import { createMiddleware } from 'hono/factory';
import { matchedRoutes } from 'hono/route';
import type { RouterRoute } from 'hono/types';
import { HttpError } from '#present/problems/http-error.ts';
import type { Actor } from '#usecases/actor.ts';
import { organOf } from '../page/organ-path.ts';
import type { Authenticate } from '../sign-in/verify-token.ts';
import { accessOf } from './access.ts';
import type { AppEnv } from './app-env.ts';

/** Makes of who asks who they are for an organ that the path names. Throws `not-a-member`. */
export type ActFor = (person: Actor, organ: string) => Promise<Actor>;

/**
 * Lets a request reach a route only by what the route declares (`access.ts`); one that declares nothing is closed to everyone.
 * Stands last of what runs for every request. Throws `unauthenticated`, `token-invalid`.
 */
export function guard(authenticate: Authenticate, actFor: ActFor) {
  return createMiddleware<AppEnv>(async (c, next) => {
    // Middleware that is added behind this one counts as a route.
    const routes = matchedRoutes(c).slice(c.req.routeIndex + 1);
    if (undeclaredRoutes(routes).length > 0) throw new HttpError('unauthenticated');
    const organ = organOf(c.req.url);
    const isSignedIn = routes.some(({ handler }) => accessOf(handler)?.who === 'signed-in');
    // What anyone may ask is asked of no organ.
    if (organ !== undefined && !isSignedIn && routes.length > 0) throw new HttpError('no-route');
    if (isSignedIn) {
      const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]*) *$/i.exec(c.req.header('authorization') ?? '')?.[1];
      if (token === undefined) throw new HttpError('unauthenticated');
      const person = await authenticate(token);
      c.set('actor', organ === undefined ? person : await actFor(person, organ));
    }
    await next();
  });
}

/** Finds routes of a list that declare nothing, as `GET /path`. */
export function undeclaredRoutes(routes: readonly RouterRoute[]): string[] {
  const nameOf = ({ method, path }: RouterRoute) => `${method} ${path}`;
  const declared = new Set(routes.filter(({ handler }) => accessOf(handler) !== undefined).map(nameOf));
  return [...new Set(routes.map(nameOf))].filter((name) => !declared.has(name));
}
