import type { CompiledPlan } from '#localise/plan/compiled-plan.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import type { FanOutState } from '#register/fan-outs/fan-out.schema.ts';
import type { UnitFile } from './render-unit-drafts.ts';

/** A unit in a manifest. */
export interface ManifestRow {
  readonly unitCode: string;
  /** "phường Bình Long" */
  readonly name: string;
  readonly docId: string;
  readonly state: FanOutState;
  readonly files: readonly UnitFile[];
  /** Cause of the failure. */
  readonly reasons: readonly string[];
  /** Fields that the unit has to fill in or check. */
  readonly open: readonly string[];
}

/** Makes the manifest for machines: each unit with its files, SHA-256, state and open fields. */
export function manifestOf(plan: CompiledPlan, on: string, rows: readonly ManifestRow[]) {
  const { docId, code, issuedDate } = plan.source.superior;
  const count = (state: FanOutState) => rows.filter((made) => made.state === state).length;
  const left = count('waiting') + count('leased');
  return {
    schema: 'LocaliseManifest@1' as const,
    superior: { docId, code, issuedDate, hash: plan.hash },
    on,
    directoryAsOf: unitDirectory().asOf,
    counts: { units: rows.length, done: count('done'), failed: count('failed'), ...(left > 0 && { left }) },
    units: rows,
  };
}
