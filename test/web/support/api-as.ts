import { z } from 'zod';
import type { SampleSite } from './sample-site.ts';

/** An answer of the API, with what the next act has to name. */
interface Answered {
  readonly status: number;
  readonly etag: string;
  readonly body: unknown;
}

/** Asks the API as a person of the sample offices. */
export type ApiAs = (
  method: string,
  path: string,
  body?: object,
  headers?: Record<string, string>,
) => Promise<Answered>;

const tokenAnswer = z.object({ access_token: z.string() });

/** Signs a person in as a program does. */
export async function apiAs({ url, person }: SampleSite, username: string): Promise<ApiAs> {
  const ask: ApiAs = async (method, path, body, headers = {}) => {
    const response = await fetch(url + path, {
      method,
      headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
    });
    return {
      status: response.status,
      etag: response.headers.get('etag') ?? '',
      body: await response.json().catch(() => null),
    };
  };
  const { password } = person(username);
  const { body } = await ask('POST', '/auth/token', { username, password });
  const authorization = `Bearer ${tokenAnswer.parse(body).access_token}`;
  return (method, path, sent, headers) => ask(method, path, sent, { authorization, ...headers });
}
