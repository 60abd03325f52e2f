import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '#usecases/actor.ts';
import type { TestPool } from './user-pool.ts';
import { POOL } from './user-pool.ts';

/** The pool's token endpoint, as far as a session asks it (RFC 6749, 7009): codes are given out by the test. */
export interface TokenEndpoint {
  url: string;
  /** A code that its holder's verifier exchanges, once. */
  codeOf(who: Actor, verifier: string): string;
  /** Answers every request with this status from now on; 200 again as it should. */
  answer(status: number): void;
  stop(): Promise<void>;
}

/** Starts one on loopback. */
export async function startTokenEndpoint(pool: TestPool, redirectUri: string): Promise<TokenEndpoint> {
  const codes = new Map<string, { who: Actor; verifier: string }>();
  const sessions = new Map<string, Actor>();
  let status = 200;

  const grant = async (form: URLSearchParams): Promise<object | undefined> => {
    if (form.get('client_id') !== POOL.client) return undefined;
    if (form.get('grant_type') === 'refresh_token') {
      const who = sessions.get(form.get('refresh_token') ?? '');
      return who && { access_token: await pool.tokenOf(who), expires_in: 600, token_type: 'Bearer' };
    }
    const code = form.get('code') ?? '';
    const known = codes.get(code);
    codes.delete(code);
    if (!known || known.verifier !== form.get('code_verifier') || form.get('redirect_uri') !== redirectUri)
      return undefined;
    const refreshToken = randomUUID();
    sessions.set(refreshToken, known.who);
    return { access_token: await pool.tokenOf(known.who), refresh_token: refreshToken, expires_in: 600 };
  };

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    const send = (code: number, answer: object) =>
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    if (status !== 200) return send(status, {});
    if (request.url === '/oauth2/revoke') {
      sessions.delete(form.get('token') ?? '');
      return send(200, {});
    }
    const given = await grant(form);
    return given ? send(200, given) : send(400, { error: 'invalid_grant' });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    codeOf: (who, verifier) => {
      const code = randomUUID();
      codes.set(code, { who, verifier });
      return code;
    },
    answer: (given) => {
      status = given;
    },
    stop: () =>
      new Promise((stopped) => {
        server.close(() => stopped());
        server.closeAllConnections();
      }),
  };
}
