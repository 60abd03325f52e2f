/** Outcome of a run of the suite, in numbers of tests. */
export type Tally = { passed: number; failed: number; skipped: number };

/**
 * The line that closes a run: `12 passed, 0 failed`, and `, 3 skipped` only when tests were skipped.
 */
export function closingLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
