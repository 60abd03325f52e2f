import type { Table } from '../table/table.ts';
import type { FanOutRow, FanOutRun, IssuedOutside } from './fan-out.schema.ts';
import { allRows, leaseRows, markOutside, rowsOf, type Settled, settleRows } from './fan-out-rows.ts';
import { closeRun, getRun, listOpenRuns, listRuns, type NewFanOutRun, retryRun, startRun } from './fan-out-runs.ts';

/**
 * The rows of fan-outs. Every change can be repeated; a row is leased by one worker at a time, and only the one that holds
 * the lease settles it. A run stands in the outbox from its start until none of its rows is left to do.
 */
export interface FanOuts {
  /** Writes the rows, all waiting, then the run. Repeating it answers the run that stands. */
  start(run: NewFanOutRun, unitCodes: readonly string[]): Promise<FanOutRun>;
  /** Throws `not-found`. */
  get(organ: string, runId: string): Promise<FanOutRun>;
  /** Runs of an organ that were started before a moment, the newest first; runs of releases that did not note it are not among them. */
  listRuns(organ: string, before: string, limit: number): Promise<FanOutRun[]>;
  /** All rows, by unit code, strongly consistent page by page. */
  rows(organ: string, runId: string): Promise<FanOutRow[]>;
  /** The rows of some units, strongly consistent; units that are not of the run are left out. */
  rowsOf(organ: string, runId: string, unitCodes: readonly string[]): Promise<FanOutRow[]>;
  /** Those of the rows that are this worker's now; the others were taken by another in the meantime. */
  lease(rows: readonly FanOutRow[], worker: string, at: Date, until: Date): Promise<FanOutRow[]>;
  /** Settles rows under their leases. Answers those that it settled; the lease of the others is another's by now. */
  settle(settled: readonly Settled[], at: Date): Promise<Settled[]>;
  /** Notes what a unit issued by other means; null: nothing any more. Throws `stale`. */
  markOutside(row: FanOutRow, outside: IssuedOutside | null): Promise<FanOutRow>;
  /** Lets the failed wait again; the done stay done. Answers how many. */
  retry(organ: string, runId: string, at: Date): Promise<number>;
  /** Takes a run out of the outbox unless rows are left, waiting or leased. Answers how many are. Throws `not-found`. */
  close(organ: string, runId: string): Promise<number>;
  /** Runs of all organs that have rows left, the oldest first. The index may lag: one that was closed just now is not among them. */
  listOpen(): Promise<FanOutRun[]>;
}

/** Fan-outs in the register's table. */
export function createFanOuts(table: Table): FanOuts {
  return {
    start: (run, unitCodes) => startRun(table, run, unitCodes),
    get: (organ, runId) => getRun(table, organ, runId),
    listRuns: (organ, before, limit) => listRuns(table, organ, before, limit),
    rows: (organ, runId) => allRows(table, organ, runId),
    rowsOf: (organ, runId, unitCodes) => rowsOf(table, organ, runId, unitCodes),
    lease: (rows, worker, at, until) => leaseRows(table, rows, worker, at, until),
    settle: (settled, at) => settleRows(table, settled, at),
    markOutside: (row, outside) => markOutside(table, row, outside),
    retry: (organ, runId, at) => retryRun(table, organ, runId, at),
    close: (organ, runId) => closeRun(table, organ, runId),
    listOpen: () => listOpenRuns(table),
  };
}
