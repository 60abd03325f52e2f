import { OpenAPIHono, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { requestFindings } from '#present/findings/request-findings.ts';
import { HttpError } from '#present/problems/http-error.ts';
import { findingResponse } from '#present/responses/finding-response.ts';
import type { Deps } from '#usecases/deps.ts';
import { UseCaseError } from '#usecases/use-case-error.ts';
import { routePath } from '../page/organ-path.ts';
import type { AppEnv } from './app-env.ts';

/** A part of the API. */
export type App = OpenAPIHono<AppEnv>;

/** A part of the API over the use cases. */
export type Routes = (deps: Deps) => App;

/** An app whose refused requests become problems, with all findings at once; an id that cannot exist is not found. */
export function newApp(): App {
  return new OpenAPIHono<AppEnv>({
    getPath: routePath,
    defaultHook: async (result, c) => {
      if (result.success) return;
      if (result.target === 'param' && !namesWhatIsNew(c)) throw new UseCaseError('not-found');
      const input: unknown =
        result.target === 'param' ? c.req.param() : result.target === 'json' ? await jsonOf(c) : c.req.query();
      throw new HttpError('bad-request', { findings: requestFindings(result.error, input) });
    },
  });
}

/** Tells whether the path of a request names what it makes: a person, a day of a profile. An id that cannot be is said to be wrong then. */
function namesWhatIsNew({ req }: Context): boolean {
  return req.method === 'PUT' && req.param('docId') === undefined;
}

/** The body as it was checked: without one, or one that is no JSON, the library checks an empty object. */
async function jsonOf(c: Context): Promise<unknown> {
  const isJson = /^application\/(?:[^;,]*\+)?json\b/i.test(c.req.header('content-type')?.trim() ?? '');
  return isJson ? c.req.json() : {};
}

const problemView = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number(),
    detail: z.string(),
    code: z.string(),
    errors: z.array(findingResponse).readonly(),
    differences: z
      .array(z.object({ field: z.string(), was: z.string(), now: z.string() }))
      .readonly()
      .optional(),
    instance: z.string().optional(),
  })
  .openapi('Problem');

/** Problem that every operation may answer. */
export const problemResponse = {
  default: {
    description: 'Vấn đề (RFC 9457), bằng tiếng Việt, mọi lỗi một lần.',
    content: { 'application/problem+json': { schema: problemView } },
  },
} as const;

/** A JSON answer. */
export function json<Schema extends z.ZodType>(description: string, schema: Schema) {
  return { description, content: { 'application/json': { schema } } } as const;
}

/** A JSON body that has to be there. */
export function jsonBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: true, content: { 'application/json': { schema } } } as const;
}

/** A JSON body that may be left out. */
export function optionalBody<Schema extends z.ZodType>(schema: Schema) {
  return { required: false, content: { 'application/json': { schema } } } as const;
}
