import { RegisterError } from './register-error.ts';
import type { Outcome, Table } from './table.ts';
import type { Write } from './write-request.ts';

/** Writes of one transaction at most. */
export const MOST_WRITES = 100;

/** Waits between tries, 3 s in all: where three in ten transactions meet another, one in 170,000 meets ten in a row. */
const WAITS_MS = [20, 40, 80, 160, 320, 500, 500, 500, 880];

/** Whether a failed transaction met a condition that does not hold, so that trying the same again is of no use. */
export function conditionFailed(outcome: Outcome & { done: false }): boolean {
  return outcome.reasons.some((reason) => reason.code === 'ConditionalCheckFailed');
}

/**
 * Runs a transaction, again while others write the same items at the same moment. Answers a failed condition, whose reasons the
 * caller reads; throws `busy` when ten tries were not enough.
 */
export async function commit(table: Table, writes: readonly Write[]): Promise<Outcome> {
  for (const waitMs of WAITS_MS) {
    const outcome = await table.transact(writes);
    if (outcome.done || conditionFailed(outcome)) return outcome;
    await table.sleep(waitMs);
  }
  const outcome = await table.transact(writes);
  if (outcome.done || conditionFailed(outcome)) return outcome;
  throw new RegisterError('busy', { retryAfterSeconds: 2 });
}

/**
 * Makes room in a transaction: of writes that may be made twice and too early, those that do not fit are made now. Answers the
 * rest.
 */
export async function writeAhead(table: Table, writes: readonly Write[], room: number): Promise<readonly Write[]> {
  const ahead = writes.slice(room);
  for (let from = 0; from < ahead.length; from += MOST_WRITES) {
    await commit(table, ahead.slice(from, from + MOST_WRITES));
  }
  return writes.slice(0, room);
}
