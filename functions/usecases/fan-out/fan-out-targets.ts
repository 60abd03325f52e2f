import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { keHoach } from '#document/schemas/ke-hoach.schema.ts';
import { type TargetSum, targetSums } from '#localise/plan/target-sums.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import type { FanOutRow } from '#register/fan-outs/fan-out.schema.ts';
import type { Actor } from '../actor.ts';
import { readFrozen } from '../blobs.ts';
import { requireRole } from '../permissions.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { inputOf } from './fan-out-input.ts';

/**
 * Sums the figures of a plan's tasks over the units of a run, beside the superior's own. A plan that its unit sent counts as it says;
 * before that the figure that went down, because what a unit writes is its own until then (decision 0331). Throws `not-found`.
 */
export async function fanOutTargets(deps: FanOutDeps, actor: Actor, runId: string): Promise<TargetSum[]> {
  requireRole(actor, 'read-draft');
  const run = await deps.fanOuts.get(actor.organ, runId);
  const { plan } = await inputOf(deps, run);
  const rows = await deps.fanOuts.rows(actor.organ, runId);
  const documents: Array<{ readonly row: FanOutRow; readonly document: KeHoach | 'as-given' | null }> = [];
  for (const row of rows) documents.push({ row, document: await planOf(deps, row) });
  return targetSums(
    plan,
    documents.flatMap(({ row, document }) => {
      const unit = unitDirectory().units.get(row.unitCode);
      return unit ? [{ unit, document }] : [];
    }),
  );
}

/** The unit's plan where it was sent; null where there is none that counts. */
async function planOf(deps: FanOutDeps, { unitOrgan, docId }: FanOutRow): Promise<KeHoach | 'as-given' | null> {
  if (unitOrgan === undefined || docId === undefined) return null;
  const document = await deps.register.getDocument(unitOrgan, docId);
  if (['withdrawn', 'replaced', 'voided', 'discarded'].includes(document.state)) return null;
  if (document.state !== 'issued' || document.sending === 'unsent') return 'as-given';
  return keHoach.safeParse((await readFrozen(deps, document)).document).data ?? null;
}
