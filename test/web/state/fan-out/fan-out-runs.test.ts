import { expect, test } from 'vitest';
import { Problem } from '../../../../web/src/api/problem.ts';
import {
  isUnderWay,
  newRunId,
  progressLine,
  readPlan,
  type TargetSum,
  targetShare,
  targetState,
  unitName,
} from '../../../../web/src/state/fan-out/runs.ts';
import { givesPlansDown } from '../../../../web/src/state/lists/work.ts';

const target = (about: Partial<TargetSum>): TargetSum => ({
  rowId: 'dong-1',
  place: 'Phụ lục I, dòng 1',
  measure: 'ha',
  period: null,
  own: 100,
  sum: 100,
  counted: 2,
  sent: 2,
  missing: [],
  differing: [],
  ...about,
});

test('progress says how many units have a draft, and how many failed', () => {
  const counts = { waiting: 0, leased: 0, done: 93, failed: 2 };
  expect(progressLine({ total: 95, counts })).toBe('93 trong 95 đơn vị đã có dự thảo; 2 chưa tạo được.');
  expect(isUnderWay({ counts })).toBe(false);
  expect(isUnderWay({ counts: { ...counts, leased: 1 } })).toBe(true);
});

test('a target says whether the sum of the units reaches it', () => {
  expect([target({}), target({ sum: 50 }), target({ own: null })].map(targetShare)).toEqual([1, 0.5, null]);
  expect(targetState(target({}))).toBe('Đủ');
  expect(targetState(target({ sum: 99.5 }))).toBe('Còn thiếu 0,5');
  expect(targetState(target({ sum: 1100 }))).toBe('Vượt 1.000');
  expect(targetState(target({ own: null }))).toBe('Cấp trên không đặt số');
  expect(targetState(target({ missing: ['25326'] }))).toBe('1 đơn vị chưa có số');
  expect(targetState(target({ differing: ['25326'] }))).toBe('1 đơn vị ghi số khác số được giao');
});

test('a run has an id that the server takes; a file that holds no plan is refused in words', () => {
  expect(newRunId('2026-03-16', new Uint8Array([0, 255, 36]))).toBe('giao-2026-03-16-007310');
  expect(readPlan('{"schema":"KeHoachDiaPhuong@1"}')).toEqual({ schema: 'KeHoachDiaPhuong@1' });
  for (const text of ['không phải JSON', '[]', '1']) expect(() => readPlan(text), text).toThrow(Problem);
});

test('units have their names; plans go down from a province or city alone', () => {
  expect(unitName('25326')).toMatch(/^(?:xã|phường|đặc khu) /);
  expect(givesPlansDown('Ủy ban nhân dân thành phố Đồng Nai')).toBe(true);
  expect(givesPlansDown('Ủy ban nhân dân phường Bình Long')).toBe(false);
});
