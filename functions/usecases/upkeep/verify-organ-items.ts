import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Member } from '#register/organs/members.schema.ts';
import type { Members } from '#register/organs/members.ts';
import type { ProfilesHolding, SettingsHolding } from '#register/upkeep/holdings.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import type { Violation } from './violation.ts';

/** I9 of the profiles of an organ: each is one, of this organ, from its day on. */
export function verifyProfiles({ organ, profiles, brokenSeals }: ProfilesHolding): Violation[] {
  return profiles.flatMap((item) => {
    const parsed = organProfile.safeParse(item.profile).data;
    const isSound = parsed?.organId === organ && parsed.validFrom === item.validFrom && item.organ === organ;
    const isWhole = isSound && !brokenSeals.includes(item.validFrom);
    return isWhole ? [] : [{ invariant: 'I9', code: 'profile-broken', organ, where: item.validFrom } as const];
  });
}

/** I9 of what an organ has set and collected: each says what it said when it was written. */
export function verifySettings({ organ, partition, brokenSeals }: SettingsHolding): Violation[] {
  return brokenSeals.map((what) => ({ invariant: 'I9', code: 'seal-broken', organ, where: partition, what }));
}

/** I9 of the public directory of names: an organ is found by each name that its profiles say. */
export async function verifyNames(
  inspection: Pick<Inspection, 'missingNames'>,
  { organ, profiles }: ProfilesHolding,
): Promise<Violation[]> {
  const parsed = profiles.flatMap(({ profile }) => organProfile.safeParse(profile).data ?? []);
  const names = [...new Set(parsed.flatMap(({ name, formerNames = [] }) => [name, ...formerNames]))];
  const missing = await Promise.all(names.map((name) => inspection.missingNames(organ, name)));
  return names.flatMap((where, index) =>
    (missing[index] ?? 0) === 0
      ? []
      : [{ invariant: 'I9', code: 'names-missing', organ, where, what: String(missing[index]) } as const],
  );
}

/** I9 of the members of an organ: each stands as their last change says, under a sign-in name that is theirs. */
export async function verifyMembers(members: Members, organ: string): Promise<Violation[]> {
  const violations: Violation[] = [];
  for (const member of await members.list(organ)) {
    const holder = member.active ? await members.ofLogin(member.username) : member;
    const isTheirs = holder?.organ === organ && holder.staffId === member.staffId;
    const isKnown = (await members.get(organ, member.staffId))?.username === member.username;
    const names = [...(isTheirs ? [] : ['username']), ...(isKnown ? [] : ['staffId'])];
    for (const what of [...changeDifferences(member), ...names]) {
      violations.push({ invariant: 'I9', code: 'member-differs', organ, where: member.staffId, what });
    }
  }
  return violations;
}

/** Members of files of the first kind have no change; they say nothing. */
function changeDifferences(member: Member): string[] {
  const last = member.changes.at(-1);
  if (!last) return [];
  return [
    ...(last.rev === member.rev && last.by === member.updatedBy && last.at === member.updatedAt ? [] : ['rev']),
    ...(last.name === member.name ? [] : ['name']),
    ...(last.email === member.email ? [] : ['email']),
    ...(last.unit === member.unit ? [] : ['unit']),
    ...(last.active === member.active ? [] : ['active']),
    ...(last.roles.join() === member.roles.join() ? [] : ['roles']),
  ];
}
