import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import type { Person, Series } from '../../api/types.ts';

/** A line of the book that something is lacking of. */
export type OpenLine = components['schemas']['OpenLine'];

/** Tells whether a person may close a series: a clerk, once its year is over, unless it is closed. */
export function mayClose({ year, closing }: Series, { roles }: Person, thisYear: number): boolean {
  return roles.includes('clerk') && year < thisYear && closing === undefined;
}

/** Reads what a year of a series lacks before it is closed. Throws `Problem`. */
export async function readOpenPoints({ year, series }: Series): Promise<readonly OpenLine[]> {
  const path = { year, series };
  return (await answer(api.GET('/series/{year}/{series}/open-points', { params: { path } }))).data.items;
}

/** Closes a year of a series, for good. Throws `Problem`. */
export async function closeSeries({ year, series }: Series): Promise<void> {
  const path = { year, series };
  await answer(api.POST('/series/{year}/{series}/close', { params: { path }, body: {} }));
}
