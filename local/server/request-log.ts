import type { ServerLog } from '../output/server-log.ts';

type Fetch<Env> = (request: Request, env?: Env) => Response | Promise<Response>;

/** Settings of the request log. */
export interface RequestLogOptions<Env> {
  readonly log: ServerLog;
  newId(): string;
  /** Milliseconds. */
  elapsed(): number;
  addressOf(request: Request, env?: Env): string;
}

/** Paths of sign-in. */
const SIGN_IN = /\/(auth\/token|session)$/;
/** Files of the page are asked for with each visit; health by a supervisor each few seconds. */
const UNTOLD = /^\/(assets\/|healthz$|readyz$)/;

/**
 * Tells of each request: id, time, status, who it came from where a sign-in was refused. Its id goes back as `X-Request-Id`.
 * The query is left out: people search for names.
 */
export function withRequestLog<Env>(site: Fetch<Env>, options: RequestLogOptions<Env>): Fetch<Env> {
  const { log, newId, elapsed, addressOf } = options;
  return async (request, env) => {
    const start = elapsed();
    const id = newId();
    const answer = await site(request, env);
    const { method } = request;
    const { pathname: path } = new URL(request.url);
    const { status } = answer;
    const isRefused = SIGN_IN.test(path) && method === 'POST' && (status === 401 || status === 429);
    if (isRefused) {
      const address = addressOf(request, env);
      log.info('sign-in-refused', `Từ chối đăng nhập từ ${address} (${status})`, { id, status, address });
    } else if (!UNTOLD.test(path)) {
      const ms = Math.round(elapsed() - start);
      log.info('request', `${method} ${path} ${status}, ${ms} ms, ${id}`, { id, method, path, status, ms });
    }
    return withId(answer, id);
  };
}

/** Headers of some answers cannot be changed, so it is made anew around the same body. */
function withId(answer: Response, id: string): Response {
  const headers = new Headers(answer.headers);
  headers.set('X-Request-Id', id);
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}
