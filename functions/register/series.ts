import type { OpenSeriesCommand } from './commands.ts';
import { commit } from './commit.ts';
import { type Condition, isNew } from './expression.ts';
import { counterKey } from './keys.ts';
import { readItem } from './read-item.ts';
import { RegisterError } from './register-error.ts';
import { type SeriesCounter, seriesCounterSchema } from './series-counter.schema.ts';
import type { Table } from './table.ts';
import type { Write } from './write-request.ts';

/** Sorts before every day. */
const NO_DAY = '0000-00-00';

/** See `Register.getSeries`. */
export async function getSeries(
  table: Table,
  organ: string,
  year: number,
  series: string,
): Promise<SeriesCounter | undefined> {
  const item = await table.get(counterKey(organ, year, series));
  return item && readItem(seriesCounterSchema, item);
}

/** See `Register.openSeries`. */
export async function openSeries(table: Table, command: OpenSeriesCommand): Promise<SeriesCounter> {
  const counter = await openIfNew(table, command);
  if (counter.start === command.start) return counter;
  const moved: Write = {
    update: counterKey(command.organ, command.year, command.series),
    set: { start: command.start },
    // Numbers brought in are below the start: it may move up before the first number of our own, never down.
    if: (e) =>
      `attribute_not_exists(${e.name('seq')}) AND ${e.name('open')} = ${e.value(true)} AND ${e.name('start')} <= ${e.value(command.start)}`,
  };
  const outcome = await commit(table, [moved]);
  if (outcome.done) return { ...counter, start: command.start };
  throw new RegisterError('series-started', {
    start: counter.start,
    ...(counter.seq !== undefined && { seq: counter.seq }),
  });
}

/** The counter of a series, opened at `start` where there is none yet. */
export async function openIfNew(
  table: Table,
  { organ, year, series, start }: OpenSeriesCommand,
): Promise<SeriesCounter> {
  const known = await getSeries(table, organ, year, series);
  if (known) return known;
  const counter: SeriesCounter = {
    schema: 'series-counter@1',
    organ,
    year,
    series,
    start,
    lastIssuedOn: NO_DAY,
    open: true,
  };
  const outcome = await commit(table, [{ put: { ...counterKey(organ, year, series), ...counter }, if: isNew }]);
  if (outcome.done) return counter;
  const faster = await getSeries(table, organ, year, series);
  if (!faster) throw new RegisterError('busy', { retryAfterSeconds: 1 });
  return faster;
}

/** Of a counter, or of none: the rows of its year may still gain documents and files. */
export const notClosed: Condition = (e) =>
  `attribute_not_exists(${e.name('PK')}) OR ${e.name('open')} = ${e.value(true)}`;

/** The number that a series gives next. */
export function nextNumber(counter: SeriesCounter): number {
  return counter.seq === undefined ? counter.start : counter.seq + 1;
}

/** Takes the next number on a day, if the series still stands where it was read. */
export function takeNumber(counter: SeriesCounter, today: string): Write {
  const seqIs: Condition = (e) =>
    counter.seq === undefined
      ? `attribute_not_exists(${e.name('seq')}) AND ${e.name('start')} = ${e.value(counter.start)}`
      : `${e.name('seq')} = ${e.value(counter.seq)}`;
  return {
    update: counterKey(counter.organ, counter.year, counter.series),
    set: { seq: nextNumber(counter), lastIssuedOn: today },
    if: (e) =>
      `${seqIs(e)} AND ${e.name('open')} = ${e.value(true)} AND ${e.name('lastIssuedOn')} <= ${e.value(today)}`,
  };
}
