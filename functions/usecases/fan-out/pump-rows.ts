import type { FanOutRow, FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import type { FanOutInput } from './fan-out-input.ts';
import { makeUnitDraft } from './make-unit-draft.ts';

/** Rows that a worker takes at a time. */
const LEASE_SIZE = 50;
/** Units at once, and in one settlement. */
const CONCURRENCY = 10;
/** Lease of a row for one worker, in milliseconds. */
const LEASE_MS = 120_000;

/** Worker of a fan-out, and its listeners. */
export interface Pump {
  /** One process, one name: what it had leased before a crash is its own again. */
  readonly worker: string;
  onSettled?(row: FanOutRow, state: 'done' | 'failed'): void;
  /** Asked between two settlements: the rest stays for the next time. */
  isStopping?(): boolean;
}

/** Tells whether a worker may take a row: waiting, its own, or with an expired lease. */
export function isFree({ state, worker, leasedUntil = '' }: FanOutRow, own: string | null, now: Date): boolean {
  if (state === 'waiting') return true;
  return state === 'leased' && (worker === own || leasedUntil < now.toISOString());
}

/** Leases free rows, makes their drafts and settles them. False: it was told to stop. Rows that another took are passed over. */
export async function pumpRows(
  deps: FanOutDeps,
  run: FanOutRun,
  input: FanOutInput,
  free: readonly FanOutRow[],
  pump: Pump,
): Promise<boolean> {
  for (let from = 0; from < free.length; from += LEASE_SIZE) {
    const leasedAt = deps.clock.now();
    const until = new Date(leasedAt.getTime() + LEASE_MS);
    const mine = await deps.fanOuts.lease(free.slice(from, from + LEASE_SIZE), pump.worker, leasedAt, until);
    for (let at = 0; at < mine.length; at += CONCURRENCY) {
      if (pump.isStopping?.()) return false;
      const settled = await Promise.all(
        mine.slice(at, at + CONCURRENCY).map(async (row) => ({
          row,
          settlement: await makeUnitDraft(deps, run, input, row.unitCode),
        })),
      );
      for (const { row, settlement } of await deps.fanOuts.settle(settled, deps.clock.now())) {
        pump.onSettled?.(row, settlement.state);
      }
    }
  }
  return true;
}
