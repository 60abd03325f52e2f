import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HttpError } from '#present/problems/http-error.ts';
import type { SeenVersion } from '#usecases/read-document.ts';
import type { AppEnv } from './app-env.ts';
import { profileRevOf, seenOf } from './etag.ts';
import { checkJson } from './json-guard.ts';

/** Largest body of a route that declares no other; larger data goes by an upload. */
export const MAX_BODY_BYTES = 4 * 1024 * 1024;

/** Rules that a route sets for the requests it lets in. */
export interface RequestRules {
  /** Largest body in bytes. */
  readonly maxBytes?: number;
  /** `bytes`: a body that is never parsed, whatever its content type says; `draft`: JSON whose `data` may be large. */
  readonly body?: 'json' | 'draft' | 'bytes';
  /** A successful answer carries an ETag though the route asks for none. */
  readonly answersEtag?: true;
}

/** Declarations of a route, as the guard and the contract read them. */
export interface Access {
  readonly who: 'anyone' | 'signed-in';
  /** If-Match of the route; `orNew` says in Vietnamese what `If-None-Match: *` stands for. */
  readonly precondition?: 'document' | { readonly orNew: string };
  readonly answersEtag: boolean;
}

/** Variables of a route that changes a document as it was last read. */
interface SeenEnv {
  readonly Variables: { readonly seen: SeenVersion };
}

/** Variables of a route that corrects a revision, or makes the first one (null). */
interface RevEnv {
  readonly Variables: { readonly rev: number | null };
}

const SECURITY: { readonly security: Record<string, string[]>[] } = { security: [{ bearer: [] }] };

/** Declares a route that anyone may ask. */
export function open(rules: RequestRules = {}) {
  return { middleware: declare<AppEnv>({ who: 'anyone' }, rules) };
}

/** Declares a route for people who signed in. */
export function signedIn(rules: RequestRules = {}) {
  return { ...SECURITY, middleware: declare<AppEnv>({ who: 'signed-in' }, rules) };
}

/** Declares a route for signed-in people that asks for the If-Match of a document and hands it on as `c.var.seen`. */
export function ifDocumentMatches(rules: RequestRules = {}) {
  const access = { who: 'signed-in', precondition: 'document' } as const;
  const middleware = declare<AppEnv & SeenEnv>(access, rules, (c) => {
    c.set('seen', seenOf(c.req.header('if-match')));
  });
  return { ...SECURITY, middleware };
}

/** Declares a route for signed-in people that asks for If-Match, or `If-None-Match: *`; handed on as `c.var.rev`. */
export function ifRevisionMatches(orNew: string, rules: RequestRules = {}) {
  const access = { who: 'signed-in', precondition: { orNew } } as const;
  const middleware = declare<AppEnv & RevEnv>(access, rules, (c) => {
    c.set('rev', profileRevOf(c.req.header('if-match'), c.req.header('if-none-match')));
  });
  return { ...SECURITY, middleware };
}

/** Reads what a handler declares; undefined where it declares nothing. */
export function accessOf(handler: object): Access | undefined {
  return DECLARED.get(handler);
}

/** Handlers that declare. Frozen facts about code, made where modules load. */
const DECLARED = new WeakMap<object, Access>();

function declare<Env extends AppEnv>(
  access: Omit<Access, 'answersEtag'>,
  { maxBytes = MAX_BODY_BYTES, body = 'json', answersEtag }: RequestRules,
  readPrecondition?: (c: Context<Env>) => void,
): MiddlewareHandler<Env> {
  const limit = bodyLimit({
    maxSize: maxBytes,
    onError: () => {
      throw new HttpError('too-large', { params: { maxBytes } });
    },
  });
  const check: MiddlewareHandler<Env> = (c, next) =>
    limit(c, async () => {
      if (body !== 'bytes') await checkJson(c, body === 'draft');
      readPrecondition?.(c);
      await next();
    });
  DECLARED.set(check, { ...access, answersEtag: answersEtag ?? access.precondition !== undefined });
  return check;
}
