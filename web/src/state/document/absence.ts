import { formatShortDate } from '#document/dates.ts';

/** From a day to a day, both included, somebody is away. */
export interface Absence {
  readonly staffId: string;
  readonly from: string;
  readonly to: string;
  readonly deputy: string;
}

/** Notes somebody's absence on a day or soon after it; empty where they are there. */
export function absenceNote(
  staffId: string,
  absences: readonly Absence[],
  on: string,
  names: ReadonlyMap<string, string>,
): string {
  const away = absences
    .filter((one) => one.staffId === staffId && one.to >= on)
    .sort((a, b) => (a.from < b.from ? -1 : 1))[0];
  if (!away) return '';
  const days = `${formatShortDate(away.from)} đến ${formatShortDate(away.to)}`;
  return ` (vắng ${days}, ${names.get(away.deputy) ?? 'người khác'} làm thay)`;
}
