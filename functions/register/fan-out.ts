import { commit } from './commit.ts';
import type { DynamoClient } from './dynamo-client.ts';
import { equals, isNew } from './expression.ts';
import { type FanOutRow, type FanOutRun, fanOutRowSchema, fanOutRunSchema } from './fan-out.schema.ts';
import { type ItemKey, keyPart } from './keys.ts';
import { readItem } from './read-item.ts';
import { RegisterError } from './register-error.ts';
import { openTable, type Table } from './table.ts';

/** Rows of one transaction. */
const BATCH = 50;

/** What became of a leased row. */
export type Settlement =
  | { readonly state: 'done'; readonly unitOrgan: string; readonly docId: string }
  | { readonly state: 'failed'; readonly reasons: readonly string[] };

/** A row under its lease, with what became of it. */
export interface Settled {
  readonly row: FanOutRow;
  readonly settlement: Settlement;
}

/**
 * The rows of fan-outs. Every change can be repeated; a row is leased by one worker at a time, and only the one that holds
 * the lease settles it.
 */
export interface FanOuts {
  /** Writes the rows, all waiting, then the run. Repeating it answers the run that stands. */
  start(run: FanOutRun, unitCodes: readonly string[]): Promise<FanOutRun>;
  /** Throws `not-found`. */
  get(organ: string, runId: string): Promise<FanOutRun>;
  /** All rows, by unit code, strongly consistent page by page. */
  rows(organ: string, runId: string): Promise<FanOutRow[]>;
  /** Those of the rows that are this worker's now; the others were taken by another in the meantime. */
  lease(rows: readonly FanOutRow[], worker: string, at: Date, until: Date): Promise<FanOutRow[]>;
  /** Settles rows under their leases. Answers those that it settled; the lease of the others is another's by now. */
  settle(settled: readonly Settled[], at: Date): Promise<Settled[]>;
  /** Lets the failed wait again; the done stay done. Answers how many. */
  retry(organ: string, runId: string, at: Date): Promise<number>;
}

/** Fan-outs in the register's table. */
export function createFanOuts(options: {
  readonly client: DynamoClient;
  readonly tableName: string;
  readonly sleep?: Table['sleep'];
}): FanOuts {
  const table = openTable(options.client, options.tableName, options.sleep);

  const rows: FanOuts['rows'] = async (organ, runId) => {
    const found: FanOutRow[] = [];
    const partition = runKey(organ, runId).PK;
    let page = await table.query({ partition, sort: { startsWith: 'U#' } });
    for (;;) {
      found.push(...page.items.map((item) => readItem(fanOutRowSchema, item)));
      if (!page.lastKey) return found;
      page = await table.query({ partition, sort: { startsWith: 'U#' }, startAt: page.lastKey });
    }
  };

  const leaseOne = async (leased: readonly FanOutRow[], before: readonly FanOutRow[]) => {
    const outcome = await commit(
      table,
      leased.map((row, i) => ({ put: rowItem(row), if: asBefore(before[i] ?? row) })),
    );
    return outcome.done;
  };

  const settleOnes = async (settled: readonly Settled[], at: Date) => {
    const outcome = await commit(
      table,
      settled.map(({ row, settlement }) => {
        const { worker: _, leasedUntil: __, ...rest } = row;
        const facts =
          settlement.state === 'done'
            ? { unitOrgan: settlement.unitOrgan, docId: settlement.docId }
            : { reasons: [...settlement.reasons] };
        const after = { ...rest, ...facts, state: settlement.state, updatedAt: at.toISOString() };
        return { put: rowItem(after), if: asBefore(row) };
      }),
    );
    return outcome.done;
  };

  return {
    start: async (run, unitCodes) => {
      const at = run.createdAt;
      const fresh = unitCodes.map(
        (unitCode): FanOutRow => ({
          schema: 'fan-out-row@1',
          organ: run.organ,
          runId: run.runId,
          unitCode,
          state: 'waiting',
          attempt: 0,
          updatedAt: at,
        }),
      );
      const standing = await table.get(runKey(run.organ, run.runId));
      if (standing) return readItem(fanOutRunSchema, standing);
      // A start that was cut off left rows without a run: those that stand are left as they are.
      const there = new Set((await rows(run.organ, run.runId)).map(({ unitCode }) => unitCode));
      for (const batch of batches(fresh.filter(({ unitCode }) => !there.has(unitCode)))) {
        await commit(
          table,
          batch.map((row) => ({ put: rowItem(row), if: isNew })),
        );
      }
      const outcome = await commit(table, [{ put: { ...runKey(run.organ, run.runId), ...run }, if: isNew }]);
      if (outcome.done) return run;
      return readItem(fanOutRunSchema, outcome.reasons[0]?.item ?? {});
    },
    get: async (organ, runId) => {
      const item = await table.get(runKey(organ, runId));
      if (!item) throw new RegisterError('not-found', { docId: runId });
      return readItem(fanOutRunSchema, item);
    },
    rows,
    lease: async (wanted, worker, at, until) => {
      const taken: FanOutRow[] = [];
      for (const batch of batches(wanted)) {
        const leased = batch.map(({ reasons: _, ...row }) => ({
          ...row,
          state: 'leased' as const,
          attempt: row.attempt + 1,
          worker,
          leasedUntil: until.toISOString(),
          updatedAt: at.toISOString(),
        }));
        if (await leaseOne(leased, batch)) {
          taken.push(...leased);
          continue;
        }
        for (const [i, row] of leased.entries()) if (await leaseOne([row], batch.slice(i, i + 1))) taken.push(row);
      }
      return taken;
    },
    settle: async (settled, at) => {
      const done: Settled[] = [];
      for (const batch of batches(settled)) {
        const all = await settleOnes(batch, at);
        for (const one of batch) if (all || (batch.length > 1 && (await settleOnes([one], at)))) done.push(one);
      }
      return done;
    },
    retry: async (organ, runId, at) => {
      const failed = (await rows(organ, runId)).filter(({ state }) => state === 'failed');
      let count = 0;
      for (const row of failed) {
        const { reasons: _, ...rest } = row;
        const put = rowItem({ ...rest, state: 'waiting', updatedAt: at.toISOString() });
        if ((await commit(table, [{ put, if: asBefore(row) }])).done) count += 1;
      }
      return count;
    },
  };
}

function runKey(organ: string, runId: string): ItemKey {
  return { PK: `A#${keyPart('organ', organ)}#F#${keyPart('runId', runId)}`, SK: 'META' };
}

function rowItem(row: FanOutRow) {
  return { PK: runKey(row.organ, row.runId).PK, SK: `U#${keyPart('unitCode', row.unitCode)}`, ...row };
}

/** Nobody has leased or settled it since it was read. */
function asBefore({ state, attempt }: FanOutRow) {
  return equals({ state, attempt });
}

function* batches<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += BATCH) yield list.slice(from, from + BATCH);
}
