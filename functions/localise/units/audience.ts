import type { Audience } from '../localisable-plan.schema.ts';
import type { Unit } from './directory.ts';

/** Whether something is for a unit; what names no audience is for all. */
export function isFor(audience: Audience | undefined, unit: Pick<Unit, 'kind' | 'code'>): boolean {
  if (!audience) return true;
  if (audience.kinds && !audience.kinds.includes(unit.kind)) return false;
  if (audience.units && !audience.units.includes(unit.code)) return false;
  return !audience.except?.includes(unit.code);
}
