import { type CryptoKey, type JWK, type JWTVerifyGetKey, type JWTVerifyOptions, jwtVerify, type KeyObject } from 'jose';
import { z } from 'zod';
import { stableId } from '../document/text.schema.ts';
import { type Actor, role } from '../usecases/actor.ts';
import { HttpError } from './http-error.ts';

/** Turns a bearer token into who asks. Throws `token-invalid`. */
export type Authenticate = (token: string) => Promise<Actor>;

/** Whose tokens are believed. */
export interface TokenTrust {
  readonly issuer: string;
  readonly audience: string;
  /** Pinned: whatever a token's own header says, no other is tried. */
  readonly algorithm: 'EdDSA' | 'ES256' | 'RS256';
  /** The key, or a function that finds it by the token's `kid` (a remote key set). */
  readonly key: CryptoKey | KeyObject | JWK | JWTVerifyGetKey;
  /** The wall clock that expiry is measured by. */
  now(): Date;
}

/** Seconds by which two hosts' clocks may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

const claims = z.object({ staffId: stableId, organ: stableId, roles: z.array(role).max(10) });

/** Makes the check of tokens: signature, algorithm, issuer, audience, expiry, and the claims that say who asks. */
export function createAuthenticate(trust: TokenTrust): Authenticate {
  return async (token) => {
    const options: JWTVerifyOptions = {
      issuer: trust.issuer,
      audience: trust.audience,
      algorithms: [trust.algorithm],
      requiredClaims: ['exp', 'iat', 'sub'],
      currentDate: trust.now(),
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    };
    try {
      const { key } = trust;
      const { payload } =
        typeof key === 'function' ? await jwtVerify(token, key, options) : await jwtVerify(token, key, options);
      return claims.parse(payload);
    } catch (cause) {
      throw new HttpError('token-invalid', { cause });
    }
  };
}
