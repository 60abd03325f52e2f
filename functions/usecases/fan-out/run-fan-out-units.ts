import type { FanOutDeps } from './fan-out-deps.ts';
import { inputOf } from './fan-out-input.ts';
import { isFree, type Pump, pumpRows } from './pump-rows.ts';

/** Outcome of one worker's share. */
export interface UnitsRun {
  readonly done: number;
  readonly failed: number;
  /** Units of its share that another worker holds: they are for a later time. */
  readonly left: readonly string[];
}

/**
 * The units of a run that a worker may take now: those that wait, and those whose lease has run out. Closes the run where none
 * is left at all, so that it is not listed as open again. Throws `not-found`.
 */
export async function unitsToDo(deps: FanOutDeps, organ: string, runId: string): Promise<string[]> {
  if ((await deps.fanOuts.close(organ, runId)) === 0) return [];
  const now = deps.clock.now();
  const rows = await deps.fanOuts.rows(organ, runId);
  return rows.filter((row) => isFree(row, null, now)).map(({ unitCode }) => unitCode);
}

/**
 * Pumps the rows of some units, for an engine that shares a run out among workers. What is settled stays as it is, so a share
 * can be given again; the worker that settles the last row closes the run. Throws what the table or the store throws.
 */
export async function runFanOutUnits(
  deps: FanOutDeps,
  organ: string,
  runId: string,
  unitCodes: readonly string[],
  pump: Pump,
): Promise<UnitsRun> {
  const run = await deps.fanOuts.get(organ, runId);
  const now = deps.clock.now();
  const free = (await deps.fanOuts.rowsOf(organ, runId, unitCodes)).filter((row) => isFree(row, pump.worker, now));
  const counts = { done: 0, failed: 0 };
  if (free.length > 0) {
    await pumpRows(deps, run, await inputOf(deps, run), free, {
      ...pump,
      onSettled: (row, state) => {
        counts[state] += 1;
        pump.onSettled?.(row, state);
      },
    });
  }
  const after = await deps.fanOuts.rowsOf(organ, runId, unitCodes);
  const left = after.filter(({ state }) => state === 'waiting' || state === 'leased').map(({ unitCode }) => unitCode);
  if (left.length === 0) await deps.fanOuts.close(organ, runId);
  return { ...counts, left };
}
