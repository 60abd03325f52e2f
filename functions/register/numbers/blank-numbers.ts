import { dateParts, vietnamDate } from '#document/dates.ts';
import type { BringInBlankCommand, DropBlankCommand } from '../commands/older-book-commands.ts';
import { type BlankNumber, blankNumberSchema } from '../model/blank-number.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { absent, all, any, exists, isNew } from '../table/condition.ts';
import { blankKey, rowKeyOf } from '../table/keys/row-keys.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';
import { belowStart, freeInPastYear } from './free-number.ts';
import { blankError, freeOfBlank, getBlank } from './read-blanks.ts';
import { checkTakesRecords, raiseRev } from './record-number.ts';
import { readRow } from './rows.ts';
import { getSeries, notClosed, openIfNew } from './series.ts';

/** See `Register.bringInBlank`. */
export async function bringInBlank(table: Table, command: BringInBlankCommand): Promise<BlankNumber> {
  const { startOf, actor, at, recorded = false, ...said } = command;
  const { organ, year, series, codeNumber, issuedDate } = said;
  const today = vietnamDate(at);
  if (issuedDate !== undefined && (dateParts(issuedDate).year !== year || issuedDate > today)) {
    throw new RegisterError('bad-date', { issuedDate, year });
  }
  const isPast = year < dateParts(today).year;
  const start = startOf?.(year) ?? 1;
  const counter = isPast
    ? await getSeries(table, organ, year, series)
    : await openIfNew(table, { organ, year, series, start });
  const blank: BlankNumber = { schema: 'blank-number@1', ...said, by: actor, at: at.toISOString() };
  if (recorded && counter) checkTakesRecords(counter);
  const outcome = await commit(table, [
    { put: sealed({ ...blankKey(blank), ...blank }), if: freeOfBlank },
    { check: rowKeyOf(blank), if: recorded ? any(isNew, exists('struck')) : isNew },
    recorded && counter
      ? raiseRev(counter)
      : {
          check: counterKey(organ, year, series),
          if: all(notClosed, isPast ? freeInPastYear(codeNumber) : belowStart(codeNumber)),
        },
  ]);
  if (outcome.done) return blank;
  const [blankReason, rowReason, counterReason] = outcome.reasons;
  if (blankReason?.code === 'ConditionalCheckFailed') return sameAgain(table, blank);
  if (rowReason?.code === 'ConditionalCheckFailed') {
    const { docId, symbol } = readRow(await table.get(rowKeyOf(blank)), '');
    throw new RegisterError('duplicate-number', { docId, symbol });
  }
  if (counterReason?.item?.['open'] === false) throw new RegisterError('series-closed', { year, series });
  if (recorded && counterReason?.code === 'ConditionalCheckFailed')
    throw new RegisterError('busy', { retryAfterSeconds: 1 });
  throw new RegisterError('number-not-below-start', { start: counter?.start ?? start });
}

/** A repeat answers what stands; another kind under the number is refused. */
async function sameAgain(table: Table, blank: BlankNumber): Promise<BlankNumber> {
  const stands = await getBlank(table, blank);
  if (stands?.kind === blank.kind) return stands;
  throw blankError(blank.symbol, stands?.kind);
}

/** See `Register.dropBlank`. */
export async function dropBlank(table: Table, command: DropBlankCommand): Promise<BlankNumber> {
  const { rowId, reason, actor, at } = command;
  const { year, series } = rowId;
  const key = blankKey(rowId);
  const dropped = { reason, by: actor, at: at.toISOString() };
  // Nothing else of it ever changes, so that what is sealed is what stands.
  const { seal } = sealed({ ...(await table.get(key)), ...key, dropped });
  const outcome = await commit(table, [
    { update: key, set: { dropped, seal }, if: all(exists('PK'), absent('dropped')) },
    { check: counterKey(rowId.organ, year, series), if: notClosed },
  ]);
  if (!outcome.done) {
    if (outcome.reasons[1]?.code === 'ConditionalCheckFailed')
      throw new RegisterError('series-closed', { year, series });
    throw new RegisterError('not-found');
  }
  return readItem(blankNumberSchema, (await table.get(key)) ?? {});
}
