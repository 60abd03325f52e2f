import type { DatabaseSync } from 'node:sqlite';
import type { Outcome } from '../table.ts';
import { applyWrites, changesNothing } from './apply-writes.ts';
import type { NumberGuard } from './number-guard.ts';
import { faultOf } from './sqlite-fault.ts';
import type { StoredItems } from './stored-items.ts';
import type { WriterReply, WriterRequest } from './writer-messages.ts';

/**
 * Runs the waiting transactions in one of the database, each in a savepoint, so that they share one sync. Answers only
 * after the commit; a commit that fails is a fault of each.
 */
export function writeBatch(
  db: DatabaseSync,
  items: StoredItems,
  requests: readonly WriterRequest[],
  guard: NumberGuard | undefined,
): WriterReply[] {
  try {
    db.exec('BEGIN IMMEDIATE');
    const replies = requests.map((request) => runOne(db, items, request, guard));
    const done = requests.filter((request, index) => isDone(replies[index]) && !changesNothing(request.writes));
    db.exec(done.length > 0 ? 'COMMIT' : 'ROLLBACK');
    // Between commit and answer: a number that nobody heard of may be committed, never the other way round.
    guard?.record(done.map(({ writes }) => writes));
    return replies;
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK');
    return requests.map(({ id }) => ({ id, fault: faultOf(error) }));
  }
}

function runOne(
  db: DatabaseSync,
  items: StoredItems,
  { id, writes }: WriterRequest,
  guard: NumberGuard | undefined,
): WriterReply {
  db.exec('SAVEPOINT one');
  try {
    const outcome: Outcome = applyWrites(items, writes);
    if (outcome.done) guard?.check(writes);
    db.exec('RELEASE one');
    return { id, outcome };
  } catch (error) {
    // A full disk may have ended the whole transaction already.
    if (!db.isTransaction) throw error;
    db.exec('ROLLBACK TO one; RELEASE one');
    return { id, fault: faultOf(error) };
  }
}

function isDone(reply: WriterReply | undefined): boolean {
  return reply !== undefined && 'outcome' in reply && reply.outcome.done;
}
