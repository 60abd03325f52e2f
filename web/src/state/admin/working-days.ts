import { answer, api, putXlsx } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import { Problem } from '../../api/problem.ts';
import { formatDay } from '../format.ts';
import { createLoaded } from '../loaded.ts';

/** The days of a year on which the office works otherwise than by the week. */
export type WorkingDays = components['schemas']['WorkingDays'];

/** The list of a year; null where there is none, so that Saturdays and Sundays alone are off. */
export function createWorkingDays(year: number) {
  return createLoaded<WorkingDays | null>(async () => {
    const asked = answer(api.GET('/working-days/{year}', { params: { path: { year } } }));
    return asked.then(
      ({ data }) => data,
      (error: unknown) => {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      },
    );
  });
}

/** Takes the list of a year from an .xlsx: a column of days, a column that says off or made up. Throws `Problem`. */
export async function takeWorkingDays(year: number, file: Blob, seen: WorkingDays | null): Promise<void> {
  await putXlsx(`/working-days/${year}`, file, seen ? { 'If-Match': `"r${seen.rev}"` } : { 'If-None-Match': '*' });
}

/** `Nghỉ 12 ngày: 01/01/2026, …; làm bù 1 ngày: …` */
export function daysLines({ off, makeUp }: Pick<WorkingDays, 'off' | 'makeUp'>): string[] {
  return [
    ...(off.length > 0 ? [`Nghỉ ${off.length} ngày: ${off.map(formatDay).join(', ')}.`] : []),
    ...(makeUp.length > 0 ? [`Làm bù ${makeUp.length} ngày: ${makeUp.map(formatDay).join(', ')}.`] : []),
  ];
}
