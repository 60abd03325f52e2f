import type { FanOutRow, FanOutRun, FanOutState } from '#register/fan-outs/fan-out.schema.ts';
import type { Actor } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import type { FanOutDeps } from './fan-out-deps.ts';

/** Progress of a fan-out. */
export interface FanOutProgress {
  readonly run: FanOutRun;
  readonly counts: Readonly<Record<FanOutState, number>>;
  /** Settled units a second since it began, by the rows themselves; 0 before the first. */
  readonly perSecond: number;
  /** The failed, each with its reasons. */
  readonly failed: readonly FanOutRow[];
}

/** Reads the progress of a run of the actor's organ. Throws `not-found`. */
export async function getFanOut(deps: FanOutDeps, actor: Actor, runId: string): Promise<FanOutProgress> {
  requireRole(actor, 'read-draft');
  const run = await deps.fanOuts.get(actor.organ, runId);
  const rows = await deps.fanOuts.rows(actor.organ, runId);
  const count = (state: FanOutState) => rows.filter((row) => row.state === state).length;
  const settled = rows.filter(({ state }) => state === 'done' || state === 'failed');
  const last = settled.reduce((latest, { updatedAt }) => (updatedAt > latest ? updatedAt : latest), run.createdAt);
  const seconds = (Date.parse(last) - Date.parse(run.createdAt)) / 1000;
  return {
    run,
    counts: { waiting: count('waiting'), leased: count('leased'), done: count('done'), failed: count('failed') },
    perSecond: seconds > 0 ? Math.round((settled.length / seconds) * 10) / 10 : 0,
    failed: rows.filter(({ state }) => state === 'failed'),
  };
}

/** Lets the failed units of a run wait again; answers how many. The run is to be pumped after it. */
export async function retryFanOut(deps: FanOutDeps, actor: Actor, runId: string): Promise<number> {
  requireRole(actor, 'issue');
  await deps.fanOuts.get(actor.organ, runId);
  return deps.fanOuts.retry(actor.organ, runId, deps.clock.now());
}
