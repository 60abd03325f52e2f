import type { Actor } from '#usecases/actor.ts';
import type { TestCloud } from './cloud.ts';
import { httpEvent } from './events.ts';
import type { RunningFunction } from './run-function.ts';

/** Answer of the API, decoded. */
export interface Answered {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly bytes: Uint8Array;
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers as they come
  readonly body: any;
  readonly isBase64Encoded: boolean;
}

/** A request's parts beside its way. */
export interface Asked {
  readonly json?: unknown;
  readonly body?: string | Uint8Array;
  readonly headers?: Record<string, string>;
  readonly token?: string;
}

/** Asks the bundled API as someone, or as nobody. */
export async function ask(
  api: RunningFunction,
  cloud: TestCloud,
  who: Actor | null,
  method: string,
  target: string,
  { json, body, headers = {}, token }: Asked = {},
): Promise<Answered> {
  if (who) await cloud.enrol(who);
  const sent = json === undefined ? body : JSON.stringify(json);
  const event = httpEvent(method, target, {
    token: token ?? (who ? await cloud.pool.tokenOf(who) : undefined),
    ...(sent !== undefined && { body: sent }),
    headers: { ...(json !== undefined && { 'content-type': 'application/json' }), ...headers },
  });
  const answer = await api.invoke(event);
  const bytes = Buffer.from(answer.body ?? '', answer.isBase64Encoded ? 'base64' : 'utf8');
  const isJson = /json/.test(answer.headers['content-type'] ?? '');
  return {
    status: answer.statusCode,
    // Payload 2.0 has cookies of their own.
    headers: { ...answer.headers, ...(answer.cookies?.length > 0 && { 'set-cookie': answer.cookies.join(', ') }) },
    bytes: new Uint8Array(bytes),
    body: isJson ? JSON.parse(bytes.toString('utf8')) : undefined,
    isBase64Encoded: answer.isBase64Encoded,
  };
}

/** An answer that has to have a status; what it says is shown where it has not. */
export async function must(answer: Promise<Answered>, status: number): Promise<Answered> {
  const got = await answer;
  if (got.status !== status)
    throw new Error(`${got.status} instead of ${status}: ${JSON.stringify(got.body, null, 1)}`);
  return got;
}
