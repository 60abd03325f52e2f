import { dateParts, vietnamDate } from '#document/dates.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { may } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { seriesOfYear } from './year-series.ts';

/** Last number of a series and its day. */
export interface LastNumber {
  readonly year: number;
  readonly series: string;
  readonly seq: number;
  readonly issuedDate: string;
}

/**
 * Last numbers for a clerk to compare with the paper book before the first number of a day: those of series without a number
 * today. Empty unless the marks of numbers have no copy outside the machine: nothing else sees that all of it went back.
 */
export async function lastNumbersToCompare(deps: Deps, actor: Actor): Promise<LastNumber[]> {
  if (!deps.isMarkInside || !may(actor, 'issue')) return [];
  const today = vietnamDate(deps.clock.now());
  const { year } = dateParts(today);
  const names = seriesOfYear(await readProfiles(deps, actor.organ), year).map(({ name }) => name);
  const counters = await Promise.all(names.map((name) => deps.register.getSeries(actor.organ, year, name)));
  return counters.flatMap((counter, index) => {
    const { seq, lastIssuedOn = '' } = counter ?? {};
    if (seq === undefined || lastIssuedOn === '' || lastIssuedOn === today) return [];
    return [{ year, series: names[index] ?? '', seq, issuedDate: lastIssuedOn }];
  });
}
