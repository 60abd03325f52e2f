import type { Member } from '#register/organs/members.schema.ts';
import type { Actor } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import type { MemberDeps } from './member-deps.ts';

/** The members of the actor's organ, with every change that was made of them. */
export function listMembers(deps: MemberDeps, actor: Actor): Promise<Member[]> {
  requireRole(actor, 'list-members');
  return deps.members.list(actor.organ);
}
