import { RegisterError } from '../model/register-error.ts';
import type { Outcome, Table } from './table.ts';
import type { Write } from './write.ts';

/** Writes of one transaction at most. */
export const MAX_WRITES = 100;

/** Waits between tries, 3 s in all: where three in ten transactions meet another, one in 170,000 meets ten in a row. */
const WAITS_MS = [20, 40, 80, 160, 320, 500, 500, 500, 880];

/**
 * The same time in fewer tries where the table as a whole asks for less: each of ours is three of the SDK's, and many who come
 * again soon are what keeps it busy.
 */
const WAITS_WHEN_THROTTLED_MS = [100, 200, 300, 500, 600, 600, 700];

/** Tells whether a failed transaction met a false condition, so that a retry is of no use. */
export function conditionFailed(outcome: Outcome & { readonly done: false }): boolean {
  return outcome.reasons.some((reason) => reason.code === 'ConditionalCheckFailed');
}

/**
 * Runs a transaction, again while others write the same items at the same moment. Answers a failed condition, whose reasons the
 * caller reads; throws `busy` when its tries were not enough.
 */
export async function commit(table: Table, writes: readonly Write[]): Promise<Outcome> {
  let met = 0;
  let throttled = 0;
  for (;;) {
    const outcome = await table.transact(writes);
    if (outcome.done || conditionFailed(outcome)) return outcome;
    const waitMs = outcome.reasons.length > 0 ? WAITS_MS[met++] : WAITS_WHEN_THROTTLED_MS[throttled++];
    if (waitMs === undefined) throw new RegisterError('busy', { retryAfterSeconds: 2 });
    await table.sleep(waitMs);
  }
}

/**
 * Makes room in a transaction: of writes that may be made twice and too early, those that do not fit are made now. Answers the
 * rest.
 */
export async function writeAhead(table: Table, writes: readonly Write[], room: number): Promise<readonly Write[]> {
  const ahead = writes.slice(room);
  for (let from = 0; from < ahead.length; from += MAX_WRITES) {
    await commit(table, ahead.slice(from, from + MAX_WRITES));
  }
  return writes.slice(0, room);
}
