import type { Members } from '#register/organs/members.ts';
import type { Actor } from '../actor.ts';

/**
 * What a token may say of who signs in: of an active member alone; undefined for everyone else. `members` is asked at every
 * sign-in and every renewal, so that a changed role counts from the next token on.
 */
export async function memberClaims(members: Pick<Members, 'ofLogin'>, username: string): Promise<Actor | undefined> {
  const member = await members.ofLogin(username);
  if (!member?.active) return undefined;
  const { organ, staffId, roles } = member;
  return { organ, staffId, roles };
}
