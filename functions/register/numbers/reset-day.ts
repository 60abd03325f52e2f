import { vietnamDate } from '#document/dates.ts';
import type { ResetDayCommand } from '../commands/series-commands.ts';
import { RegisterError } from '../model/register-error.ts';
import type { SeriesCounter } from '../model/series-counter.schema.ts';
import { commit } from '../table/commit.ts';
import { all, equals } from '../table/condition.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import type { Table } from '../table/table.ts';
import { getSeries } from './series.ts';

/** See `Register.resetDay`. */
export async function resetDay(table: Table, command: ResetDayCommand): Promise<SeriesCounter> {
  const { organ, year, series, actor, reason, at } = command;
  const known = await getSeries(table, organ, year, series);
  if (known?.seq === undefined) throw new RegisterError('not-found');
  const today = vietnamDate(at);
  const { seq, lastIssuedOn } = known;
  if (lastIssuedOn <= today) return known;
  const reset = { seq, from: lastIssuedOn, to: today, actor, reason, at: at.toISOString() };
  const counter: SeriesCounter = { ...known, lastIssuedOn: today, dayResets: [...(known.dayResets ?? []), reset] };
  const unchanged = all(equals({ seq, lastIssuedOn }));
  const outcome = await commit(table, [{ put: { ...counterKey(organ, year, series), ...counter }, if: unchanged }]);
  if (!outcome.done) throw new RegisterError('stale');
  return counter;
}
