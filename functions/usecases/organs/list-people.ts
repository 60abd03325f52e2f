import type { Member } from '#register/organs/members.schema.ts';
import type { Actor } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import type { MemberDeps } from './member-deps.ts';

/** A colleague as everyone of the organ may see them. */
export type PersonOfOrgan = Pick<Member, 'staffId' | 'name' | 'roles' | 'active'>;

/** Lists the people of the actor's organ by name and role, those who left too: records name them. */
export async function listPeople({ members }: Pick<MemberDeps, 'members'>, actor: Actor): Promise<PersonOfOrgan[]> {
  requireRole(actor, 'read-office');
  const all = await members.list(actor.organ);
  return all.map(({ staffId, name, roles, active }) => ({ staffId, name, roles, active }));
}
