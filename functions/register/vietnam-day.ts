const OFFSET_MS = 7 * 3_600_000;
const DAY_MS = 86_400_000;

/** The day in Asia/Ho_Chi_Minh, `yyyy-mm-dd`. UTC+7 all year, without summer time since 1975. */
export function vietnamDay(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 10);
}

/** Milliseconds from a moment to the next midnight in Asia/Ho_Chi_Minh, in (0, 86 400 000]. */
export function msToVietnamMidnight(at: Date): number {
  return DAY_MS - ((at.getTime() + OFFSET_MS) % DAY_MS);
}

/** The year of a day. */
export function yearOf(day: string): number {
  return Number(day.slice(0, 4));
}
