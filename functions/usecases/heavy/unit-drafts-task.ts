import type { IsoDate } from '#document/dates.ts';
import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import { compilePlan } from '#localise/plan/compile-plan.ts';
import type { CompiledPlan } from '#localise/plan/compiled-plan.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import type { Overrides } from '#localise/units/read-overrides.ts';
import { renderUnitDrafts, type UnitOutcome, type UnitRow } from '../fan-out/render-unit-drafts.ts';
import { UseCaseError } from '../use-case-error.ts';
import type { Render } from './render-port.ts';

/** Some units of a plan; a thread keeps the plan that it made ready last. */
export interface UnitDraftsInput {
  readonly source: LocalisablePlan;
  /** Hash of the plan. */
  readonly hash: string;
  readonly overrides: Overrides;
  readonly on: IsoDate;
  readonly unitCodes: readonly string[];
  /** Rows of an earlier run whose files are still there, whole. */
  readonly earlier: readonly UnitRow[];
}

let last: CompiledPlan | undefined;

/** Makes the drafts of some units, in their order. */
export async function unitDraftsTask(input: UnitDraftsInput, render: Render): Promise<UnitOutcome[]> {
  const { overrides, on, earlier } = input;
  const outcomes: UnitOutcome[] = [];
  const request = {
    plan: readyPlan(input),
    units: input.unitCodes.flatMap((code) => unitDirectory().units.get(code) ?? []),
    overrides,
    on,
    render,
    earlier: (docId: string) => earlier.find((row) => row.docId === docId) ?? null,
  };
  for await (const outcome of renderUnitDrafts(request)) outcomes.push(outcome);
  return outcomes;
}

function readyPlan({ hash, source }: UnitDraftsInput): CompiledPlan {
  if (last?.hash === hash) return last;
  const { plan } = compilePlan(source);
  if (!plan) throw new UseCaseError('document-invalid');
  last = plan;
  return plan;
}
