import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { type Decisions, decided, type Judged, judge } from './three-sides.ts';

/** Fields of a plan that are compared as wholes. */
export const PLAN_FIELDS = [
  ...(['subject', 'preamble', 'openingLead', 'opening', 'closing', 'bases', 'recipients', 'draftingUnit'] as const),
] as const;

/** Name of such a field. */
export type PlanField = (typeof PLAN_FIELDS)[number];

/** Makes the change of a field, with its value in the result. */
export function fieldChange<Field extends PlanField>(
  field: Field,
  base: KeHoach,
  unit: KeHoach,
  next: KeHoach,
  decisions: Decisions,
): { readonly judged: Judged; readonly value: KeHoach[Field] | undefined } {
  const sides = { id: field, base: base[field], unit: unit[field], next: next[field] };
  const same = (value: unknown) => value;
  const judged = decided(judge(sides, same, same), sides, decisions);
  return { judged, value: judged.take === null ? undefined : sides[judged.take] };
}
