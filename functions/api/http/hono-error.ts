import { HTTPException } from 'hono/http-exception';
import { HttpError } from '#present/problems/http-error.ts';

/** Gives an error that hono itself threw a code; any other error stays as it is. */
export function withCode(error: unknown): unknown {
  if (!(error instanceof HTTPException)) return error;
  if (error.status === 415) return new HttpError('unsupported-media-type', { cause: error });
  if (error.status === 400) return new HttpError('bad-json', { cause: error });
  return error;
}
