import type { Period } from '#usecases/period.ts';
import { UsageError } from '../output/operator-error.ts';
import { day, required } from './command.ts';

const FIRST_YEAR = 1945;

/** Options of a command that asks for a year or for days. */
export const PERIOD_OPTIONS = { year: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } as const;

/** The period that the options name. Throws `UsageError`. */
export function periodOf(values: {
  readonly year?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}): Period {
  const { year, from, to } = values;
  if (year !== undefined && (from !== undefined || to !== undefined)) {
    throw new UsageError('Chỉ chọn --year, hoặc --from và --to.');
  }
  if (year !== undefined) return { year: fullYear(year) };
  if (from === undefined && to === undefined) throw new UsageError('Thiếu --year, hoặc --from và --to.');
  return { from: day(required(from, '--from'), '--from'), to: day(required(to, '--to'), '--to') };
}

/** A year as the API takes it: four digits, no two-digit shorthand. */
function fullYear(year: string): number {
  if (!/^\d{4}$/.test(year) || Number(year) < FIRST_YEAR) {
    throw new UsageError(`--year phải là năm đủ bốn chữ số, từ ${FIRST_YEAR} đến 9999 (ví dụ 2026): “${year}”.`);
  }
  return Number(year);
}
