import type { LocaliseFinding } from '#localise/localise-finding.ts';
import type { Decisions } from '#localise/merge/three-sides.ts';
import { type ThreeWay, threeWay } from '#localise/merge/three-way.ts';
import { makeUnitPlan } from '#localise/plan/make-unit-plan.ts';
import { staleMarks } from '#localise/plan/stale-marks.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import type { FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import type { Actor } from '../actor.ts';
import { UseCaseError } from '../use-case-error.ts';
import type { FanOutDeps } from './fan-out-deps.ts';
import { inputOf } from './fan-out-input.ts';
import { readOwnPlan } from './own-plan.ts';

/** A unit's plan, and the two runs of its superior that it is compared with. */
export interface Comparison {
  readonly docId: string;
  /** Id of the superior's organ. */
  readonly superior: string;
  /** The run that the unit's plan came from. */
  readonly from: string;
  /** The run of the amended plan. */
  readonly to: string;
}

/**
 * Previews what a superior's amended plan would change in a unit's plan, part by part; writes nothing. It warns of what
 * its wording for units hides. Throws `not-found`, also for a document that did not come from `from`;
 * `document-invalid` when the amended plan gives this unit none.
 */
export async function compareWithSuperior(
  deps: FanOutDeps,
  actor: Actor,
  input: Comparison,
  decisions?: Decisions,
): Promise<ThreeWay & { readonly warnings: readonly LocaliseFinding[] }> {
  const own = await readOwnPlan(deps, actor, input.docId);
  const { docId, unitCode } = own.localisedFrom;
  const before = await deps.fanOuts.get(input.superior, input.from);
  const after = await deps.fanOuts.get(input.superior, input.to);
  const base = await planForUnit(deps, before, unitCode);
  if (base.data.localisedFrom?.docId !== docId) throw new UseCaseError('not-found');
  const next = await planForUnit(deps, after, unitCode);
  const compared = threeWay(base.data, own, next.data, decisions);
  const stale = staleMarks(base.source, next.source, unitDirectory().units.get(unitCode));
  return { ...compared, warnings: stale.map((one) => one.finding) };
}

/** A unit's plan as a run makes it, and the superior's that it is made of. Throws `not-found`, `document-invalid`. */
export async function planForUnit(deps: FanOutDeps, run: FanOutRun, unitCode: string) {
  const { plan, overrides } = await inputOf(deps, run);
  const unit = unitDirectory().units.get(unitCode);
  if (!unit) throw new UseCaseError('not-found');
  const { made } = makeUnitPlan(plan, unit, overrides, run.on);
  if (!made) throw new UseCaseError('document-invalid');
  return { data: made.data, source: plan.source };
}
