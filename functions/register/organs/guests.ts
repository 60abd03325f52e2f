import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { guestAtKey, guestKey } from '../table/keys/organ-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';
import { type Guest, guestAtSchema, guestSchema } from './guest.schema.ts';

/** A guest as an admin of the organ wants them to be. `rev`: null for a new one, else the one that was seen. */
export interface PutGuestCommand extends Pick<Guest, 'organ' | 'staffId' | 'home' | 'roles' | 'active'> {
  readonly rev: number | null;
  /** staffId. */
  readonly actor: string;
  readonly at: Date;
}

/** A person takes a membership that they were offered. */
export interface AcceptGuestCommand extends Pick<Guest, 'organ' | 'staffId' | 'home'> {
  /** As their home knows them. */
  readonly name: string;
  readonly at: Date;
}

/** Changes that a guest's item keeps. */
const MAX_CHANGES = 200;

/** See `Register.getGuest`. */
export async function getGuest(table: Table, organ: string, staffId: string): Promise<Guest | undefined> {
  const item = await table.get(guestKey(organ, staffId));
  return item && readItem(guestSchema, item);
}

/** See `Register.listGuests`. */
export async function listGuests(table: Table, organ: string): Promise<Guest[]> {
  const items = await queryAll(table, { partition: guestKey(organ, 'a').PK, sort: { startsWith: 'GUEST#' } });
  return items.map((item) => readItem(guestSchema, item));
}

/** See `Register.listMemberships`. */
export async function listMemberships(table: Table, home: string, staffId: string): Promise<Guest[]> {
  const { PK, SK } = guestAtKey(home, staffId, 'a');
  const pointers = await queryAll(table, { partition: PK, sort: { startsWith: SK.slice(0, -1) } });
  const organs = pointers.map((item) => readItem(guestAtSchema, item).at);
  const items = await table.getMany(organs.map((organ) => guestKey(organ, staffId)));
  const guests = items.flatMap((item) => (item ? [readItem(guestSchema, item)] : []));
  return guests.filter((guest) => guest.home === home);
}

/** See `Register.putGuest`. Who is ended has to take the membership anew, should they come back. */
export async function putGuest(table: Table, command: PutGuestCommand): Promise<Guest> {
  const { organ, staffId, home, roles, active, actor, at } = command;
  const standing = await getGuest(table, organ, staffId);
  if ((standing?.rev ?? null) !== command.rev) throw new RegisterError('stale', { rev: standing?.rev ?? 0 });
  if (standing && standing.home !== home) throw new RegisterError('guest-of-another', { staffId });
  const acceptedAt = active && standing?.active ? standing.acceptedAt : undefined;
  const now = { roles, active, ...(acceptedAt !== undefined && { acceptedAt }) };
  const name = standing?.name === undefined ? {} : { name: standing.name };
  const guest = changed({ organ, staffId, home, ...name }, standing, now, actor, at);
  await write(table, guest, standing);
  return guest;
}

/** See `Register.acceptMembership`. */
export async function acceptMembership(table: Table, command: AcceptGuestCommand): Promise<Guest> {
  const { organ, staffId, home, name, at } = command;
  const standing = await getGuest(table, organ, staffId);
  if (!standing?.active || standing.home !== home) throw new RegisterError('not-found');
  if (standing.acceptedAt !== undefined) return standing;
  const now = { roles: standing.roles, active: true, acceptedAt: at.toISOString() };
  const guest = changed({ organ, staffId, home, name }, standing, now, staffId, at);
  await write(table, guest, standing);
  return guest;
}

function changed(
  who: Pick<Guest, 'organ' | 'staffId' | 'home' | 'name'>,
  standing: Guest | undefined,
  now: Pick<Guest, 'roles' | 'active' | 'acceptedAt'>,
  by: string,
  moment: Date,
): Guest {
  const rev = (standing?.rev ?? 0) + 1;
  const at = moment.toISOString();
  const changes = [...(standing?.changes ?? []), { ...now, rev, by, at }].slice(-MAX_CHANGES);
  return { schema: 'guest@1', ...who, ...now, rev, updatedBy: by, updatedAt: at, changes };
}

async function write(table: Table, guest: Guest, standing: Guest | undefined): Promise<void> {
  const { organ, staffId, home } = guest;
  const outcome = await commit(table, [
    { put: sealed({ ...guestKey(organ, staffId), ...guest }), if: standing ? equals({ rev: standing.rev }) : isNew },
    { put: sealed({ ...guestAtKey(home, staffId, organ), schema: 'guest-at@1', home, staffId, at: organ }) },
  ]);
  if (!outcome.done) throw new RegisterError('stale', { rev: Number(outcome.reasons[0]?.item?.['rev'] ?? 0) });
}
