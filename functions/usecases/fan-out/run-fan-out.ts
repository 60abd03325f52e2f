import type { FanOutDeps } from './fan-out-deps.ts';
import { inputOf } from './fan-out-input.ts';
import { isFree, type Pump, pumpRows } from './pump-rows.ts';

/**
 * Pumps the rows of a run until none is left to take: what waits, what this worker had leased, what others had leased too
 * long ago; then the run is closed, unless others still hold rows. It can be killed anywhere and run again. Throws what the
 * table or the store throws; rows stay leased then.
 */
export async function runFanOut(deps: FanOutDeps, organ: string, runId: string, pump: Pump): Promise<void> {
  const run = await deps.fanOuts.get(organ, runId);
  const input = await inputOf(deps, run);
  for (;;) {
    const now = deps.clock.now();
    const free = (await deps.fanOuts.rows(organ, runId)).filter((row) => isFree(row, pump.worker, now));
    if (free.length === 0) break;
    if (!(await pumpRows(deps, run, input, free, pump))) return;
  }
  await deps.fanOuts.close(organ, runId);
}
