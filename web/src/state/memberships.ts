import { answer, homeApi } from '../api/client.ts';
import type { components } from '../api/generated/contract.d.ts';
import type { Person } from '../api/types.ts';
import { createLoaded } from './loaded.ts';

/** An organ that a person belongs to, or is invited to. */
export type Membership = components['schemas']['Membership'];

/** The organs of the signed-in person, their own first. */
export const memberships = createLoaded<readonly Membership[]>(
  async () => (await answer(homeApi.GET('/memberships'))).data.items,
);

/** The person as they act for an organ: its roles, not those at home. Null where they may not act for it. */
export function actingPerson(person: Person, organ: string | null, all: readonly Membership[]): Person | null {
  if (organ === null || organ === person.organ) return person;
  const taken = all.find((one) => one.organ === organ && one.isAccepted && !one.isHome);
  return taken ? { ...person, organ, roles: taken.roles } : null;
}

/** The organ to name in an address for a membership: none for the person's own. */
export function organInPath({ organ, isHome }: Membership): string | null {
  return isHome ? null : organ;
}

/** Takes an invitation. Throws `Problem`. */
export async function acceptInvitation(organ: string): Promise<void> {
  const params = { path: { organ } };
  await answer(homeApi.POST('/memberships/{organ}/accept', { params, body: {} }));
  await memberships.reload();
}
