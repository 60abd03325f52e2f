/** A day in a table: `2025-01-24` as `24/01/2025`, all of one width. */
export function formatTableDate(date: string): string {
  return date.split('-').reverse().join('/');
}
