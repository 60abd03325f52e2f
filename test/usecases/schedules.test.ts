import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Outcome, runSchedule, schedules } from '../support/schedule.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';

/** Schedules that run side by side, each in an organ of its own. */
const AT_ONCE = 4;
const RUNS = 200;

let table: TestTable;
beforeAll(async () => {
  table = await openTestTable();
});
afterAll(() => table.stop());

test('200 random schedules of issue, withdraw, crash, retry and a jumping clock leave no gap, no duplicate, no violation', async () => {
  const outcomes: Outcome[] = [];
  const batch = fc.array(schedules, { minLength: AT_ONCE, maxLength: AT_ONCE });
  await fc.assert(
    fc.asyncProperty(batch, async (some) => {
      const done = await Promise.all(some.map((one) => runSchedule(table.table, one)));
      outcomes.push(...done);
      const none = { violations: [], wrongs: [] };
      expect(done.map(({ violations, wrongs }) => ({ violations, wrongs }))).toEqual(some.map(() => none));
    }),
    { numRuns: RUNS / AT_ONCE },
  );
  const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, one) => total + of(one), 0);
  // The schedules are of use only where processes died, and numbers were given all the same.
  expect(sum(({ deaths }) => deaths)).toBeGreaterThan(RUNS / 2);
  expect(sum(({ mishaps }) => mishaps)).toBeGreaterThan(RUNS * 2);
  expect(sum(({ acknowledged }) => acknowledged)).toBeGreaterThan(RUNS);
}, 600_000);
