import type { OpenSeriesCommand } from '../commands/series-commands.ts';
import { RegisterError } from '../model/register-error.ts';
import { type SeriesCounter, seriesCounterSchema } from '../model/series-counter.schema.ts';
import { commit, MAX_WRITES } from '../table/commit.ts';
import { absent, all, any, type Condition, differs, equals, isNew, ordered } from '../table/condition.ts';
import { rowKey } from '../table/keys/row-keys.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';
import { isNoBlank, listBlanks } from './read-blanks.ts';
import { allRows } from './rows.ts';

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
  let counter = await openIfNew(table, command);
  if (counter.start === command.start) return counter;
  await checkMovable(table, counter, command.start);
  while (counter.start !== command.start) {
    const start: number = Math.max(command.start, counter.start - Math.floor((MAX_WRITES - 1) / 2));
    const outcome = await commit(table, [moveStart(counter, start), ...stillFree(counter, start)]);
    if (!outcome.done) {
      await checkMovable(
        table,
        (await getSeries(table, command.organ, command.year, command.series)) ?? counter,
        start,
      );
      throw new RegisterError('busy', { retryAfterSeconds: 1 });
    }
    counter = { ...counter, start };
  }
  return counter;
}

function moveStart({ organ, year, series, start }: SeriesCounter, to: number): Write {
  return {
    update: counterKey(organ, year, series),
    set: { start: to },
    if: all(absent('seq'), equals({ open: true, start })),
  };
}

/** Numbers brought in stay below the start: it goes down in steps, each over numbers that neither a line nor a blank has. */
function stillFree({ organ, year, series, start }: SeriesCounter, to: number): Write[] {
  const numbers = Array.from({ length: Math.max(0, start - to) }, (_, index) => to + index);
  return numbers.flatMap((codeNumber) => [
    { check: rowKey(organ, year, series, codeNumber), if: isNew },
    isNoBlank({ organ, year, series, codeNumber }),
  ]);
}

async function checkMovable(table: Table, counter: SeriesCounter, to: number): Promise<void> {
  const { organ, year, series, start, seq, open } = counter;
  if (!open) throw new RegisterError('series-closed', { year, series });
  if (seq !== undefined) throw new RegisterError('series-started', { start, seq });
  if (to >= start) return;
  const rows = [...(await allRows(table, organ, year, series)), ...(await listBlanks(table, organ, year, series))];
  const broughtIn = rows.reduce((top, row) => Math.max(top, row.codeNumber), 0);
  if (broughtIn >= to) throw new RegisterError('series-started', { start, broughtIn });
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
export const notClosed: Condition = any(isNew, equals({ open: true }));

/** The number that a series gives next. */
export function nextNumber(counter: SeriesCounter): number {
  return counter.seq === undefined ? counter.start : counter.seq + 1;
}

/** Takes the next number on a day, if the series still stands where it was read. */
export function takeNumber(counter: SeriesCounter, today: string): Write {
  const { seq, start } = counter;
  const seqIs = seq === undefined ? all(absent('seq'), equals({ start })) : equals({ seq });
  return {
    update: counterKey(counter.organ, counter.year, counter.series),
    set: { seq: nextNumber(counter), lastIssuedOn: today },
    if: all(
      seqIs,
      equals({ open: true }),
      absent('doubt'),
      differs('given', 'recorded'),
      ordered('lastIssuedOn', '<=', today),
    ),
  };
}
