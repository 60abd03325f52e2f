/** Việt Nam is seven hours ahead of UTC, all the year. */
const OFFSET_MS = 7 * 3_600_000;

/** An instant as the clock in Việt Nam shows it: `2025-01-24 08:30:15`. */
export function vietnamTime(at: Date): string {
  return new Date(at.getTime() + OFFSET_MS).toISOString().slice(0, 19).replace('T', ' ');
}
