import type { IsoDate } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { Deps } from '../deps.ts';
import { requireProfile, startsOnIn } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A series of a year, on the day whose profile is asked. */
export interface SeriesOnDay {
  readonly series: string;
  readonly year: number;
  readonly on: IsoDate;
}

/** Tells whether another system numbers a series: by its first number of the year, before that by the profile. */
export async function isRecordedSeries(
  deps: Deps,
  organ: string,
  profiles: readonly OrganProfile[],
  { series, year, on }: SeriesOnDay,
): Promise<boolean> {
  const counter = await deps.register.getSeries(organ, year, series);
  if (counter?.given !== undefined) return counter.given === 'recorded';
  if (counter?.seq !== undefined) return false;
  return requireProfile(profiles, organ, on).series.some(({ name, given }) => name === series && given === 'recorded');
}

/** Throws `series-own` where the series gives its numbers itself, `before-series` for a day before it began. */
export async function requireRecordedSeries(
  deps: Deps,
  organ: string,
  profiles: readonly OrganProfile[],
  day: SeriesOnDay,
): Promise<void> {
  const { series, year } = day;
  if (!(await isRecordedSeries(deps, organ, profiles, day))) throw new RegisterError('series-own', { year, series });
  const startsOn = startsOnIn(profiles, series, year);
  if (startsOn !== undefined && day.on < startsOn)
    throw new UseCaseError('before-series', { params: { series, startsOn, issuedDate: day.on } });
}

/** Throws `series-recorded` where another system gives the numbers of the series. */
export async function requireOwnSeries(
  deps: Deps,
  organ: string,
  profiles: readonly OrganProfile[],
  day: SeriesOnDay,
): Promise<void> {
  const { series, year } = day;
  const isSaid = requireProfile(profiles, organ, day.on).series.some(
    ({ name, given }) => name === series && given === 'recorded',
  );
  // Only a profile that says it costs a look at the counter; the register refuses the rest.
  if (isSaid && (await isRecordedSeries(deps, organ, profiles, day)))
    throw new RegisterError('series-recorded', { year, series });
}
