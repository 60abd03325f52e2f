import { z } from 'zod';
import type { LocaliseFinding } from '#localise/localise-finding.ts';
import { compilePlan } from '#localise/plan/compile-plan.ts';
import type { CompiledPlan } from '#localise/plan/compiled-plan.ts';
import { type Overrides, readOverrides } from '#localise/units/read-overrides.ts';
import type { FanOutRun } from '#register/fan-outs/fan-out.schema.ts';
import { readBlob } from '../blobs.ts';
import type { Deps } from '../deps.ts';
import { type PublicFinding, UseCaseError } from '../use-case-error.ts';

/** Input of a fan-out, as stored in its blob. */
const storedInput = z.strictObject({
  schema: z.literal('FanOutInput@1'),
  plan: z.unknown(),
  profiles: z.array(z.unknown()),
});

/** A plan made ready, and what units say of themselves. */
export interface FanOutInput {
  readonly plan: CompiledPlan;
  readonly overrides: Overrides;
}

/** Makes a plan and profiles ready. Throws `document-invalid` with all findings; a broken profile fails its unit alone. */
export function readyInput(plan: unknown, profiles: readonly unknown[]): FanOutInput {
  const compiled = compilePlan(plan);
  if (!compiled.plan) throw new UseCaseError('document-invalid', { findings: compiled.findings.map(asFinding) });
  return { plan: compiled.plan, overrides: readOverrides(profiles) };
}

/** The input of a run, from its blob. Throws `broken-blob`. */
export async function inputOf(deps: Deps, run: FanOutRun): Promise<FanOutInput> {
  const parsed = storedInput.safeParse(await readBlob(deps, run.input));
  if (!parsed.success) throw new UseCaseError('broken-blob', { params: { key: run.input.key }, cause: parsed.error });
  return readyInput(parsed.data.plan, parsed.data.profiles);
}

/** A finding of a plan as callers are told of it: its place is in its words. */
export function asFinding(finding: LocaliseFinding): PublicFinding {
  return { ...finding, pointer: [], clause: null };
}
