import { pageHeaders, REVALIDATE } from '#api/http/page-headers.ts';
import { API_PREFIX, underPrefix } from '#api/page/api-prefix.ts';
import type { PageConfig } from '#api/page/page-config.ts';
import type { StaticFiles } from './static-files.ts';

type Fetch<Env> = (request: Request, env?: Env) => Response | Promise<Response>;

/**
 * One origin for page and API: `/api/*`, as behind CloudFront; the files of the page; and the API's own paths for programs.
 * Without `files` there is the API alone.
 */
export function createSite<Env>(api: Fetch<Env>, config: () => Promise<PageConfig>, files?: StaticFiles): Fetch<Env> {
  const below = underPrefix(api);
  return async (request, env) => {
    const { pathname } = new URL(request.url);
    if (pathname.startsWith(`${API_PREFIX}/`)) return below(request, env);
    if (files && pathname === '/config.json') {
      return Response.json(await config(), { headers: { ...pageHeaders(), 'Cache-Control': REVALIDATE } });
    }
    return files?.answer(request) ?? api(request, env);
  };
}
