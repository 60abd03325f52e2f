import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import type { LocaliseFinding } from '#localise/localise-finding.ts';
import { staleMarks } from '#localise/plan/stale-marks.ts';
import type { FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import type { Actor } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { inputOf } from './fan-out-input.ts';

/** Earlier runs of an organ that may be of the same plan. */
const MAX_EARLIER_RUNS = 5;

/**
 * Warnings of a run that was started: parts that the superior changed since the plan went down last, while their wording for units
 * (`marks`) is what it was. None for a plan that goes down for the first time. Throws `not-found`.
 */
export async function staleWording(deps: FanOutDeps, actor: Actor, runId: string): Promise<LocaliseFinding[]> {
  requireRole(actor, 'issue');
  const run = await deps.fanOuts.get(actor.organ, runId);
  const { plan } = await inputOf(deps, run);
  for (const earlier of await deps.fanOuts.listRuns(actor.organ, run.createdAt, MAX_EARLIER_RUNS)) {
    const before = (await inputOf(deps, earlier)).plan.source;
    if (isOneBefore(earlier, run, before, plan.source))
      return staleMarks(before, plan.source).map((one) => one.finding);
  }
  return [];
}

/** The same document, or an amended one: most of its parts have the ids that they had. */
function isOneBefore(earlier: FanOutRun, run: FanOutRun, before: LocalisablePlan, after: LocalisablePlan): boolean {
  if (earlier.superior.docId === run.superior.docId) return true;
  const known = new Set(before.marks.map(({ id }) => id));
  const kept = after.marks.filter(({ id }) => known.has(id)).length;
  return after.marks.length > 0 && kept * 2 >= after.marks.length;
}
