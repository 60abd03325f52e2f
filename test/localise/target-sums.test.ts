import { describe, expect, test } from 'vitest';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import { localisePlan } from '#localise/plan/localise-plan.ts';
import { targetSums } from '#localise/plan/target-sums.ts';
import { unitDirectory } from '#localise/units/directory.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import { compiled, provincePlan } from './support/example.ts';

const plan = compiled(provincePlan());
const units = unitDirectory().provinces.get('75')!.units;
const made = units.map((unit) => ({ unit, document: localisePlan(plan, unitProfile(unit), '2026-03-16').document }));
const sumOf = (documents: Parameters<typeof targetSums>[1], rowId: string) =>
  targetSums(plan, documents).find((sum) => sum.rowId === rowId);
const taskRow = (document: KeHoach | null, id: string) =>
  document!.appendices![0]!.body[0]!.table!.rows.find((row) => row.id === id)!;

describe('figures of tasks', () => {
  test("are summed over the units and stand beside the superior's own", () => {
    expect(sumOf(made, 'ban-tin')).toEqual({
      rowId: 'ban-tin',
      place: 'Phụ lục, dòng 5',
      measure: 'bản tin, bài viết',
      period: 'tháng',
      own: 380,
      sum: 380,
      counted: 95,
      sent: 95,
      missing: [],
      differing: [],
    });
  });

  test('of tasks that only units have are summed too, with no figure of the superior', () => {
    expect(sumOf(made, 'truyen-thanh')).toMatchObject({ own: null, sum: 95, counted: 95 });
  });

  test('of a unit that has sent nothing are those that went down to it', () => {
    const [, ...rest] = made;
    const first = structuredClone(made[0]);
    taskRow(first!.document, 'ban-tin').target!.value = 6;
    const sum = sumOf([first!, ...rest.map(({ unit }) => ({ unit, document: 'as-given' as const }))], 'ban-tin');
    expect(sum).toMatchObject({ sum: 94 * 4 + 6, counted: 95, sent: 1, missing: [], differing: [units[0]!.code] });
  });

  test('show who is missing and who said something else', () => {
    const changed = made.map((one) => structuredClone(one));
    changed[0]!.document = null;
    const rows = changed[1]!.document!.appendices![0]!.body[0]!.table!.rows;
    rows.splice(rows.indexOf(taskRow(changed[1]!.document, 'ban-tin')), 1);
    taskRow(changed[2]!.document, 'ban-tin').target!.value = 6;
    taskRow(changed[3]!.document, 'ban-tin').target = { value: 9, measure: 'phóng sự', period: 'tháng' };
    expect(sumOf(changed, 'ban-tin')).toMatchObject({
      sum: 91 * 4 + 6,
      counted: 92,
      missing: [units[0]!.code, units[1]!.code, units[3]!.code],
      differing: [units[2]!.code],
    });
  });
});
