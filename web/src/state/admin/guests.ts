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

/** Invites somebody of another organ by the name they sign in by. Throws `Problem`. */
export async function inviteGuest(username: string, roles: readonly GuestRole[]): Promise<void> {
  await answer(api.POST('/guests', { body: { username: username.trim(), roles: [...roles] } }));
  await guests.reload();
}

/** Gives a guest other roles; one who was ended is invited again. Throws `Problem`. */
export async function changeGuest(guest: Guest, roles: readonly GuestRole[]): Promise<void> {
  await put(guest, { roles: [...roles], active: true });
}

/** Ends a guest's work for this organ. Throws `Problem`. */
export async function endGuest(guest: Guest): Promise<void> {
  await put(guest, { roles: guest.roles, active: false });
}

async function put({ staffId, home, rev }: Guest, said: Pick<Guest, 'roles' | 'active'>): Promise<void> {
  const params = { path: { staffId }, header: { 'If-Match': `"r${rev}"` } };
  await answer(api.PUT('/guests/{staffId}', { params, body: { home, ...said } }));
  await guests.reload();
}

/** The name of a guest; one who has not taken the invitation yet is not named. */
export function guestName({ name }: Guest): string {
  return name ?? 'Người được mời, chưa nhận lời';
}

/** `Đang làm việc`, `Chưa nhận lời`, or since when somebody is no longer. */
export function guestStanding({ active, acceptedAt, updatedAt }: Guest): string {
  if (!active) return `Đã thôi từ ${formatDay(updatedAt)}`;
  return acceptedAt === undefined ? 'Chưa nhận lời' : `Làm việc ở đây từ ${formatDay(acceptedAt)}`;
}
