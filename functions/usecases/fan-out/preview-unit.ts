import { vietnamDate } from '#document/dates.ts';
import { makeUnitPlan, type UnitPlan } from '#localise/plan/make-unit-plan.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { readOverrides } from '#localise/units/read-overrides.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { checkOrgan } from '../drafting/require-sound.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, requireProfile } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';
import { readyInput } from './fan-out-input.ts';
import { ownOrgans } from './own-organs.ts';

/**
 * Makes the plan of one unit out of a plan that is to go down, as its draft would be; nothing is stored. Throws `document-invalid`,
 * `foreign-organ`, `not-found` for a unit that is none of the province.
 */
export async function previewUnit(
  deps: Deps,
  actor: Actor,
  input: { readonly plan: unknown; readonly unitCode: string },
): Promise<UnitPlan> {
  requireRole(actor, 'read-draft');
  const { plan } = readyInput(input.plan, []);
  checkOrgan(plan.source.plan, actor.organ);
  const unit = unitDirectory().units.get(input.unitCode);
  if (unit?.provinceCode !== plan.source.superior.provinceCode) throw new UseCaseError('not-found');
  const on = vietnamDate(deps.clock.now());
  const own = requireProfile(await readProfiles(deps, actor.organ), actor.organ, on);
  return makeUnitPlan(plan, unit, readOverrides(await ownOrgans(deps, own, [unit], [])), on);
}
