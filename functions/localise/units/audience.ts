import type { Audience } from '../localisable-plan.schema.ts';
import type { Unit } from './directory.ts';

/** Tells whether an audience includes a unit; an absent audience includes all. */
export function isFor(audience: Audience | undefined, unit: Pick<Unit, 'kind' | 'code'>): boolean {
  if (!audience) return true;
  if (audience.kinds && !audience.kinds.includes(unit.kind)) return false;
  if (audience.units && !audience.units.includes(unit.code)) return false;
  return !audience.except?.includes(unit.code);
}
