import { dateParts, vietnamDate } from '#document/dates.ts';
import { OLDER_SERIES_NAMES, typeOfOlderSeries } from '#document/older-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { SeriesCounter, YearClosing } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, startOf } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A series of an organ in a year: what it numbers, where it stands, how it ended. */
export interface YearSeries {
  readonly year: number;
  readonly series: string;
  /** Types that share it. */
  readonly types: readonly string[];
  /** First number, given or to come. */
  readonly start: number;
  readonly counter: SeriesCounter | undefined;
  readonly closing: YearClosing | undefined;
}

/**
 * Lists the series that an organ's profiles name for a year, with their counters and closings. Those of older books in
 * which something stands follow.
 */
export async function listYearSeries(
  deps: Deps,
  actor: Actor,
  input: { readonly year: number },
): Promise<YearSeries[]> {
  requireRole(actor, 'read-series');
  const { organ } = actor;
  const { year } = input;
  const profiles = await readProfiles(deps, organ);
  const older = await olderSeriesOfYear(deps, organ, year);
  return Promise.all(
    [...seriesOfYear(profiles, year), ...older].map(async ({ name, types }) => {
      const [counter, closing] = await Promise.all([
        deps.register.getSeries(organ, year, name),
        deps.register.getClosing(organ, year, name),
      ]);
      return { year, series: name, types, start: counter?.start ?? startOf(profiles, name)(year), counter, closing };
    }),
  );
}

/**
 * Sets the number that a series starts from, for an office that comes over in mid-year; it may be changed until the first
 * number of our own. A year to come starts from 01 on 1 January (Điều 15). Throws `not-found` for a series that no profile
 * names, `start-of-future-year`, `series-started`, `series-closed`.
 */
export async function openSeries(
  deps: Deps,
  actor: Actor,
  input: { readonly year: number; readonly series: string; readonly start: number },
): Promise<SeriesCounter> {
  requireRole(actor, 'open-series');
  await requireSeries(deps, actor, input);
  const { year, start } = input;
  const isToCome = year > dateParts(vietnamDate(deps.clock.now())).year;
  if (isToCome && start !== 1) throw new UseCaseError('start-of-future-year', { params: { year } });
  return deps.register.openSeries({ organ: actor.organ, ...input });
}

/**
 * Closes a year that is over: its series takes no number, document or file any more, and totals with a hash over its rows are
 * kept. Closing it again answers what stands. Throws `year-not-over`, `not-found`, `unfinished`.
 */
export async function closeYear(
  deps: Deps,
  actor: Actor,
  input: { readonly year: number; readonly series: string },
): Promise<YearClosing> {
  requireRole(actor, 'close-year');
  const { year, series } = input;
  const at = deps.clock.now();
  const thisYear = dateParts(vietnamDate(at)).year;
  if (year >= thisYear) throw new UseCaseError('year-not-over', { params: { year } });
  const profiles = await requireSeries(deps, actor, input);
  const { organ, staffId } = actor;
  return deps.register.closeYear({ organ, year, series, start: startOf(profiles, series)(year), actor: staffId, at });
}

async function requireSeries(
  deps: Deps,
  { organ }: Actor,
  { year, series }: { readonly year: number; readonly series: string },
): Promise<OrganProfile[]> {
  const profiles = await readProfiles(deps, organ);
  const isNamed = seriesOfYear(profiles, year).some(({ name }) => name === series);
  const isKnown =
    isNamed ||
    (await deps.register.getSeries(organ, year, series)) !== undefined ||
    (await hasNumbers(deps, organ, year, series));
  if (!isKnown) throw new UseCaseError('not-found');
  return profiles;
}

/** Series of types that no profile numbers, those in which something stands. */
async function olderSeriesOfYear(deps: Deps, organ: string, year: number) {
  const stand = await Promise.all(OLDER_SERIES_NAMES.map((name) => hasNumbers(deps, organ, year, name)));
  const names = OLDER_SERIES_NAMES.filter((_, index) => stand[index]);
  return names.map((name) => ({ name, types: [typeOfOlderSeries(name)?.code ?? ''] }));
}

async function hasNumbers(deps: Deps, organ: string, year: number, series: string): Promise<boolean> {
  if ((await deps.register.lastNumber(organ, year, series)) !== undefined) return true;
  return (await deps.register.listBlanks(organ, year, series)).length > 0;
}

/** The series that profiles name for a year, the last profile first. */
export function seriesOfYear(profiles: readonly OrganProfile[], year: number): OrganProfile['series'] {
  const valid = profiles.filter(
    ({ validFrom, validTo }) =>
      dateParts(validFrom).year <= year && (validTo === null || dateParts(validTo).year >= year),
  );
  return [...new Map(valid.flatMap(({ series }) => series.map((one) => [one.name, one] as const))).values()];
}
