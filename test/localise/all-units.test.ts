import { describe, expect, test } from 'vitest';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { localisePlan } from '#localise/plan/localise-plan.ts';
import { makeUnitPlan } from '#localise/plan/make-unit-plan.ts';
import { type Unit, unitDirectory } from '#localise/units/directory.ts';
import { NO_OVERRIDES } from '#localise/units/read-overrides.ts';
import { unitOrgan } from '#localise/units/unit-organ.ts';
import { unitName, unitProfile } from '#localise/units/unit-profile.ts';
import { compiled, provincePlan, unitOf } from './support/example.ts';
import { foreignNameSearch, textsOf } from './support/foreign-names.ts';
import { planForProvince } from './support/plan-for-province.ts';

const ON = '2026-03-16';
const directory = unitDirectory();
const source = provincePlan();
const plans = new Map(
  [...directory.provinces.values()].map((province) => [province.code, compiled(planForProvince(source, province))]),
);
const planOf = (unit: Unit) => plans.get(unit.provinceCode)!;
const foreignNames = foreignNameSearch(directory);

/** The unit's plan with the names that its header shows. */
function textsFor(unit: Unit): string[] {
  const profile = unitProfile(unit);
  const { document } = localisePlan(planOf(unit), profile, ON);
  const { headerLines, place } = unitOrgan(profile);
  return [...textsOf(document), ...headerLines, headerLines.join(' ').toLocaleUpperCase('vi'), place];
}

describe('all 3,321 units', () => {
  test('get a plan that names them and no other unit or province', () => {
    const wrong = [...directory.units.values()].flatMap((unit) => {
      const texts = textsFor(unit);
      const named = texts.filter((text) => text.includes(unitName(unitProfile(unit)))).length;
      const foreign = foreignNames(unit, texts).map(({ name, text }) => `${unit.code}: “${name}” in “${text}”`);
      return named >= 4 ? foreign : [...foreign, `${unit.code}: names itself ${named} times`];
    });
    expect(wrong).toEqual([]);
  });

  test('have no blank left and no two spaces', () => {
    for (const unit of directory.units.values()) {
      const text = textsFor(unit).join('\n');
      expect(text).not.toMatch(/\[\[|\]\]|undefined|null| {2}| [,.;]/u);
    }
  });

  test('the search finds a name that does not belong, in capitals too, and leaves what belongs', () => {
    const tanAn = unitOf('26179');
    expect(foreignNames(tanAn, ['trên địa bàn phường Bình Long']).map(({ name }) => name)).toEqual(['Bình Long']);
    expect(foreignNames(tanAn, ['UBND PHƯỜNG BÌNH LONG'])).toHaveLength(1);
    expect(foreignNames(tanAn, ['xã Tân An', 'XÃ TÂN AN', 'tỉnh Đồng Nai', 'thống nhất chỉ đạo'])).toEqual([]);
    expect(foreignNames(tanAn, ['xã Tân An Hội']).map(({ name }) => name)).toEqual(['Tân An Hội', 'An Hội']);
  });
});

describe('the check of documents', () => {
  const dongNai = directory.provinces.get('75')!.units;
  const oneOfEachKind = [...directory.provinces.values()].flatMap(({ units }) => [
    ...[...Map.groupBy(units, ({ kind }) => kind).values()].map((list) => list[0]!),
  ]);

  test.each<[string, readonly Unit[]]>([
    ['all 95 of Đồng Nai', dongNai],
    ['a unit of each kind in each province', oneOfEachKind],
    ['all ten called Tân An', [...directory.units.values()].filter(({ name }) => name === 'Tân An')],
  ])('finds no error in the drafts of %s, and only says what a human has to fill in', (_, units) => {
    const failed = units.flatMap((unit) => {
      const { made, findings } = makeUnitPlan(planOf(unit), unit, NO_OVERRIDES, ON);
      // Some units' names put the tone marks in another way than the province's plan.
      const codes = findings
        .map(({ code }) => code)
        .filter((code) => code !== 'MIXED_TONES')
        .sort();
      const expected = ['MISSING_SHOWN', 'OWN_DOCUMENT_MISSING'];
      return made && String(codes) === String(expected) ? [] : [`${unit.code}: ${codes}`];
    });
    expect(failed).toEqual([]);
  });
});

test('two units of one name differ by province, id and header, never by chance', () => {
  const dongNai = localisePlan(planOf(unitOf('26179')), unitProfile(unitOf('26179')), ON).document as KeHoach;
  const others = [...directory.units.values()].filter(({ name, code }) => name === 'Tân An' && code !== '26179');
  for (const unit of others) {
    const other = localisePlan(planOf(unit), unitProfile(unit), ON).document as KeHoach;
    expect(other.organ).not.toBe(dongNai.organ);
    expect(textsOf(other).join('\n')).not.toContain('Đồng Nai');
  }
});
