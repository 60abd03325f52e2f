import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Actor } from '#usecases/actor.ts';
import type { TestPool } from './user-pool.ts';
import { POOL } from './user-pool.ts';

/** The pool's managed login and token endpoint, as far as a session asks them (RFC 6749, 7009, 7636). */
export interface TokenEndpoint {
  readonly url: string;
  /** A code that its holder's verifier exchanges, once. */
  codeOf(who: Actor, verifier: string): string;
  /** From now on this person, or nobody, has just typed the right password at the login page. */
  signsIn(who: Actor | null): void;
  /** Answers every request with this status from now on; 200 again as it should. */
  answer(status: number): void;
  stop(): Promise<void>;
}

/** Starts one on loopback. */
export async function startTokenEndpoint(pool: TestPool, redirectUri: string): Promise<TokenEndpoint> {
  const codes = new Map<string, { readonly who: Actor; readonly challenge: string }>();
  let visitor: Actor | null = null;
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
    if (!known || known.challenge !== s256(form.get('code_verifier') ?? '') || form.get('redirect_uri') !== redirectUri)
      return undefined;
    const refreshToken = randomUUID();
    sessions.set(refreshToken, known.who);
    return { access_token: await pool.tokenOf(known.who), refresh_token: refreshToken, expires_in: 600 };
  };

  const newCode = (who: Actor, challenge: string) => {
    const code = randomUUID();
    codes.set(code, { who, challenge });
    return code;
  };
  /** Address that the login page sends the visitor to. */
  const authorize = (query: URLSearchParams): string => {
    const state = query.get('state') ?? '';
    const isOurs =
      query.get('client_id') === POOL.client &&
      query.get('redirect_uri') === redirectUri &&
      query.get('response_type') === 'code' &&
      query.get('code_challenge_method') === 'S256';
    if (!isOurs) return '/error';
    const answer = visitor
      ? { code: newCode(visitor, query.get('code_challenge') ?? ''), state }
      : { error: 'access_denied', error_description: 'Tài khoản đã bị khóa', state };
    return `${redirectUri}?${new URLSearchParams(answer)}`;
  };

  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const form = new URLSearchParams(body);
    const send = (code: number, answer: object) =>
      response.writeHead(code, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
    if (status !== 200) return send(status, {});
    const { pathname, searchParams } = new URL(request.url ?? '', redirectUri);
    if (pathname === '/oauth2/authorize') return response.writeHead(302, { location: authorize(searchParams) }).end();
    if (pathname === '/logout') {
      visitor = null;
      return response.writeHead(302, { location: searchParams.get('logout_uri') ?? '/error' }).end();
    }
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
    codeOf: (who, verifier) => newCode(who, s256(verifier)),
    signsIn: (who) => {
      visitor = who;
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

const s256 = (verifier: string): string => createHash('sha256').update(verifier).digest('base64url');
