import type { Guest } from '#register/organs/guest.schema.ts';
import type { Register } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import { UseCaseError } from '../use-case-error.ts';
import type { MemberDeps } from './member-deps.ts';

/** Dependencies of the use cases of guests. */
export interface GuestDeps extends MemberDeps {
  readonly register: Pick<
    Register,
    'putGuest' | 'getGuest' | 'listGuests' | 'listMemberships' | 'acceptMembership' | 'listProfiles'
  >;
}

/** A guest as an admin wants them to be. `rev`: null for a new one, else the one that was seen. */
export interface GuestInput extends Pick<Guest, 'staffId' | 'home' | 'roles' | 'active'> {
  readonly rev: number | null;
}

/** Lists the people of other organs who work in the actor's as well. */
export function listGuests({ register }: GuestDeps, actor: Actor): Promise<Guest[]> {
  requireRole(actor, 'list-members');
  return register.listGuests(actor.organ);
}

/**
 * Invites a person of another organ to the actor's, changes their roles or ends it. It counts once the person takes it; whether they
 * are there is not told. Throws `own-home`, `id-of-member`, `guest-of-another`, `stale`.
 */
export async function putGuest(deps: GuestDeps, actor: Actor, input: GuestInput): Promise<Guest> {
  requireRole(actor, 'put-member');
  const { organ } = actor;
  if (input.home === organ) throw new UseCaseError('own-home');
  // Records name people by their id alone: two of one organ never share one.
  if (await deps.members.get(organ, input.staffId)) throw new UseCaseError('id-of-member');
  const roles = [...new Set(input.roles)];
  return deps.register.putGuest({ ...input, roles, organ, actor: actor.staffId, at: deps.clock.now() });
}

/** An invitation as people say it: to whom, and as what. */
export interface InvitationInput extends Pick<Guest, 'roles'> {
  /** Name that the person signs in by, in any case. */
  readonly username: string;
}

/**
 * Invites a person of another organ by the name they sign in by, or invites them again. Throws `no-such-login`, `own-home`,
 * `id-of-member`, `guest-of-another`, `stale`.
 */
export async function inviteByLogin(deps: GuestDeps, actor: Actor, input: InvitationInput): Promise<Guest> {
  requireRole(actor, 'put-member');
  const person = await deps.members.ofLogin(input.username);
  if (!person?.active) throw new UseCaseError('no-such-login', { params: { username: input.username } });
  const { organ: home, staffId } = person;
  const standing = await deps.register.getGuest(actor.organ, staffId);
  return putGuest(deps, actor, { staffId, home, roles: input.roles, active: true, rev: standing?.rev ?? null });
}

/** An organ that a person belongs to, or is invited to. */
export interface Membership extends Pick<Actor, 'organ' | 'roles'> {
  /** As its profile calls it; null without one. */
  readonly organName: string | null;
  readonly isHome: boolean;
  /** False: they were invited and have not taken it. */
  readonly isAccepted: boolean;
}

/** Lists the organs that the actor belongs to or is invited to, their own first. */
export async function listMemberships(deps: GuestDeps, actor: Actor): Promise<Membership[]> {
  requireRole(actor, 'read-office');
  const home = actor.home ?? actor.organ;
  const own = await deps.members.get(home, actor.staffId);
  const guests = (await deps.register.listMemberships(home, actor.staffId)).filter(({ active }) => active);
  const names = await Promise.all([home, ...guests.map(({ organ }) => organ)].map((organ) => nameOf(deps, organ)));
  return [
    { organ: home, organName: names[0] ?? null, roles: own?.roles ?? [], isHome: true, isAccepted: true },
    ...guests.map(({ organ, roles, acceptedAt }, i) => {
      return { organ, organName: names[i + 1] ?? null, roles, isHome: false, isAccepted: acceptedAt !== undefined };
    }),
  ];
}

async function nameOf({ register }: GuestDeps, organ: string): Promise<string | null> {
  const profile: unknown = (await register.listProfiles(organ)).at(-1)?.profile;
  const name = typeof profile === 'object' && profile !== null && 'name' in profile ? profile.name : null;
  return typeof name === 'string' ? name : null;
}

/** Takes a membership that the actor was offered; repeating it answers the same. Throws `not-found`. */
export async function acceptMembership(deps: GuestDeps, actor: Actor, organ: string): Promise<Membership> {
  requireRole(actor, 'read-office');
  const { staffId, home = actor.organ } = actor;
  const own = await deps.members.get(home, staffId);
  if (!own?.active) throw new UseCaseError('not-found');
  await deps.register.acceptMembership({ organ, staffId, home, name: own.name, at: deps.clock.now() });
  const found = (await listMemberships(deps, actor)).find((one) => one.organ === organ);
  if (!found) throw new UseCaseError('not-found');
  return found;
}

/**
 * The actor as they act for another organ: by a membership that stands now and that they took. An id that a member of that organ has is
 * that member's. Throws `not-a-member`, also for an organ that is none.
 */
export async function actFor(deps: GuestDeps, actor: Actor, organ: string): Promise<Actor> {
  if (organ === actor.organ) return actor;
  const { staffId, organ: home } = actor;
  const [member, guest] = await Promise.all([deps.members.get(organ, staffId), deps.register.getGuest(organ, staffId)]);
  const counts = guest?.active === true && guest.acceptedAt !== undefined && guest.home === home;
  if (!counts || member !== undefined) throw new UseCaseError('not-a-member');
  return { organ, staffId, roles: guest.roles, home };
}
