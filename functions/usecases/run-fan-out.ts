import type { FanOutRow } from '../register/fan-out.schema.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { inputOf } from './fan-out-input.ts';
import { makeUnitDraft } from './make-unit-draft.ts';

/** Rows that a worker takes at a time. */
const TAKE = 50;
/** Units at once, and in one settlement. */
const AT_ONCE = 10;
/** How long a worker has for what it took; then another may. */
const LEASE_MS = 120_000;

/** Who pumps, and who is told. */
export interface Pump {
  /** One process, one name: what it had leased before a crash is its own again. */
  readonly worker: string;
  onSettled?(row: FanOutRow, state: 'done' | 'failed'): void;
  /** Asked between two settlements: the rest stays for the next time. */
  isStopping?(): boolean;
}

/**
 * Pumps the rows of a run until none is left to take: what waits, what this worker had leased, what others had leased too
 * long ago. It can be killed anywhere and run again. Throws what the table or the store throws; rows stay leased then.
 */
export async function runFanOut(deps: FanOutDeps, organ: string, runId: string, pump: Pump): Promise<void> {
  const run = await deps.fanOuts.get(organ, runId);
  const input = await inputOf(deps, run);
  for (;;) {
    const now = deps.clock.now().toISOString();
    const free = (await deps.fanOuts.rows(organ, runId)).filter(
      ({ state, worker, leasedUntil }) =>
        state === 'waiting' || (state === 'leased' && (worker === pump.worker || (leasedUntil ?? '') < now)),
    );
    if (free.length === 0) return;
    for (let from = 0; from < free.length; from += TAKE) {
      const leasedAt = deps.clock.now();
      const until = new Date(leasedAt.getTime() + LEASE_MS);
      const mine = await deps.fanOuts.lease(free.slice(from, from + TAKE), pump.worker, leasedAt, until);
      for (let at = 0; at < mine.length; at += AT_ONCE) {
        if (pump.isStopping?.()) return;
        const settled = await Promise.all(
          mine.slice(at, at + AT_ONCE).map(async (row) => ({
            row,
            settlement: await makeUnitDraft(deps, run, input, row.unitCode),
          })),
        );
        for (const { row, settlement } of await deps.fanOuts.settle(settled, deps.clock.now())) {
          pump.onSettled?.(row, settlement.state);
        }
      }
    }
  }
}
