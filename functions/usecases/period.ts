import { dateParts, type IsoDate } from '#document/dates.ts';
import { UseCaseError } from './use-case-error.ts';

/** A year, or from a day to a day, both included. */
export type Period = { readonly year: number } | { readonly from: IsoDate; readonly to: IsoDate };

/** Days from and to, and the years they touch. */
export interface Days {
  readonly from: IsoDate;
  readonly to: IsoDate;
  readonly years: readonly number[];
}

const MAX_YEARS = 10;

/** The days of a period; those of a running year end today. Throws `bad-period`. */
export function daysOf(period: Period, today: IsoDate): Days {
  const { from, to } = 'year' in period ? daysOfYear(period.year, today) : period;
  const first = dateParts(from).year;
  const count = dateParts(to).year - first + 1;
  if (from > to || count > MAX_YEARS) throw new UseCaseError('bad-period', { params: { from, to } });
  return { from, to, years: Array.from({ length: count }, (_, i) => first + i) };
}

function daysOfYear(year: number, today: IsoDate): { readonly from: IsoDate; readonly to: IsoDate } {
  const from = `${year}-01-01`;
  const last = `${year}-12-31`;
  return { from, to: from <= today && today < last ? today : last };
}
