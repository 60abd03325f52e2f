import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { answer, api, session } from '../../api/client.ts';
import { type Member, type OneTimePassword, resetPassword, saveMember } from '../admin/members.ts';
import { type OfficeWay, saveOfficeWay, toForm } from '../admin/office-way.ts';
import { type StoredProfile, saveProfile } from '../admin/profile.ts';
import { isChange, peopleOf, signersOf, type TaskRow, type Wanted, wayOf } from './people-form.ts';

/** Somebody who was added, with what they sign in with the first time. */
export interface Added {
  readonly person: Wanted;
  /** Null where passwords are kept elsewhere. */
  readonly given: OneTimePassword | null;
}

/** Version over which the people of a new office are saved. */
export interface PeopleSeen {
  readonly members: readonly Member[];
  readonly way: OfficeWay;
  readonly profile: StoredProfile;
  readonly all: readonly StoredProfile[];
  /** True where passwords are kept here. */
  readonly keepsPasswords: boolean;
}

/** Writes the series of a new office, and the numbers that they go on from this year. Throws `Problem`. */
export async function saveSeries(
  { profile, all }: Pick<PeopleSeen, 'profile' | 'all'>,
  series: OrganProfile['series'],
  lastNumbers: ReadonlyMap<string, number>,
  year: number,
): Promise<void> {
  await saveProfile({ ...profile.profile, series }, all);
  for (const [name, last] of lastNumbers) {
    if (last < 1) continue;
    const params = { path: { year, series: name } };
    await answer(api.PUT('/series/{year}/{series}', { params, body: { start: last + 1 } }));
  }
}

/** Writes who works in a new office, who signs and who checks. Repeating it adds nobody twice. Throws `Problem`. */
export async function savePeople(rows: readonly TaskRow[], seen: PeopleSeen): Promise<Added[]> {
  const people = peopleOf(rows, seen.members);
  const changed = people.filter((person) => isChange(person, seen.members));
  for (const person of changed) await saveMember({ ...person, active: true });
  const { profile } = seen.profile;
  await saveProfile({ ...profile, signers: signersOf(rows, people, profile.signers) }, seen.all);
  await saveOfficeWay(seen.way, { ...toForm(seen.way), ...wayOf(rows, people) });
  if (changed.some(({ rev }) => rev !== null)) await session.token(true);
  const added: Added[] = [];
  for (const person of changed.filter(({ rev }) => rev === null)) {
    added.push({ person, given: seen.keepsPasswords ? await resetPassword(person.staffId) : null });
  }
  return added;
}
