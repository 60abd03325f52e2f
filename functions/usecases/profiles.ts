import type { IsoDate } from '#document/dates.ts';
import { dateParts } from '#document/dates.ts';
import { typeOfOlderSeries } from '#document/older-types.ts';
import { profileOn } from '#document/organ-directory.ts';
import { type OrganProfile, organProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Deps } from './deps.ts';
import { UseCaseError } from './use-case-error.ts';

/** Greatest number that a key has room for. */
const BEYOND_ALL_NUMBERS = 9_999_999;

/** All profiles of an organ, oldest first. Throws `broken-profile`. */
export async function readProfiles(deps: Deps, organ: string): Promise<OrganProfile[]> {
  const items = await deps.register.listProfiles(organ);
  return items.map(({ validFrom, profile }) => {
    const parsed = organProfile.safeParse(profile);
    if (parsed.success) return parsed.data;
    throw new UseCaseError('broken-profile', { params: { organ, validFrom }, cause: parsed.error });
  });
}

/** The profile that is valid on a day. Throws `no-profile`. */
export function requireProfile(profiles: readonly OrganProfile[], organ: string, on: IsoDate): OrganProfile {
  const profile = profileOn(profiles, organ, on);
  if (!profile) {
    const name = profiles.at(-1)?.name;
    throw new UseCaseError('no-profile', { params: { organ, on, ...(name !== undefined && { name }) } });
  }
  return profile;
}

/** First day of a series in a year, where a profile says that it began within it; undefined: 1 January. */
export function startsOnIn(profiles: readonly OrganProfile[], series: string, year: number): IsoDate | undefined {
  return profiles
    .flatMap((profile) => profile.series.find(({ name }) => name === series)?.startsOn ?? [])
    .findLast((day) => dateParts(day).year === year);
}

/** Makes the first number of a series by year. `startAt` counts only in the year in which its profile begins. */
export function startOf(profiles: readonly OrganProfile[], series: string): (year: number) => number {
  // Numbers of our own are never given in a series of an older book.
  if (typeOfOlderSeries(series)) return () => BEYOND_ALL_NUMBERS;
  return (year) => {
    const starts = profiles
      .filter((profile) => dateParts(profile.validFrom).year === year)
      .flatMap((profile) => profile.series.find(({ name }) => name === series)?.startAt ?? []);
    return starts.at(-1) ?? 1;
  };
}
