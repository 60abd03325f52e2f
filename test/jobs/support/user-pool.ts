import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { Actor } from '#usecases/actor.ts';

/** The pool whose tokens the functions of a test believe. */
export const POOL = { region: 'ap-southeast-1', id: 'ap-southeast-1_AbCdEf123', client: '1example23456789' } as const;

/** A user pool that gives tokens as Cognito makes them, and shows its keys. */
export interface TestPool {
  readonly jwksUrl: string;
  /** An access token as it stands after the pre-token trigger; `change` makes it another one. `alg` none has no signature. */
  tokenOf(who: Actor, change?: JWTPayload, header?: { readonly kid?: string }): Promise<string>;
  /** Answers with this status instead of the keys, until it is asked for 200 again. */
  answer(status: number): void;
  stop(): Promise<void>;
}

/** Starts one on loopback. */
export async function startTestPool(): Promise<TestPool> {
  const { publicKey, privateKey } = await generateKeyPair('RS256');
  const kid = randomUUID();
  const keys = JSON.stringify({ keys: [{ ...(await exportJWK(publicKey)), kid, alg: 'RS256', use: 'sig' }] });
  let status = 200;
  const server = createServer((_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' }).end(keys);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const { port } = server.address() as AddressInfo;
  return {
    jwksUrl: `http://127.0.0.1:${port}/.well-known/jwks.json`,
    tokenOf: (who, change = {}, header = {}) => {
      const now = Math.floor(Date.now() / 1000);
      const claims = {
        sub: randomUUID(),
        iss: `https://cognito-idp.${POOL.region}.amazonaws.com/${POOL.id}`,
        version: 2,
        client_id: POOL.client,
        origin_jti: randomUUID(),
        event_id: randomUUID(),
        token_use: 'access',
        scope: 'aws.cognito.signin.user.admin',
        auth_time: now,
        iat: now,
        exp: now + 3600,
        jti: randomUUID(),
        username: who.staffId,
        staffId: who.staffId,
        organ: who.organ,
        roles: [...who.roles],
        ...change,
      };
      return new SignJWT(claims).setProtectedHeader({ alg: 'RS256', kid, ...header }).sign(privateKey);
    },
    answer: (given) => {
      status = given;
    },
    stop: () => new Promise((stopped) => server.close(() => stopped())),
  };
}
