import {
  type CryptoKey,
  errors,
  type JWK,
  type JWTVerifyGetKey,
  type JWTVerifyOptions,
  jwtVerify,
  type KeyObject,
} from 'jose';
import { z } from 'zod';
import { stableId } from '#document/schemas/text.schema.ts';
import { HttpError } from '#present/problems/http-error.ts';
import { type Actor, role } from '#usecases/actor.ts';

/** Turns a bearer token into who asks. Throws `token-invalid`; `unavailable` where the issuer's keys cannot be read. */
export type Authenticate = (token: string) => Promise<Actor>;

/** Issuers whose tokens are accepted. */
export interface TokenTrust {
  readonly issuer: string;
  /** Client named by `aud`; Cognito's access tokens have none. */
  readonly audience?: string;
  /** Claims that must be just so: Cognito's `client_id` and `token_use`. */
  readonly exactly?: Readonly<Record<string, string>>;
  /** Pinned: whatever a token's own header says, no other is tried. */
  readonly algorithm: 'EdDSA' | 'ES256' | 'RS256';
  /** The key, or a function that finds it by the token's `kid` (a remote key set). */
  readonly key: CryptoKey | KeyObject | JWK | JWTVerifyGetKey;
  /** The wall clock that expiry is measured by. */
  now(): Date;
}

/** Seconds by which two hosts' clocks may differ. */
const CLOCK_TOLERANCE_SECONDS = 5;

/** Errors of jose for a key set that does not answer, or answers something else. */
const OF_THE_FETCH: ReadonlySet<string> = new Set(['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID']);

const claims = z.object({ staffId: stableId, organ: stableId, roles: z.array(role).max(10) });

/** Makes the check of tokens: signature, algorithm, issuer, audience, expiry, and the claims that say who asks. */
export function createAuthenticate(trust: TokenTrust): Authenticate {
  return async (token) => {
    const options: JWTVerifyOptions = {
      issuer: trust.issuer,
      ...(trust.audience !== undefined && { audience: trust.audience }),
      algorithms: [trust.algorithm],
      requiredClaims: ['exp', 'iat', 'sub'],
      currentDate: trust.now(),
      clockTolerance: CLOCK_TOLERANCE_SECONDS,
    };
    try {
      const { key } = trust;
      const { payload } =
        typeof key === 'function' ? await jwtVerify(token, found(key), options) : await jwtVerify(token, key, options);
      const wrong = Object.entries(trust.exactly ?? {}).find(([name, value]) => payload[name] !== value);
      if (wrong) throw new errors.JWTClaimValidationFailed('unexpected claim value', payload, wrong[0], 'check_failed');
      return claims.parse(payload);
    } catch (cause) {
      if (cause instanceof HttpError) throw cause;
      throw new HttpError('token-invalid', { cause });
    }
  };
}

/** Reports keys that could not be fetched as retryable: the token may be sound. */
function found(key: JWTVerifyGetKey): JWTVerifyGetKey {
  return async (header, token) => {
    try {
      return await key(header, token);
    } catch (cause) {
      const isOfTheToken = cause instanceof errors.JOSEError && !OF_THE_FETCH.has(cause.code);
      throw isOfTheToken ? cause : new HttpError('unavailable', { cause });
    }
  };
}
