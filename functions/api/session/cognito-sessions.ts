import { z } from 'zod';
import { HttpError } from '#present/problems/http-error.ts';
import type { Members } from '#register/organs/members.ts';
import type { Authenticate } from '../sign-in/verify-token.ts';
import type { OpenSession, Sessions } from './sessions.ts';

/** A user pool's token endpoint, and what it has to know of the page. */
export interface CognitoSessionOptions {
  /** Origin of the pool's managed login, without a path. */
  readonly domainUrl: string;
  readonly clientId: string;
  /** Address that the code was sent to: the page. */
  readonly redirectUri: string;
  /** Checks an access token of the pool. */
  readonly authenticate: Authenticate;
  readonly members: Pick<Members, 'get'>;
}

/** A person waits for it, and the gateway for thirty seconds. */
const ANSWER_WITHIN_MS = 5_000;
/** As long as the pool's refresh tokens live (`infra/sign-in.ts`). */
const SESSION_SECONDS = 12 * 60 * 60;
/** On a machine that several people use the cookie ends after this without a renewal. */
const SHARED_IDLE_SECONDS = 15 * 60;
/** Cookies say whether the machine is shared: the pool keeps no such thing. */
const SHARED = 'shared.';

const tokens = z.object({
  access_token: z.string().min(1),
  expires_in: z.number().int().positive(),
  /** Absent on renewal without rotation: the one that was sent lives on. */
  refresh_token: z.string().min(1).optional(),
});

/**
 * Sessions of people who sign in at the pool's own page: the code is exchanged here, and the refresh token goes into our cookie and
 * nowhere else. Throws `unavailable` where the pool does not answer.
 */
export function createCognitoSessions(options: CognitoSessionOptions): Sessions {
  const { clientId, redirectUri } = options;

  const ask = async (path: string, fields: Record<string, string>): Promise<Response> => {
    const body = new URLSearchParams({ client_id: clientId, ...fields });
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await fetch(`${options.domainUrl}${path}`, { method: 'POST', body, signal }).catch((cause) => {
      throw new HttpError('unavailable', { cause });
    });
    if (answer.status >= 500 || answer.status === 429) throw new HttpError('unavailable');
    return answer;
  };
  /** Null where the pool refuses the grant. */
  const grant = async (fields: Record<string, string>, isShared: boolean): Promise<OpenSession | null> => {
    const answer = await ask('/oauth2/token', fields);
    if (!answer.ok) return null;
    const read = tokens.safeParse(await answer.json().catch(() => undefined));
    if (!read.success) throw new HttpError('unavailable', { cause: read.error });
    const { access_token: accessToken, expires_in: expiresInSeconds, refresh_token: given } = read.data;
    const refreshToken = given ?? fields['refresh_token'];
    const actor = await options.authenticate(accessToken);
    const member = await options.members.get(actor.organ, actor.staffId);
    if (refreshToken === undefined || !member?.active) return null;
    return {
      accessToken,
      expiresInSeconds,
      refreshToken: isShared ? `${SHARED}${refreshToken}` : refreshToken,
      cookieSeconds: isShared ? SHARED_IDLE_SECONDS : SESSION_SECONDS,
      isShared,
      person: { staffId: actor.staffId, name: member.name, organ: actor.organ, roles: member.roles },
    };
  };
  const ofCookie = (token: string) =>
    token.startsWith(SHARED)
      ? { isShared: true, refreshToken: token.slice(SHARED.length) }
      : { isShared: false, refreshToken: token };

  return {
    open: async (proof, isShared) => {
      if (!('code' in proof)) return null;
      const { code, verifier: code_verifier } = proof;
      const fields = { grant_type: 'authorization_code', code, code_verifier, redirect_uri: redirectUri };
      return grant(fields, isShared);
    },
    renew: async (token) => {
      const { isShared, refreshToken: refresh_token } = ofCookie(token);
      return grant({ grant_type: 'refresh_token', refresh_token }, isShared);
    },
    close: async (token) => {
      await ask('/oauth2/revoke', { token: ofCookie(token).refreshToken });
    },
  };
}
