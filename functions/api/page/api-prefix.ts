/** The path under which page and API share one origin. */
export const API_PREFIX = '/api';

type Fetch<Rest extends unknown[]> = (request: Request, ...rest: Rest) => Response | Promise<Response>;

/**
 * Takes requests below `/api/` to the API's own paths, and puts the prefix before the paths that its answers name. Other requests
 * pass as they are.
 */
export function underPrefix<Rest extends unknown[]>(api: Fetch<Rest>): Fetch<Rest> {
  return async (request, ...rest) => {
    const url = new URL(request.url);
    if (!url.pathname.startsWith(`${API_PREFIX}/`)) return api(request, ...rest);
    url.pathname = url.pathname.slice(API_PREFIX.length);
    return withPrefix(await api(new Request(url, request), ...rest));
  };
}

/** An address that an answer names is found where the question was asked. */
function withPrefix(response: Response): Response {
  const location = response.headers.get('location');
  if (!location?.startsWith('/')) return response;
  const headers = new Headers(response.headers);
  headers.set('location', `${API_PREFIX}${location}`);
  return new Response(response.body, { status: response.status, headers });
}
