import { answer, api } from '../../api/client.ts';
import { createLoaded } from '../loaded.ts';
import type { Reminders } from './work.ts';

/** The office of whoever is signed in. */
export interface Office {
  readonly name: string;
  /** Names of people by their ids, as far as the office's information has them. */
  readonly names: ReadonlyMap<string, string>;
}

/** Name and signers of the own office. */
export const office = createLoaded<Office>(async () => {
  const { data } = await answer(api.GET('/profiles'));
  return toOffice(
    data.items.map(({ profile }) => profile),
    new Date().toISOString().slice(0, 10),
  );
});

/** The office as its information says it on a day; what is not as expected is left out. */
export function toOffice(profiles: readonly unknown[], today: string): Office {
  const known = profiles.filter(isRecord);
  const current = known.findLast(({ validFrom }) => String(validFrom) <= today) ?? known.at(-1);
  const signers = known.flatMap(({ signers: all }) => (Array.isArray(all) ? all.filter(isRecord) : []));
  return {
    name: String(current?.name ?? ''),
    names: new Map(signers.map(({ staffId, fullName }) => [String(staffId), String(fullName)])),
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** What waits for whoever is signed in. */
export const reminders = createLoaded<Reminders>(async () => {
  const { data } = await answer(api.GET('/reminders'));
  return data;
});

/** Nothing waits. */
export const NOTHING: Reminders = { unfinished: [], toApprove: [], toIssue: [], returned: [] };
