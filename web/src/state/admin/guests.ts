import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { formatDay } from '../format.ts';
import { createLoaded } from '../loaded.ts';

/** A person of another organ who works for this one as well. */
export type Guest = components['schemas']['Guest'];
/** A role that a guest may have: never an admin's. */
export type GuestRole = Guest['roles'][number];

/** Roles of guests in the order in which a document passes them. */
export const GUEST_ROLES: readonly GuestRole[] = ['drafter', 'checker', 'signer', 'clerk', 'reader'];

/** Guests of the own organ, those who work here first. */
export const guests = createLoaded<readonly Guest[]>(async () => {
  const { data } = await answer(api.GET('/guests'));
  return [...data.items].sort((a, b) => Number(b.active) - Number(a.active));
});

/** An invitation as the form has it. */
export interface GuestForm {
  readonly staffId: string;
  readonly home: string;
  readonly roles: readonly GuestRole[];
}

/** Invites somebody of another organ, or invites them again. Throws `Problem`. */
export async function inviteGuest({ staffId, home, roles }: GuestForm, before?: Guest): Promise<void> {
  await put(staffId.trim().toLowerCase(), { home: home.trim().toLowerCase(), roles: [...roles], active: true }, before);
}

/** Ends a guest's work for this organ. Throws `Problem`. */
export async function endGuest(guest: Guest): Promise<void> {
  await put(guest.staffId, { home: guest.home, roles: guest.roles, active: false }, guest);
}

async function put(staffId: string, body: components['schemas']['PutGuest'], before?: Guest): Promise<void> {
  const header = before ? { 'If-Match': `"r${before.rev}"` } : { 'If-None-Match': '*' };
  await answer(api.PUT('/guests/{staffId}', { params: { path: { staffId }, header }, body }));
  await guests.reload();
}

/** `Đang làm việc`, `Chưa nhận lời`, or since when somebody is no longer. */
export function guestStanding({ active, acceptedAt, updatedAt }: Guest): string {
  if (!active) return `Đã thôi từ ${formatDay(updatedAt)}`;
  return acceptedAt === undefined ? 'Chưa nhận lời' : `Làm việc ở đây từ ${formatDay(acceptedAt)}`;
}
