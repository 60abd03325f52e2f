import { z } from 'zod';
import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import { type FanOutRow, type FanOutRun, fanOutRunSchema } from './fan-out.schema.ts';
import {
  asBefore,
  batches,
  OPEN_RUNS,
  openAttributes,
  readRunKey,
  rowItem,
  runKey,
  startedKey,
} from './fan-out-items.ts';
import { allRows } from './fan-out-rows.ts';

const startedSchema = z.object({ runId: z.string() });

/** A run that is to be started. */
export type NewFanOutRun = Omit<FanOutRun, 'opened'>;

/** See `FanOuts.start`. */
export async function startRun(table: Table, newRun: NewFanOutRun, unitCodes: readonly string[]): Promise<FanOutRun> {
  const { organ, runId, createdAt: updatedAt } = newRun;
  const standing = await table.get(runKey(organ, runId));
  if (standing) return readItem(fanOutRunSchema, standing);
  // A start that was cut off left rows without a run: those that stand are left as they are.
  const there = new Set((await allRows(table, organ, runId)).map(({ unitCode }) => unitCode));
  const fresh = unitCodes
    .filter((unitCode) => !there.has(unitCode))
    .map((unitCode): FanOutRow => {
      return { schema: 'fan-out-row@1', organ, runId, unitCode, state: 'waiting', attempt: 0, updatedAt };
    });
  for (const batch of batches(fresh)) {
    await commit(
      table,
      batch.map((row) => ({ put: rowItem(row), if: isNew })),
    );
  }
  const run: FanOutRun = { ...newRun, opened: 1 };
  const put = { ...runKey(organ, runId), ...openAttributes(updatedAt), ...run };
  const started = { put: { ...startedKey(organ, updatedAt, runId), organ, runId } };
  const outcome = await commit(table, [{ put, if: isNew }, started]);
  if (outcome.done) return run;
  return readItem(fanOutRunSchema, outcome.reasons[0]?.item ?? {});
}

/** See `FanOuts.listRuns`. */
export async function listRuns(table: Table, organ: string, before: string, limit: number): Promise<FanOutRun[]> {
  const { PK: partition } = startedKey(organ, before, 'x');
  const { items } = await table.query({ partition, sort: { from: '0', to: before }, newestFirst: true, limit });
  const keys = items.map((item) => runKey(organ, readItem(startedSchema, item).runId));
  return (await table.getMany(keys)).flatMap((item) => (item ? [readItem(fanOutRunSchema, item)] : []));
}

/** See `FanOuts.get`. */
export async function getRun(table: Table, organ: string, runId: string): Promise<FanOutRun> {
  const item = await table.get(runKey(organ, runId));
  if (!item) throw new RegisterError('not-found', { docId: runId });
  return readItem(fanOutRunSchema, item);
}

/**
 * See `FanOuts.close`. A retry counts `opened` up in the transaction that lets its rows wait: one that comes between the look
 * at the rows and the write keeps the run open.
 */
export async function closeRun(table: Table, organ: string, runId: string): Promise<number> {
  const { opened } = await getRun(table, organ, runId);
  const left = (await allRows(table, organ, runId)).filter(({ state }) => state === 'waiting' || state === 'leased');
  if (left.length > 0) return left.length;
  await commit(table, [
    { update: runKey(organ, runId), set: {}, remove: ['outShard', 'dueAt'], if: equals({ opened }) },
  ]);
  return 0;
}

/** See `FanOuts.retry`. */
export async function retryRun(table: Table, organ: string, runId: string, at: Date): Promise<number> {
  const failed = (await allRows(table, organ, runId)).filter(({ state }) => state === 'failed');
  let count = 0;
  for (const batch of batches(failed)) {
    if (await reopen(table, batch, organ, runId, at)) count += batch.length;
    else for (const row of batch) if (await reopen(table, [row], organ, runId, at)) count += 1;
  }
  return count;
}

/** Lets rows wait again and puts the run back into the outbox, as one. False: one of the rows has moved. */
async function reopen(
  table: Table,
  rows: readonly FanOutRow[],
  organ: string,
  runId: string,
  at: Date,
): Promise<boolean> {
  const waiting = rows.map((row) => {
    const { reasons: _, ...rest } = row;
    return { put: rowItem({ ...rest, state: 'waiting', updatedAt: at.toISOString() }), if: asBefore(row) };
  });
  for (;;) {
    const { opened, createdAt } = await getRun(table, organ, runId);
    const set = { ...openAttributes(createdAt), opened: opened + 1 };
    const outcome = await commit(table, [{ update: runKey(organ, runId), set, if: equals({ opened }) }, ...waiting]);
    if (outcome.done) return true;
    if (outcome.reasons[0]?.code !== 'ConditionalCheckFailed') return false;
  }
}

/** See `FanOuts.listOpen`. */
export async function listOpenRuns(table: Table): Promise<FanOutRun[]> {
  const found = await queryAll(table, { index: 'outbox', partition: OPEN_RUNS });
  const keys = found.map(({ PK }) => readRunKey(PK)).map(({ organ, runId }) => runKey(organ, runId));
  const runs = await table.getMany(keys);
  return runs.flatMap((item) => (item?.['outShard'] === OPEN_RUNS ? [readItem(fanOutRunSchema, item)] : []));
}
