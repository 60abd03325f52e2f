import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Table } from '#register/table/table.ts';
import { startDynamoTable } from '../support/dynoxide.ts';
import { type Outcome, runSchedule, schedules } from '../support/schedule.ts';
import { openTestTable } from '../support/test-table.ts';

/** Schedules that run side by side, each in an organ of its own. */
const AT_ONCE = 4;

describe.each([
  { adapter: 'SQLite', runs: 200, open: openTestTable },
  {
    adapter: 'DynamoDB',
    runs: 60,
    open: async () => {
      const started = await startDynamoTable();
      return { table: started.table(), stop: started.stop };
    },
  },
])('$runs random schedules of issue, withdraw, crash, retry and a jumping clock over $adapter', ({ runs, open }) => {
  let opened: { readonly table: Table; stop(): Promise<void> };
  beforeAll(async () => {
    opened = await open();
  });
  afterAll(() => opened.stop());

  test('leave no gap, no duplicate, no violation', async () => {
    const outcomes: Outcome[] = [];
    const batch = fc.array(schedules, { minLength: AT_ONCE, maxLength: AT_ONCE });
    await fc.assert(
      fc.asyncProperty(batch, async (some) => {
        const done = await Promise.all(some.map((one) => runSchedule(opened.table, one)));
        outcomes.push(...done);
        const none = { violations: [], wrongs: [] };
        expect(done.map(({ violations, wrongs }) => ({ violations, wrongs }))).toEqual(some.map(() => none));
      }),
      { numRuns: runs / AT_ONCE },
    );
    const sum = (of: (outcome: Outcome) => number) => outcomes.reduce((total, one) => total + of(one), 0);
    // The schedules are of use only where processes died, and numbers were given all the same.
    expect(sum(({ deaths }) => deaths)).toBeGreaterThan(runs / 2);
    expect(sum(({ mishaps }) => mishaps)).toBeGreaterThan(runs * 2);
    expect(sum(({ acknowledged }) => acknowledged)).toBeGreaterThan(runs);
  }, 600_000);
});
