import type { Member } from '#register/organs/members.schema.ts';
import type { Actor } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import type { GuestDeps } from './guests.ts';

/** A colleague as everyone of the organ may see them. */
export type PersonOfOrgan = Pick<Member, 'staffId' | 'name' | 'unit' | 'roles' | 'active'>;

/**
 * Lists the people of the actor's organ by name and role, those who left too: records name them. Guests are among them once they took
 * the membership.
 */
export async function listPeople({ members, register }: GuestDeps, actor: Actor): Promise<PersonOfOrgan[]> {
  requireRole(actor, 'read-office');
  const [own, invited] = await Promise.all([members.list(actor.organ), register.listGuests(actor.organ)]);
  const guests = invited.flatMap(({ name, ...guest }) => (name === undefined ? [] : [{ ...guest, name }]));
  const people: PersonOfOrgan[] = [...own, ...guests];
  return people.map(({ staffId, name, unit, roles, active }) => {
    return { staffId, name, ...(unit !== undefined && { unit }), roles, active };
  });
}
