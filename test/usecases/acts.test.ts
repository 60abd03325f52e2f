import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TRANSITIONS } from '#register/model/states.ts';
import type { Table } from '#register/table/table.ts';
import { type ActOutcome, actSchedules, restoreFrom, runActs } from '../support/act-schedule.ts';
import { startDynamoTable } from '../support/dynoxide.ts';
import { openTestTable } from '../support/test-table.ts';

const AT_ONCE = 4;
/** Acts that the schedules must have met, or they show nothing of them: all of the table but what a repair alone does. */
const MET = Object.keys(TRANSITIONS).filter((act) => act !== 'restore');

test.each([
  ['SQLite', 60, openTestTable],
  [
    'DynamoDB',
    20,
    async () => {
      const dynamo = await startDynamoTable();
      return { table: dynamo.table(), stop: () => dynamo.stop() };
    },
  ],
])(
  'over %s %i random schedules of every act, by whom it is for and by others, at once and through crashes, leave sound chains',
  async (_, runs, open) => {
    const opened: { readonly table: Table; stop(): Promise<void> } = await open();
    try {
      const outcomes: ActOutcome[] = [];
      const batch = fc.array(actSchedules, { minLength: AT_ONCE, maxLength: AT_ONCE });
      const tryOut = (count: number) =>
        fc.assert(
          fc.asyncProperty(batch, async (some) => {
            const done = await Promise.all(some.map((one) => runActs(opened.table, one)));
            outcomes.push(...done);
            expect(done.flatMap(({ wrongs }) => wrongs)).toEqual([]);
          }),
          { numRuns: Math.ceil(count / AT_ONCE) },
        );
      const unmet = () => MET.filter((act) => !outcomes.some(({ acts }) => [...acts].some((one) => one === act)));
      await tryOut(runs);
      // The rarest acts come once in some tens of schedules: more are tried until each was met.
      for (let more = 0; unmet().length > 0 && more < 10; more++) await tryOut(runs / 2);
      expect(unmet()).toEqual([]);
      const emptied = await openTestTable();
      const restored = await restoreFrom(
        emptied.table,
        outcomes.find(({ acts }) => acts.includes('complete')) ?? outcomes[0]!,
      );
      await emptied.stop();
      expect(restored.acts).toContain('restore');
      expect(restored.wrongs).toEqual([]);
      expect(outcomes.some(({ remarks }) => remarks > 0)).toBe(true);
      expect(outcomes.reduce((total, one) => total + one.deaths, 0)).toBeGreaterThan(runs / 4);
    } finally {
      await opened.stop();
    }
  },
  600_000,
);
