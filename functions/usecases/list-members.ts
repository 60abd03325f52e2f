import type { Member } from '../register/members.schema.ts';
import type { Actor } from './actor.ts';
import type { MemberDeps } from './member-deps.ts';
import { requireRole } from './who-may.ts';

/** The members of the actor's organ, with every change that was made of them. */
export function listMembers(deps: MemberDeps, actor: Actor): Promise<Member[]> {
  requireRole(actor, 'list-members');
  return deps.members.list(actor.organ);
}
