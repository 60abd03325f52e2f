import { expect, test } from 'vitest';
import { brokenInUnits } from '../check/support/unit-plans.ts';
import { damagedRuns } from '../read/support/damage.ts';

test('the check finds nothing in the plans of all 3,321 units', async () => {
  expect(await brokenInUnits(1)).toEqual([]);
});

test('10,000 damaged files are read, refused, checked and taken in without any other error', () => {
  const { outcomes, others } = damagedRuns(10_000, 18);
  expect(others).toEqual([]);
  expect(outcomes.read + outcomes.refused).toBe(10_000);
});
