import { z } from 'zod';
import { numberAnswerResponse } from '#present/responses/search-response.ts';
import { OperatorError, UsageError } from '../output/operator-error.ts';
import { askPassword } from './ask-password.ts';

/** The answer to one asker. */
export type Answer = z.infer<typeof numberAnswerResponse>;

/** Asks a server, signed in as a person. Throws `OperatorError` with what the server says. */
export async function findOnServer(
  server: string,
  user: string | undefined,
  asked: { readonly text: string; readonly year: number | undefined },
): Promise<Answer> {
  if (!URL.canParse(server)) throw new UsageError(`--server không phải một địa chỉ: “${server}”.`);
  if (user === undefined) throw new UsageError('--server cần --user TÊN.');
  const password = await askPassword(`Mật khẩu của ${user}: `);
  const token = z.object({ access_token: z.string() }).parse(
    await send(new URL('/auth/token', server), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ username: user, password }),
    }),
  );
  const url = new URL('/find', server);
  url.searchParams.set('number', asked.text);
  if (asked.year !== undefined) url.searchParams.set('year', String(asked.year));
  return numberAnswerResponse.parse(await send(url, { headers: { authorization: `Bearer ${token.access_token}` } }));
}

async function send(url: URL, init: RequestInit): Promise<unknown> {
  const response = await fetch(url, { ...init, signal: AbortSignal.timeout(30_000) }).catch((cause) => {
    throw new OperatorError(`Không nối được máy chủ ${url.origin}.`, { cause });
  });
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return body;
  const problem = z.object({ detail: z.string() }).safeParse(body).data;
  throw new OperatorError(problem?.detail ?? `Máy chủ trả lời mã ${response.status}.`);
}
