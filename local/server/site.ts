import { pageHeaders, REVALIDATE } from '#api/http/page-headers.ts';
import type { StaticFiles } from './static-files.ts';

/** What the page has to know before anyone signs in. */
export interface PageConfig {
  readonly signIn: 'password';
  /** Sample offices: every page says so. */
  readonly isSample: boolean;
}

type Fetch<Env> = (request: Request, env?: Env) => Response | Promise<Response>;

const API = '/api';

/**
 * One origin for page and API: `/api/*`, as behind CloudFront; the files of the page; and the API's own paths for programs.
 * Without `files` there is the API alone.
 */
export function createSite<Env>(api: Fetch<Env>, config: PageConfig, files?: StaticFiles): Fetch<Env> {
  return async (request, env) => {
    const url = new URL(request.url);
    if (url.pathname.startsWith(`${API}/`)) {
      url.pathname = url.pathname.slice(API.length);
      return withPrefix(await api(new Request(url, request), env));
    }
    if (files && url.pathname === '/config.json') {
      return Response.json(config, { headers: { ...pageHeaders(), 'Cache-Control': REVALIDATE } });
    }
    return files?.answer(request) ?? api(request, env);
  };
}

/** An address that an answer names is found where the question was asked. */
function withPrefix(response: Response): Response {
  const location = response.headers.get('location');
  if (!location?.startsWith('/')) return response;
  const headers = new Headers(response.headers);
  headers.set('location', `${API}${location}`);
  return new Response(response.body, { status: response.status, headers });
}
