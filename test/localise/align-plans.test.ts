import { describe, expect, test } from 'vitest';
import type { KeHoach } from '#document/schemas/ke-hoach.schema.ts';
import type { Part } from '#document/schemas/part.schema.ts';
import { alignPlans } from '#localise/from-file/align-plans.ts';
import { alike, bagOf, wordsOf } from '#localise/from-file/alike.ts';
import { nodesOf, type PlanNode, withIds } from '#localise/from-file/plan-nodes.ts';
import { provincePlan } from './support/example.ts';
import { type Mutation, mutatedPlan } from './support/mutate-plan.ts';

const whole = (): KeHoach => withIds(provincePlan().plan, (path) => `cu-${path.join('-')}`);
const flat = (nodes: readonly PlanNode[]): PlanNode[] => nodes.flatMap((node) => [node, ...flat(node.children)]);

describe('an amended plan has the ids of the old one', () => {
  test('of all parts, where nothing changed', () => {
    const plan = whole();
    const aligned = alignPlans(
      plan,
      withIds(plan, (path) => `moi-${path.join('-')}`),
    );
    expect(flat(nodesOf(aligned.plan)).map(({ id }) => id)).toEqual(flat(nodesOf(plan)).map(({ id }) => id));
    expect(new Set(aligned.parts.map(({ as }) => as))).toEqual(new Set(['same']));
    expect(aligned.removed).toEqual([]);
  });

  test('of 95 of 100 untouched parts in 200 plans that were amended, and of no other part in silence', () => {
    let untouched = 0;
    let kept = 0;
    const silent: string[] = [];
    for (let seed = 0; seed < 200; seed++) {
      const { plan, ids, touched }: Mutation = mutatedPlan(whole(), seed);
      const { parts } = alignPlans(whole(), plan);
      for (const [i, { id, as }] of parts.entries()) {
        const was = ids[i];
        const isUntouched = was !== undefined && !touched.has(was);
        if (isUntouched) untouched += 1;
        if (isUntouched && id === was) kept += 1;
        // A part that was split or retyped is "changed", a new one "added"; only "same" says that nothing is to be looked at.
        if (as === 'same' && id !== was) silent.push(`${seed}: ${was ?? 'new'} as ${id}`);
      }
    }
    expect(silent).toEqual([]);
    expect(untouched).toBeGreaterThan(10_000);
    expect(kept / untouched).toBeGreaterThanOrEqual(0.95);
  });

  test('never twice', () => {
    for (let seed = 0; seed < 50; seed++) {
      const { parts } = alignPlans(whole(), mutatedPlan(whole(), seed).plan);
      expect(new Set(parts.map(({ id }) => id)).size).toBe(parts.length);
    }
  });
});

const dash = (text: string, id?: string): Part => ({ level: 'dash', text, ...(id === undefined ? {} : { id }) });
const planOf = (...body: Part[]): KeHoach => ({ ...whole(), body, appendices: undefined as never });

test('tells where one of several equal texts is gone, and which cannot be known', () => {
  const before = planOf(dash('Báo cáo kết quả thực hiện.', 'a'), dash('Báo cáo kết quả thực hiện.', 'b'));
  const { parts, removed } = alignPlans(before, planOf(dash('Báo cáo kết quả thực hiện.')));
  expect(parts.map(({ as }) => as)).toEqual(['unsure']);
  expect(removed).toHaveLength(1);
});

test('takes texts below 0.6 for another part', () => {
  const [old, own] = ['Tổ chức hội nghị tuyên truyền cho cán bộ.', 'Bố trí kinh phí mua sắm thiết bị cho trung tâm.'];
  expect(alike(bagOf(wordsOf(old)), bagOf(wordsOf(own)))).toBeLessThan(0.6);
  const { parts, removed } = alignPlans(planOf(dash(old, 'a')), planOf(dash(own)));
  expect([parts.map(({ as }) => as), removed.map(({ id }) => id)]).toEqual([['added'], ['a']]);
});
