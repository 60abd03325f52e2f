import { finding, type LocaliseFinding } from '../localise-finding.ts';
import { shapeWords } from '../shape-problems.ts';
import { unitDirectory } from './directory.ts';
import { type UnitOverride, unitOverride } from './unit-override.schema.ts';

/** Overrides of units; a broken entry fails its own unit only. */
export interface Overrides {
  readonly byCode: ReadonlyMap<string, UnitOverride>;
  /** Reasons by unit code. */
  readonly broken: ReadonlyMap<string, readonly LocaliseFinding[]>;
  /** Entries that belong to no unit. */
  readonly findings: readonly LocaliseFinding[];
}

/** No overrides: every unit has the defaults of its kind. */
export const NO_OVERRIDES: Overrides = { byCode: new Map(), broken: new Map(), findings: [] };

/** Reads a list of overrides, one a unit. */
export function readOverrides(input: readonly unknown[]): Overrides {
  const byCode = new Map<string, UnitOverride>();
  const broken = new Map<string, LocaliseFinding[]>();
  const findings: LocaliseFinding[] = [];
  input.forEach((entry, i) => {
    const place = `Hồ sơ đơn vị thứ ${i + 1}`;
    const code = codeOf(entry);
    if (code === null || !unitDirectory().units.has(code)) {
      findings.push(finding('UNIT_UNKNOWN', place, { unit: code ?? '' }));
      return;
    }
    const fail = (field: string, why: string) => {
      const known = broken.get(code) ?? [];
      broken.set(code, [...known, finding('PROFILE_INVALID', place, { field, why })]);
    };
    const shape = unitOverride.safeParse(entry);
    if (!shape.success) {
      for (const { path, words } of shapeWords(shape.error.issues)) fail(path, words);
    } else if (byCode.has(code)) {
      fail('unitCode', 'mã này đã có ở một hồ sơ trước');
    } else {
      byCode.set(code, shape.data);
    }
  });
  for (const code of broken.keys()) byCode.delete(code);
  return { byCode, broken, findings };
}

function codeOf(entry: unknown): string | null {
  if (typeof entry !== 'object' || entry === null || !('unitCode' in entry)) return null;
  return typeof entry.unitCode === 'string' ? entry.unitCode.slice(0, 20) : null;
}
