import { checkDocument } from '#document/checking/check-document.ts';
import type { Finding } from '#document/checking/findings.ts';
import { type IsoDate, vietnamDate } from '#document/dates.ts';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { localisableFromFile, type Undecided } from '#localise/from-file/localisable-from-file.ts';
import type { SuperiorFile } from '#localise/from-file/superior-file.schema.ts';
import type { LocaliseFinding } from '#localise/localise-finding.ts';
import type { Decisions } from '#localise/merge/three-sides.ts';
import { type ThreeWay, threeWay } from '#localise/merge/three-way.ts';
import { compilePlan } from '#localise/plan/compile-plan.ts';
import { makeUnitPlan } from '#localise/plan/make-unit-plan.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { readOverrides } from '#localise/units/read-overrides.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { asFinding } from '../fan-out/fan-out-input.ts';
import { readOwnPlan } from '../fan-out/own-plan.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';

/** A unit's plan out of a superior's file; without data where parts are undecided. */
export interface PlanFromFile {
  readonly data: KeHoach | null;
  readonly undecided: readonly Undecided[];
  readonly findings: ReadonlyArray<Finding | LocaliseFinding>;
}

/** For whom a plan is made. */
export interface UnitOfFile {
  readonly unitCode: string;
  /** Id of the unit's organ. */
  readonly organ: string;
  readonly on: IsoDate;
}

/** Makes the unit's plan of a file in which every part is decided. Throws `not-found` for an unknown unit, `document-invalid`. */
export function unitPlanOf(file: SuperiorFile, { unitCode, organ, on }: UnitOfFile): PlanFromFile {
  const unit = unitDirectory().units.get(unitCode);
  if (!unit) throw new UseCaseError('not-found');
  const { plan, undecided } = localisableFromFile(file);
  if (!plan) return { data: null, undecided, findings: [] };
  const compiled = compilePlan(plan);
  if (!compiled.plan) throw new UseCaseError('document-invalid', { findings: compiled.findings.map(asFinding) });
  const overrides = readOverrides([{ schema: 'DonVi@1', unitCode, organId: organ }]);
  const { made, findings } = makeUnitPlan(compiled.plan, unit, overrides, on);
  return { data: made?.data ?? null, undecided, findings };
}

/** Makes the actor's organ its plan of a superior's file; nothing is stored. Throws as {@link unitPlanOf}. */
export async function planFromSuperiorFile(
  deps: Deps,
  actor: Actor,
  { file, unitCode }: { readonly file: SuperiorFile; readonly unitCode: string },
): Promise<PlanFromFile> {
  requireRole(actor, 'create');
  const on = vietnamDate(deps.clock.now());
  const plan = unitPlanOf(file, { unitCode, organ: actor.organ, on });
  if (!plan.data) return plan;
  const profiles = await readProfiles(deps, actor.organ);
  const { findings } = checkDocument(plan.data, { profiles, on, placeholders: 'show' });
  return { ...plan, findings };
}

/**
 * Compares the unit's plan with an amended file of the superior, taking the decided sides. It writes nothing. Throws `not-found` for a plan that
 * was not made of `before`, and as {@link unitPlanOf}.
 */
export async function compareWithSuperiorFile(
  deps: Deps,
  actor: Actor,
  input: {
    readonly docId: string;
    readonly before: SuperiorFile;
    readonly after: SuperiorFile;
    readonly decisions?: Decisions;
  },
): Promise<ThreeWay & Pick<PlanFromFile, 'undecided'>> {
  const own = await readOwnPlan(deps, actor, input.docId);
  const from = own.localisedFrom;
  if (from.file?.sha256 !== input.before.file.sha256) throw new UseCaseError('not-found');
  const unit = { unitCode: from.unitCode, organ: actor.organ, on: vietnamDate(deps.clock.now()) };
  const [base, next] = [input.before, input.after].map((file) => unitPlanOf(file, unit));
  if (!base?.data || !next?.data) {
    return { changes: [], result: own, undecided: [...(base?.undecided ?? []), ...(next?.undecided ?? [])] };
  }
  return { ...threeWay(base.data, own, next.data, input.decisions), undecided: [] };
}
