import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import { compilePlan } from '#localise/plan/compile-plan.ts';
import type { CompiledPlan } from '#localise/plan/compiled-plan.ts';
import { type Unit, unitDirectory } from '#localise/units/directory.ts';
import type { UnitOverride } from '#localise/units/unit-override.schema.ts';

const examples = join(import.meta.dirname, '../../../examples');

/** A file of the examples. */
export function readExample<T>(name: string): T {
  return JSON.parse(readFileSync(join(examples, name), 'utf8')) as T;
}

/** The province's plan of 2026 with what goes down, fresh each time. */
export const provincePlan = () => readExample<LocalisablePlan>('localise/ke-hoach-tinh-2026.json');

/** Overrides of Phường Bình Long. */
export const binhLong = () => readExample<UnitOverride[]>('localise/don-vi.json')[0]!;

/** A unit by its code. */
export function unitOf(code: string): Unit {
  const unit = unitDirectory().units.get(code);
  if (!unit) throw new Error(`no unit ${code}`);
  return unit;
}

/** A plan that has to be sound. */
export function compiled(plan: unknown): CompiledPlan {
  const result = compilePlan(plan);
  if (!result.plan) throw new Error(result.findings.map(({ path, message }) => `${path}: ${message}`).join('\n'));
  return result.plan;
}

/** A value without the keys named, at any depth. */
export function without<T>(value: T, ...keys: readonly string[]): T {
  return JSON.parse(JSON.stringify(value, (key, inner) => (keys.includes(key) ? undefined : inner)));
}
