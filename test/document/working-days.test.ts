import { expect, test } from 'vitest';
import { dayAfter, isWorkingDay, nextWorkingDay } from '#document/working-days.ts';

const lists = new Map([[2026, { off: ['2026-09-01', '2026-09-02'], makeUp: ['2026-08-22'] }]]);

test('the week has five working days, but for what the office’s list of the year says', () => {
  expect(isWorkingDay('2026-08-21', lists)).toBe(true);
  expect(isWorkingDay('2026-08-22', lists)).toBe(true);
  expect(isWorkingDay('2026-08-23', lists)).toBe(false);
  expect(isWorkingDay('2026-09-02', lists)).toBe(false);
  expect(isWorkingDay('2027-09-02', lists)).toBe(true);
});

test('the next working day passes over holidays, weekends and the end of a year', () => {
  expect(nextWorkingDay('2026-08-31', lists)).toBe('2026-09-03');
  expect(nextWorkingDay('2026-08-21', lists)).toBe('2026-08-22');
  expect(nextWorkingDay('2026-12-31', lists)).toBe('2027-01-01');
  expect(dayAfter('2026-02-28')).toBe('2026-03-01');
});
