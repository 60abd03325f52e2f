/** A day as people write it: 16/03/2026. */
export function viDate(date: string | undefined): string {
  return (date ?? '').split('-').reverse().join('/');
}

/** A size as people read it. */
export function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1024)} KB`;
}
