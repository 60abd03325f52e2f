import { expect, test } from 'vitest';
import { damagedRuns } from './support/damage.ts';

test('reads, refuses, checks and takes in damaged files without any other error', () => {
  const { outcomes, others } = damagedRuns(250, 20_260_316);
  expect(others).toEqual([]);
  expect(outcomes.read).toBeGreaterThan(20);
  expect(outcomes.refused).toBeGreaterThan(20);
});
