import { type OrganProfile, organProfile } from '#document/schemas/organ-profile.schema.ts';
import { answer, api } from '../../api/client.ts';
import { Problem } from '../../api/problem.ts';
import type { OfficeRules } from '../document/acts.ts';
import { createLoaded } from '../loaded.ts';
import type { Reminders } from './work.ts';

/** The office of whoever is signed in. */
export interface Office {
  readonly name: string;
  /** Names of people by their ids: members, and signers that the office's information has. */
  readonly names: ReadonlyMap<string, string>;
  /** The office's information of today; null where it has none yet. */
  readonly profile: OrganProfile | null;
  readonly rules: OfficeRules;
  /** Some documents pass steps before they are signed. */
  readonly hasSteps: boolean;
}

interface OfficeSteps {
  readonly steps: readonly unknown[];
}

/** Name and signers of the own office. */
export const office = createLoaded<Office>(async () => {
  const [profiles, people, rules] = await Promise.all([
    answer(api.GET('/profiles')),
    answer(api.GET('/people')),
    answer(api.GET('/office')),
  ]);
  return toOffice(
    profiles.data.items.map(({ profile }) => profile),
    people.data.items,
    rules.data,
    new Date().toISOString().slice(0, 10),
  );
});

/** The office as its information says it on a day; what is not as expected is left out. */
export function toOffice(
  profiles: readonly unknown[],
  people: readonly { readonly staffId: string; readonly name: string }[],
  { ownDraftAllowed, absences, steps = [] }: OfficeRules & { readonly steps?: readonly OfficeSteps[] | undefined },
  today: string,
): Office {
  const known = profiles.filter(isRecord);
  const current = known.findLast(({ validFrom }) => String(validFrom) <= today) ?? known.at(-1);
  const profile = organProfile.safeParse(current).data ?? null;
  const hasPredecessors = (profile?.predecessors ?? []).length > 0;
  const signers = known.flatMap(({ signers: all }) => (Array.isArray(all) ? all.filter(isRecord) : []));
  return {
    name: String(current?.name ?? ''),
    profile,
    rules: { ownDraftAllowed, absences, hasPredecessors },
    hasSteps: steps.some((one) => one.steps.length > 0),
    names: new Map([
      ...signers.map(({ staffId, fullName }) => [String(staffId), String(fullName)] as const),
      ...people.map(({ staffId, name }) => [staffId, name] as const),
    ]),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** Work that waits for the signed-in person; nothing where no role of theirs has work with documents. */
export const reminders = createLoaded<Reminders>(() =>
  answer(api.GET('/reminders')).then(
    ({ data }) => data,
    (error) => {
      if (error instanceof Problem && error.code === 'role-missing') return NOTHING;
      throw error;
    },
  ),
);

/** Rules of an office that has not said any. */
export const USUAL_RULES: OfficeRules = { ownDraftAllowed: false };

/** Nothing waits. */
export const NOTHING: Reminders = {
  unfinished: [],
  toCheck: [],
  toApprove: [],
  toIssue: [],
  toSend: [],
  returned: [],
  cameDown: [],
  lastNumbers: [],
};
