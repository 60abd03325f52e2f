import { createMiddleware } from 'hono/factory';
import type { AppEnv } from './app-env.ts';

/**
 * Answers `200 {url}` instead of a redirect to the store where the client accepts JSON by name: `fetch` follows a redirect to
 * another origin by itself, and then may not read it. Programs that follow `Location` are answered as before.
 */
export const linksAsJson = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const location = c.res.headers.get('location') ?? '';
  const takesJson = /\bapplication\/json\b/.test(c.req.header('accept') ?? '');
  if (c.res.status !== 303 || !takesJson || !/^https?:/.test(location)) return;
  const headers = new Headers(c.res.headers);
  headers.delete('location');
  headers.set('content-type', 'application/json');
  // Hono would put the headers of the answer before into the new one.
  c.res = undefined;
  c.res = new Response(JSON.stringify({ url: location }), { status: 200, headers });
});
