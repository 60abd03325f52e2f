import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import { type FanOutRow, fanOutRowSchema, type IssuedOutside } from './fan-out.schema.ts';
import { asBefore, batches, rowItem, rowKey, runKey } from './fan-out-items.ts';

/** Outcome of a leased row. */
export type Settlement =
  | { readonly state: 'done'; readonly unitOrgan: string; readonly docId: string }
  | { readonly state: 'failed'; readonly reasons: readonly string[] };

/** A row under its lease, with what became of it. */
export interface Settled {
  readonly row: FanOutRow;
  readonly settlement: Settlement;
}

/** See `FanOuts.rows`. */
export async function allRows(table: Table, organ: string, runId: string): Promise<FanOutRow[]> {
  const items = await queryAll(table, { partition: runKey(organ, runId).PK, sort: { startsWith: 'U#' } });
  return items.map((item) => readItem(fanOutRowSchema, item));
}

/** See `FanOuts.rowsOf`. */
export async function rowsOf(
  table: Table,
  organ: string,
  runId: string,
  unitCodes: readonly string[],
): Promise<FanOutRow[]> {
  const items = await table.getMany(unitCodes.map((unitCode) => rowKey({ organ, runId, unitCode })));
  return items.flatMap((item) => (item ? [readItem(fanOutRowSchema, item)] : []));
}

/** See `FanOuts.lease`. */
export async function leaseRows(
  table: Table,
  wanted: readonly FanOutRow[],
  worker: string,
  at: Date,
  until: Date,
): Promise<FanOutRow[]> {
  const taken: FanOutRow[] = [];
  const lease = async (leased: readonly FanOutRow[], before: readonly FanOutRow[]) => {
    const writes = leased.map((row, i) => ({ put: rowItem(row), if: asBefore(before[i] ?? row) }));
    return (await commit(table, writes)).done;
  };
  for (const batch of batches(wanted)) {
    const leased = batch.map(({ reasons: _, ...row }) => ({
      ...row,
      state: 'leased' as const,
      attempt: row.attempt + 1,
      worker,
      leasedUntil: until.toISOString(),
      updatedAt: at.toISOString(),
    }));
    if (await lease(leased, batch)) {
      taken.push(...leased);
      continue;
    }
    for (const [i, row] of leased.entries()) if (await lease([row], batch.slice(i, i + 1))) taken.push(row);
  }
  return taken;
}

/** See `FanOuts.settle`. */
export async function settleRows(table: Table, settled: readonly Settled[], at: Date): Promise<Settled[]> {
  const done: Settled[] = [];
  const settle = async (some: readonly Settled[]) => {
    const writes = some.map((one) => ({ put: rowItem(settledRow(one, at)), if: asBefore(one.row) }));
    return (await commit(table, writes)).done;
  };
  for (const batch of batches(settled)) {
    const all = await settle(batch);
    for (const one of batch) if (all || (batch.length > 1 && (await settle([one])))) done.push(one);
  }
  return done;
}

/** See `FanOuts.markOutside`. */
export async function markOutside(table: Table, row: FanOutRow, outside: IssuedOutside | null): Promise<FanOutRow> {
  const { outside: _, ...rest } = row;
  const marked = outside ? { ...rest, outside } : rest;
  const outcome = await commit(table, [{ put: rowItem(marked), if: asBefore(row) }]);
  if (!outcome.done) throw new RegisterError('stale');
  return marked;
}

function settledRow({ row, settlement }: Settled, at: Date): FanOutRow {
  const { worker: _, leasedUntil: __, ...rest } = row;
  const outcome =
    settlement.state === 'done'
      ? { unitOrgan: settlement.unitOrgan, docId: settlement.docId }
      : { reasons: [...settlement.reasons] };
  return { ...rest, ...outcome, state: settlement.state, updatedAt: at.toISOString() };
}
