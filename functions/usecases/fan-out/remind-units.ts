import { vietnamDate } from '#document/dates.ts';
import type { Actor } from '../actor.ts';
import { inParallel } from '../in-parallel.ts';
import { requireRole } from '../permissions.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { documentOf } from './unit-states.ts';

/** Outcome of reminding: units whose drafters are told, and those reminded today already. */
export interface Reminded {
  readonly reminded: number;
  readonly already: number;
}

const CONCURRENCY = 20;

/**
 * Reminds units of a run that still have its plan as a draft: it stands in the lists of their drafters until they submit it, and in their
 * mail. A unit is reminded once a day. `unitCodes` absent: all such units. Throws `not-found`.
 */
export async function remindUnits(
  deps: FanOutDeps,
  actor: Actor,
  { runId, unitCodes }: { readonly runId: string; readonly unitCodes?: readonly string[] | undefined },
): Promise<Reminded> {
  requireRole(actor, 'remind-units');
  const run = await deps.fanOuts.get(actor.organ, runId);
  const rows = unitCodes
    ? await deps.fanOuts.rowsOf(run.organ, runId, unitCodes)
    : await deps.fanOuts.rows(run.organ, runId);
  const at = deps.clock.now();
  const outcomes = await inParallel(rows, CONCURRENCY, async (row) => {
    const document = row.outside ? undefined : await documentOf(deps, row);
    if (document?.state !== 'draft') return 'none';
    const { organ, docId, remindedAt } = document;
    const isToday = remindedAt !== undefined && vietnamDate(new Date(remindedAt)) === vietnamDate(at);
    if (isToday) return 'already';
    return (await deps.register.remindDraft({ organ, docId, at })) ? 'reminded' : 'none';
  });
  const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
  return { reminded: count('reminded'), already: count('already') };
}
