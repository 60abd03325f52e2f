/** A calendar day as `YYYY-MM-DD`, in the calendar of Asia/Ho_Chi_Minh. */
export type IsoDate = string;

/** Minutes by which Việt Nam is ahead of UTC; it has kept no summer time since 1975. */
const VIETNAM_OFFSET_MINUTES = 7 * 60;

const DAY_MS = 86_400_000;

/** Year, month and day of an ISO date; throws when the text is none. */
export function dateParts(date: IsoDate): { readonly year: number; readonly month: number; readonly day: number } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  if (!match) throw new RangeError(`not an ISO date: ${date}`);
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** The day it is in Việt Nam at an instant; the server's own time zone plays no part. */
export function vietnamDate(at: Date): IsoDate {
  return shifted(at).toISOString().slice(0, 10);
}

/** Milliseconds from an instant to the next midnight in Việt Nam, in (0, 86 400 000]. */
export function msToVietnamMidnight(at: Date): number {
  return DAY_MS - (shifted(at).getTime() % DAY_MS);
}

/** Signing time as the decree wants it on an appendix file of its own: `24/01/2025; 08:30:15+07:00` (PL I, Mục II.8.b). */
export function formatSigningTime(at: Date): string {
  const iso = shifted(at).toISOString();
  const { year, month, day } = dateParts(iso.slice(0, 10));
  return `${two(day)}/${two(month)}/${year}; ${iso.slice(11, 19)}+07:00`;
}

/** An instant for people at a screen: `08:30 ngày 24/01/2025`. */
export function formatMoment(at: Date): string {
  const iso = shifted(at).toISOString();
  const { year, month, day } = dateParts(iso.slice(0, 10));
  return `${iso.slice(11, 16)} ngày ${two(day)}/${two(month)}/${year}`;
}

/** Day of a document: below 10 it takes a zero (PL I, Mục II.4.b). */
export function formatDay(day: number): string {
  return two(day);
}

/** Month of a document: only 1 and 2 take a zero (PL I, Mục II.4.b). */
export function formatMonth(month: number): string {
  return month <= 2 ? two(month) : String(month);
}

/**
 * The date written out: `ngày 05 tháng 3 năm 2020`.
 */
export function formatLongDate(date: IsoDate): string {
  const { year, month, day } = dateParts(date);
  return `ngày ${formatDay(day)} tháng ${formatMonth(month)} năm ${year}`;
}

/** The date in running text, with the same zeros: `ngày 09/9/2021`, `ngày 24/01/2025`. */
export function formatShortDate(date: IsoDate): string {
  const { year, month, day } = dateParts(date);
  return `ngày ${formatDay(day)}/${formatMonth(month)}/${year}`;
}

function shifted(at: Date): Date {
  return new Date(at.getTime() + VIETNAM_OFFSET_MINUTES * 60_000);
}

function two(n: number): string {
  return String(n).padStart(2, '0');
}
