import { afterAll, beforeAll, expect, test } from 'vitest';
import { commit } from '#register/table/commit.ts';
import { isNew } from '#register/table/condition.ts';
import { type Fault, withFaults } from '../support/faults.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';

let table: TestTable;
beforeAll(async () => {
  table = await openTestTable();
});
afterAll(() => table.stop());

/** Commits to a table that always fails like this: how often it was asked, and how long was waited in between. */
async function failing(fault: Fault): Promise<{ readonly tries: number; readonly waitedMs: number }> {
  const { table: failing, failed: tries } = withFaults(table.table, () => fault);
  let waitedMs = 0;
  const sleep = async (ms: number) => {
    waitedMs += ms;
  };
  const put = { PK: `A#${fault}`, SK: 'META' };
  const committing = commit({ ...failing, sleep }, [{ put, if: isNew }]);
  await expect(committing).rejects.toMatchObject({ code: 'busy' });
  return { tries: tries(), waitedMs };
}

test('what meets others is tried for three seconds; a table that asks for less is asked less often in the same time', async () => {
  expect(await failing('conflict')).toEqual({ tries: 10, waitedMs: 3_000 });
  expect(await failing('throttled')).toEqual({ tries: 8, waitedMs: 3_000 });
});
