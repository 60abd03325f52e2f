import { describe, expect, test } from 'vitest';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import type { LocalisablePlan } from '#localise/localisable-plan.schema.ts';
import { threeWay } from '#localise/merge/three-way.ts';
import { localisePlan } from '#localise/plan/localise-plan.ts';
import { unitProfile } from '#localise/units/unit-profile.ts';
import { binhLong, compiled, provincePlan, unitOf } from './support/example.ts';

const profile = unitProfile(unitOf('25326'), binhLong());
const made = (change: (plan: LocalisablePlan) => void = () => {}): KeHoach => {
  const plan = provincePlan();
  change(plan);
  const { document } = localisePlan(compiled(plan), profile, '2026-03-16');
  if (!document) throw new Error('no plan');
  return document;
};
const base = made();
const find = (parts: readonly Part[], id: string): Part | undefined =>
  parts.flatMap((p) => (p.id === id ? [p] : (find(p.children ?? [], id) ?? []))).at(0);
const part = (plan: KeHoach, id: string) => find(plan.body, id);
const edited = (change: (plan: KeHoach) => void): KeHoach => {
  const plan = structuredClone(base);
  change(plan);
  return plan;
};
const textOf = (plan: LocalisablePlan, id: string, text: string) => {
  find(plan.plan.body, id)!.text = text;
};
const tasks = (plan: KeHoach) => plan.appendices?.[0]?.body[0]?.table?.rows ?? [];

