import { HttpError } from '#present/problems/http-error.ts';
import type { Member } from '#register/organs/members.schema.ts';
import type { Members } from '#register/organs/members.ts';
import type { Actor } from '#usecases/actor.ts';
import type { Authenticate } from './verify-token.ts';

/** Milliseconds that a warm function trusts a member it read; a removed person can act no longer than this. */
export const MEMBER_TRUSTED_MS = 30_000;

/** Rights of a person as their membership has them now. */
type Standing = Pick<Actor, 'roles' | 'unit'>;

const MAX_REMEMBERED = 5_000;

/**
 * Checks that the person of a token is still a member. Roles and unit are those of now, not those of the token.
 * `trustedMs`: how long one reading holds; 0 reads at each request. Throws `token-invalid` for a person who was
 * removed.
 */
export function currentMember(
  authenticate: Authenticate,
  members: Pick<Members, 'get'>,
  now: () => Date,
  trustedMs = MEMBER_TRUSTED_MS,
): Authenticate {
  const remembered = new Map<string, { readonly standing: Standing | null; readonly untilMs: number }>();
  return async (token) => {
    const actor = await authenticate(token);
    const standing = await standingOf(actor);
    if (!standing) throw new HttpError('token-invalid');
    const { organ, staffId } = actor;
    return { organ, staffId, ...standing };
  };

  async function standingOf({ organ, staffId }: Actor): Promise<Standing | null> {
    const key = `${organ} ${staffId}`;
    const nowMs = now().getTime();
    const known = remembered.get(key);
    if (known && known.untilMs > nowMs) return known.standing;
    const member = await members.get(organ, staffId);
    const standing = member?.active ? ofMember(member) : null;
    if (remembered.size >= MAX_REMEMBERED) remembered.clear();
    remembered.set(key, { standing, untilMs: nowMs + trustedMs });
    return standing;
  }
}

function ofMember({ roles, unit }: Member): Standing {
  return { roles, ...(unit !== undefined && { unit }) };
}
