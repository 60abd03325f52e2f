import { vietnamDate } from '#document/dates.ts';
import type { ConfirmSeriesCommand, DoubtSeriesCommand } from '../commands/series-commands.ts';
import { RegisterError } from '../model/register-error.ts';
import type { SeriesCounter } from '../model/series-counter.schema.ts';
import { commit } from '../table/commit.ts';
import { absent, all, type Condition, equals, exists } from '../table/condition.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import type { Table } from '../table/table.ts';
import { getSeries, openIfNew } from './series.ts';

/** See `Register.doubtSeries`. */
export async function doubtSeries(table: Table, command: DoubtSeriesCommand): Promise<SeriesCounter> {
  const { since, atLeast } = command;
  const known = await openIfNew(table, command);
  return put(table, { ...known, doubt: { since, ...(atLeast !== undefined && { atLeast }) } }, standing(known));
}

/** See `Register.confirmSeries`. */
export async function confirmSeries(table: Table, command: ConfirmSeriesCommand): Promise<SeriesCounter> {
  const { organ, year, series, last, actor, reason } = command;
  const known = await getSeries(table, organ, year, series);
  if (!known?.doubt) throw new RegisterError('not-found');
  if (!known.open) throw new RegisterError('series-closed', { year, series });
  const { doubt, ...counter } = known;
  const stands = known.seq ?? known.start - 1;
  // Before the first number of ours, 0 says that none was given.
  const said = known.seq === undefined && last === 0 ? stands : last;
  const least = Math.max(stands, doubt.atLeast ?? 0);
  if (said < least) throw new RegisterError('last-number-below', { last: least });
  const lost = said > stands ? { lost: { from: stands + 1, to: said } } : {};
  const confirmation = { last: said, ...lost, actor, at: command.at.toISOString(), reason };
  const confirmed: SeriesCounter = {
    ...counter,
    ...(said > stands && { seq: said, lastIssuedOn: vietnamDate(command.at) }),
    confirmations: [...(counter.confirmations ?? []), confirmation],
  };
  return put(table, confirmed, all(standing(known), exists('doubt')));
}

function standing({ seq, start }: SeriesCounter): Condition {
  return all(equals({ start }), seq === undefined ? absent('seq') : equals({ seq }));
}

async function put(table: Table, counter: SeriesCounter, unchanged: Condition): Promise<SeriesCounter> {
  const { organ, year, series } = counter;
  const outcome = await commit(table, [{ put: { ...counterKey(organ, year, series), ...counter }, if: unchanged }]);
  if (!outcome.done) throw new RegisterError('stale');
  return counter;
}
