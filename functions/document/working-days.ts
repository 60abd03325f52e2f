import { dateParts, type IsoDate } from './dates.ts';

/** Days of a year on which an office works otherwise than by the week: holidays, and weekend days worked instead. */
export interface WorkingDays {
  readonly off: readonly IsoDate[];
  readonly makeUp: readonly IsoDate[];
}

/** Lists of working days by year; a year without one knows Saturday and Sunday alone. */
export type WorkingYears = ReadonlyMap<number, WorkingDays>;

/** Tells whether an office works on a day. */
export function isWorkingDay(day: IsoDate, years: WorkingYears): boolean {
  const list = years.get(dateParts(day).year);
  if (list?.makeUp.includes(day)) return true;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !list?.off.includes(day);
}

/** The first working day after a day. */
export function nextWorkingDay(day: IsoDate, years: WorkingYears): IsoDate {
  let next = dayAfter(day);
  while (!isWorkingDay(next, years)) next = dayAfter(next);
  return next;
}

/** The day after a day. */
export function dayAfter(day: IsoDate): IsoDate {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
