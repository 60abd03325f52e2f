import { HttpError } from '#present/problems/http-error.ts';
import type { Members } from '#register/organs/members.ts';
import type { Actor } from '#usecases/actor.ts';
import type { Authenticate } from './verify-token.ts';

/** Milliseconds that a warm function trusts a member it read; a removed person can act no longer than this. */
export const MEMBER_TRUSTED_MS = 30_000;

const MAX_REMEMBERED = 5_000;

/**
 * Checks that who a token names is still a member, and takes the roles they have now instead of those in the token.
 * `trustedMs`: how long one reading holds; 0 reads at each request. Throws `token-invalid` for a person who was removed.
 */
export function currentMember(
  authenticate: Authenticate,
  members: Pick<Members, 'get'>,
  now: () => Date,
  trustedMs = MEMBER_TRUSTED_MS,
): Authenticate {
  const remembered = new Map<string, { readonly roles: Actor['roles'] | null; readonly untilMs: number }>();
  return async (token) => {
    const actor = await authenticate(token);
    const roles = await rolesOf(actor);
    if (!roles) throw new HttpError('token-invalid');
    return { ...actor, roles };
  };

  async function rolesOf({ organ, staffId }: Actor): Promise<Actor['roles'] | null> {
    const key = `${organ} ${staffId}`;
    const nowMs = now().getTime();
    const known = remembered.get(key);
    if (known && known.untilMs > nowMs) return known.roles;
    const member = await members.get(organ, staffId);
    const roles = member?.active ? member.roles : null;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(key, { roles, untilMs: nowMs + trustedMs });
    return roles;
  }
}
