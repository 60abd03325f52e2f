import type { Period } from '../functions/usecases/period.ts';
import { day, required, wholeNumber } from './command.ts';
import { UsageError } from './operator-error.ts';

/** Options of a command that asks for a year or for days. */
export const PERIOD_OPTIONS = { year: { type: 'string' }, from: { type: 'string' }, to: { type: 'string' } } as const;

/** The period that the options name. Throws `UsageError`. */
export function periodOf(values: {
  year?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}): Period {
  const { year, from, to } = values;
  if (year !== undefined && (from !== undefined || to !== undefined)) {
    throw new UsageError('Chỉ chọn --year, hoặc --from và --to.');
  }
  if (year !== undefined) return { year: wholeNumber(year, '--year', 9999) };
  if (from === undefined && to === undefined) throw new UsageError('Thiếu --year, hoặc --from và --to.');
  return { from: day(required(from, '--from'), '--from'), to: day(required(to, '--to'), '--to') };
}
