import { createHash, timingSafeEqual } from 'node:crypto';
import { Hono } from 'hono';
import type { AppEnv } from '../http/app-env.ts';
import { REVALIDATE } from '../http/page-headers.ts';
import type { App } from '../http/route.ts';
import { underPrefix } from './api-prefix.ts';
import { DOOR_HEADER } from './door-header.ts';
import type { PageConfig } from './page-config.ts';

/** Answers of the API beside its own paths, where it stands behind a page's origin. */
export interface PageSiteOptions {
  readonly config: PageConfig;
  /** The header by which the page's origin shows that a request came through it; without it everyone may ask directly. */
  readonly door?: string | undefined;
}

/** The API as its page reaches it: below `/api`, with `/config.json`, and closed to whoever goes round the page's origin. */
export function createPageSite(api: App, { config, door }: PageSiteOptions): Hono<AppEnv> {
  const site = new Hono<AppEnv>();
  const answer = underPrefix((request: Request, env: unknown) =>
    api.fetch(request, typeof env === 'object' && env !== null ? env : {}),
  );
  site.use(async (c, next) => {
    if (door !== undefined && !isSame(c.req.header(DOOR_HEADER) ?? '', door)) return c.body(null, 403);
    return next();
  });
  site.get('/config.json', (c) => c.json(config, 200, { 'Cache-Control': REVALIDATE }));
  site.all('*', (c) => answer(c.req.raw, c.env));
  return site;
}

function isSame(given: string, expected: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(given), hash(expected));
}
