import { expect, test } from 'vitest';
import type { Part } from '#document/schemas/part.schema.ts';
import { localisePlan } from '#localise/plan/localise-plan.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import type { UnitOverride } from '#localise/units/unit-override.schema.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import { compiled, provincePlan, unitOf } from './support/example.ts';
import { smallPlan } from './support/small-plan.ts';

const ON = '2026-03-16';
const dongNai = unitDirectory().provinces.get('75')!.units;
const all = (parts: readonly Part[] = []): Part[] => parts.flatMap((one) => [one, ...all(one.children)]);

test('a plan made after those of all other units is the same as one made alone', () => {
  const plan = compiled(provincePlan());
  for (const unit of [...dongNai, ...dongNai]) {
    const alone = localisePlan(compiled(provincePlan()), unitProfile(unit), ON);
    expect(localisePlan(plan, unitProfile(unit), ON)).toEqual(alone);
  }
}, 60_000);

test('units have the parts that say the same of them in common, and only those', () => {
  const plan = compiled(smallPlan());
  const bodies = dongNai
    .filter(({ kind }) => kind === 'xã')
    .map((unit) => all(localisePlan(plan, unitProfile(unit), ON).document?.body));
  const [, second = [], third = []] = bodies;
  const common = second.filter((part, i) => part === third[i]);
  expect(second.length - common.length).toBe(2);
  expect(common.map(({ id }) => id)).toContain('chung');
  expect(common.every((part) => Object.isFrozen(part))).toBe(true);
});

const withMarks = smallPlan((p) => {
  p.marks.push(
    { id: 'chung', for: { units: ['25326'] }, text: 'Riêng phường này.' },
    { id: 'chung', for: { kinds: ['xã'] }, text: 'Các xã, [[coQuan.một cửa]], [[donVi.khuDanCu]].' },
  );
});
const overrides: ReadonlyArray<Partial<UnitOverride>> = [
  {},
  { residentialUnits: 'bản' },
  { offices: { 'một cửa': null } },
  { offices: { 'một cửa': { name: 'Trung tâm' } } },
  { residentialUnits: 'bản' },
];

test('what a unit says of itself goes into its own plan, and what it lacks is told each time', () => {
  const plan = compiled(withMarks);
  for (const code of ['26179', '25326', '26179', '25326']) {
    for (const override of overrides) {
      const profile = unitProfile(unitOf(code), { schema: 'DonVi@1', unitCode: code, ...override });
      const made = localisePlan(plan, profile, ON);
      expect(made).toEqual(localisePlan(compiled(withMarks), profile, ON));
      if (override.offices?.['một cửa'] === null && code === '26179')
        expect(made.findings.map((one) => one.code)).toContain('OFFICE_MISSING');
    }
  }
});