describe('when the superior amends its plan', () => {
  test('nothing is different where nobody changed anything', () => {
    expect(threeWay(base, base, made())).toEqual({ changes: [], result: base });
  });

  test('what the superior alone changed is taken, what the unit alone changed is kept', () => {
    const next = made((plan) => textOf(plan, 'muc-tieu-chung', 'Câu mới của tỉnh.'));
    const unit = edited((plan) => {
      part(plan, 'kinh-phi-1')!.text = 'Câu riêng của phường.';
      plan.recipients.push('Đảng ủy phường');
    });
    const { changes, result } = threeWay(base, unit, next);
    expect(changes.map(({ id, place, superior, unit: own, outcome }) => [id, place, superior, own, outcome])).toEqual([
      ['recipients', 'Nơi nhận (recipients)', 'unchanged', 'changed', 'unit'],
      ['muc-tieu-chung', 'Điểm a khoản 1 Mục I', 'changed', 'unchanged', 'superior'],
      ['kinh-phi-1', 'Mục III, gạch đầu dòng thứ 1', 'unchanged', 'changed', 'unit'],
    ]);
    expect(part(result, 'muc-tieu-chung')?.text).toBe('Câu mới của tỉnh.');
    expect(part(result, 'muc-tieu-chung')?.origin).toEqual(part(next, 'muc-tieu-chung')?.origin);
    expect(part(result, 'kinh-phi-1')?.text).toBe('Câu riêng của phường.');
    expect(result.recipients).toContain('Đảng ủy phường');
    expect(result.localisedFrom).toEqual(next.localisedFrom);
  });

  test("what both changed in two ways is a conflict: the unit's stays, and both are shown", () => {
    const next = made((plan) => textOf(plan, 'muc-tieu-chung', 'Của tỉnh.'));
    const unit = edited((plan) => {
      part(plan, 'muc-tieu-chung')!.text = 'Của phường.';
    });
    const { changes, result } = threeWay(base, unit, next);
    expect(changes).toMatchObject([
      {
        outcome: 'conflict',
        now: { text: 'Của tỉnh.' },
        own: { text: 'Của phường.' },
        result: { text: 'Của phường.' },
      },
    ]);
    expect(part(result, 'muc-tieu-chung')?.text).toBe('Của phường.');
    expect(threeWay(base, next, next).changes).toMatchObject([{ outcome: 'same' }]);
  });

  test('a conflict that is decided is taken from the side that was decided for, and is none any more', () => {
    const next = made((plan) => textOf(plan, 'muc-tieu-chung', 'Của tỉnh.'));
    const unit = edited((plan) => {
      part(plan, 'muc-tieu-chung')!.text = 'Của phường.';
      plan.recipients.push('Đảng ủy phường');
    });
    const decide = (decisions: Record<string, 'superior' | 'unit'>) =>
      threeWay(base, unit, next, new Map(Object.entries(decisions)));
    const theirs = decide({ 'muc-tieu-chung': 'superior', recipients: 'superior' });
    expect(theirs.changes.map(({ outcome }) => outcome)).toEqual(['superior', 'superior']);
    expect(part(theirs.result, 'muc-tieu-chung')?.text).toBe('Của tỉnh.');
    expect(theirs.result.recipients).toEqual(next.recipients);
    const ours = decide({ 'muc-tieu-chung': 'unit' });
    expect(ours.changes.map(({ outcome }) => outcome)).toEqual(['unit', 'unit']);
    expect(part(ours.result, 'muc-tieu-chung')?.text).toBe('Của phường.');
    const dropped = made((plan) => plan.marks.push({ id: 'muc-tieu-chung', stays: true }));
    const gone = threeWay(base, unit, dropped, new Map([['muc-tieu-chung', 'superior']]));
    expect(part(gone.result, 'muc-tieu-chung')).toBeUndefined();
  });

  test('rows are compared one by one: added, dropped and changed', () => {
    const next = made((plan) => {
      plan.additions!.push({
        after: 'ban-tin',
        row: {
          id: 'toa-dam',
          cells: {
            'noi-dung': 'Tọa đàm',
            'san-pham': '01 cuộc',
            'chu-tri': '[[coQuan.văn phòng]]',
            'phoi-hop': 'Các phòng',
            'thoi-gian': 'Quý III',
          },
        },
      });
      plan.marks = plan.marks.filter(({ id }) => id !== 'hoi-thi');
      plan.marks.push({ id: 'hoi-thi', stays: true });
    });
    const unit = edited((plan) => {
      const rows = tasks(plan);
      rows.splice(
        rows.findIndex(({ id }) => id === 'van-nghe'),
        1,
      );
      rows.push({ id: 'rieng', cells: { ...rows[0]!.cells, 'noi-dung': 'Việc riêng của phường' } });
    });
    const { changes, result } = threeWay(base, unit, next);
    expect(changes.map(({ id, superior, unit: own, outcome }) => [id, superior, own, outcome])).toEqual([
      ['toa-dam', 'added', 'unchanged', 'superior'],
      ['hoi-thi', 'removed', 'unchanged', 'superior'],
      ['rieng', 'unchanged', 'added', 'unit'],
      ['van-nghe', 'unchanged', 'removed', 'unit'],
    ]);
    expect(tasks(result).map(({ id }) => id)).toEqual([
      'video-clip',
      'doi-thoai',
      'an-pham',
      'ban-tin',
      'truyen-thanh',
      'toa-dam',
      'website',
      'tap-huan',
      'hoc-tap',
      'doanh-nghiep',
      'rieng',
    ]);
  });

  test('a part that the unit changed and the superior dropped is a conflict, and stays', () => {
    const next = made((plan) => plan.marks.push({ id: 'kinh-phi-1', stays: true }));
    const unit = edited((plan) => {
      part(plan, 'kinh-phi-1')!.text = 'Câu riêng của phường.';
    });
    expect(threeWay(base, unit, next).changes).toMatchObject([
      { id: 'kinh-phi-1', superior: 'removed', unit: 'changed', outcome: 'conflict' },
    ]);
    expect(part(threeWay(base, base, next).result, 'kinh-phi-1')).toBeUndefined();
  });

  test('a part that the unit renamed is still known by where it came from', () => {
    const next = made((plan) => textOf(plan, 'muc-tieu-chung', 'Câu mới.'));
    const unit = edited((plan) => {
      part(plan, 'muc-tieu-chung')!.id = 'ten-khac';
    });
    const { changes } = threeWay(base, unit, next);
    expect(changes).toMatchObject([{ id: 'muc-tieu-chung', superior: 'changed' }]);
  });
});
