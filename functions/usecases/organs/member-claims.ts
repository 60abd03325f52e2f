import type { Members } from '#register/organs/members.ts';
import type { Actor } from '../actor.ts';

/**
 * Claims for the token of an active member; undefined for anyone else. Read at every sign-in and renewal, so a new role
 * counts from the next token.
 */
export async function memberClaims(members: Pick<Members, 'ofLogin'>, username: string): Promise<Actor | undefined> {
  const member = await members.ofLogin(username);
  if (!member?.active) return undefined;
  const { organ, staffId, roles } = member;
  return { organ, staffId, roles };
}
