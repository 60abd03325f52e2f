import { finding, type LocaliseFinding } from '../localise-finding.ts';
import { type Unit, unitDirectory } from './directory.ts';

/**
 * The units that a list of codes means, each once, in the directory's order: five digits a unit, two digits all units of
 * a province or city, `*` all of the country.
 *
 * @example selectUnits('75, 00004')
 */
export function selectUnits(list: string): {
  readonly units: readonly Unit[];
  readonly findings: readonly LocaliseFinding[];
} {
  const { provinces, units } = unitDirectory();
  const wanted = new Set<Unit>();
  const findings: LocaliseFinding[] = [];
  for (const code of list.split(/[\s,;]+/).filter(Boolean)) {
    const found = code === '*' ? [...units.values()] : (provinces.get(code)?.units ?? one(units.get(code)));
    if (found.length === 0) findings.push(finding('UNIT_UNKNOWN', 'Danh sách đơn vị', { unit: code.slice(0, 20) }));
    for (const unit of found) wanted.add(unit);
  }
  return { units: [...units.values()].filter((unit) => wanted.has(unit)), findings };
}

function one(unit: Unit | undefined): readonly Unit[] {
  return unit ? [unit] : [];
}
