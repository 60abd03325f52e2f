import type { FanOutEngine } from '#dispatch/fan-out-engine.ts';
import type { IssueQueue } from '#dispatch/issue-queue.ts';
import type { FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import type { FanOuts } from '#register/fan-outs/fan-out.ts';
import { FILES_WITHIN_MS } from '#register/numbers/rows.ts';
import type { Register } from '#register/register.ts';

/** Minutes during which a due issue is sent every minute; later, less often. */
const SOON_MINUTES = 10;
const LATER_EVERY_MINUTES = 15;

/** Dependencies of the sweep. */
export interface SweepDeps {
  readonly register: Pick<Register, 'listDue'>;
  readonly fanOuts: Pick<FanOuts, 'listOpen'>;
  readonly queue: IssueQueue;
  readonly engine: FanOutEngine;
}

/** Listeners of a sweep. */
export interface SweepWatch {
  /** Told before anything is sent: how many numbers are due for their files, and how old the oldest is, 0 where none is. */
  onDue(due: { readonly count: number; readonly oldestSeconds: number }): void;
  onFailedRun(run: FanOutRun, error: unknown): void;
}

/** Result of a sweep, without what waits for its quarter of an hour. */
export interface Sweep {
  readonly issues: number;
  /** Runs that have rows left and now have a living execution. */
  readonly fanOuts: number;
}

/**
 * Hands on what is open: each number whose files are due goes to the queue (each minute at first, then every quarter of an
 * hour), each fan-out that has rows left gets an execution unless one lives. All of it may be handed on twice. Throws `DispatchError` where the queue did not take all, after the rest
 * was done.
 */
export async function sweep(deps: SweepDeps, now: Date, watch: SweepWatch): Promise<Sweep> {
  const due = await deps.register.listDue(now);
  const oldestMs = due.reduce(
    (oldest, { dueAt }) => Math.max(oldest, now.getTime() - Date.parse(dueAt)),
    -FILES_WITHIN_MS,
  );
  watch.onDue({ count: due.length, oldestSeconds: Math.round((oldestMs + FILES_WITHIN_MS) / 1000) });
  const sent = due.filter(({ dueAt }) => isTurnOf(Math.floor((now.getTime() - Date.parse(dueAt)) / 60_000)));
  const sending = Promise.allSettled([deps.queue.sendIssues(sent)]);
  let fanOuts = 0;
  for (const run of await deps.fanOuts.listOpen()) {
    try {
      await deps.engine.startFanOut(run.organ, run.runId);
      fanOuts += 1;
    } catch (error) {
      watch.onFailedRun(run, error);
    }
  }
  const [outcome] = await sending;
  if (outcome.status === 'rejected') throw outcome.reason;
  return { issues: sent.length, fanOuts };
}

/** Tells whether this sweep sends an issue due for so many minutes, to spare the queue. */
function isTurnOf(minutes: number): boolean {
  return minutes < SOON_MINUTES || minutes % LATER_EVERY_MINUTES === 0;
}
