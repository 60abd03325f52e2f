import { createRemoteJWKSet } from 'jose';
import type { TokenTrust } from './verify-token.ts';

/** A Cognito user pool, and the one client of it that people sign in with. */
export interface UserPool {
  readonly region: string;
  readonly userPoolId: string;
  readonly clientId: string;
  /** Address of the pool's keys, if not at the pool itself. */
  readonly jwksUrl?: string | undefined;
}

/** Milliseconds that a fetch of the keys may take: a person waits, at the first request of a process. */
const FETCH_WITHIN_MS = 3_000;

/**
 * Trusts a pool's access tokens alone, for its client alone. They name the client in `client_id`, not in `aud`; id
 * tokens, which the gateway's own authorizer lets in, have `token_use: id`.
 */
export function trustPool({ region, userPoolId, clientId, jwksUrl }: UserPool, now: () => Date): TokenTrust {
  const issuer = `https://cognito-idp.${region}.amazonaws.com/${userPoolId}`;
  return {
    issuer,
    exactly: { client_id: clientId, token_use: 'access' },
    algorithm: 'RS256',
    key: createRemoteJWKSet(new URL(jwksUrl ?? `${issuer}/.well-known/jwks.json`), {
      timeoutDuration: FETCH_WITHIN_MS,
    }),
    now,
  };
}
