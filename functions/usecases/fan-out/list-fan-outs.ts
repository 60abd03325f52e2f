import type { FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import type { Actor } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import type { FanOutDeps } from './fan-out-deps.ts';

/** More runs than a province starts in years. */
const MAX_RUNS = 100;
/** After every moment at which a run was started. */
const LATEST = '9999';

/** Runs of the actor's organ, the newest first. */
export async function listFanOuts(deps: FanOutDeps, actor: Actor): Promise<FanOutRun[]> {
  requireRole(actor, 'read-draft');
  return deps.fanOuts.listRuns(actor.organ, LATEST, MAX_RUNS);
}

/** Runs of any organ, the newest first, for use cases that show a unit what came down to it. */
export function runsOf(deps: FanOutDeps, organ: string): Promise<FanOutRun[]> {
  return deps.fanOuts.listRuns(organ, LATEST, MAX_RUNS);
}
