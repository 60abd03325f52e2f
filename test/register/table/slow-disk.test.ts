import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { absent } from '#register/table/condition.ts';
import { openSqliteTable } from '#register/table/sqlite/sqlite-table.ts';
import { describeWith } from '../../support/ci-tools.ts';
import { withSlowSync } from '../../support/slow-sync.ts';

const adapter = join(import.meta.dirname, '../../../functions/register/table/sqlite/sqlite-table.ts');
let dir: string;
let path: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-slow-'));
  path = join(dir, 'register.sqlite');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** A module over a table with marks; `put(n)` gives the next number of a series of its own. */
const onTable = (body: string) => `
  import { openSqliteTable } from ${JSON.stringify(adapter)};
  const marks = { path: ${JSON.stringify(join(dir, 'register.marks'))}, identity: 'an-identity' };
  const table = await openSqliteTable({ path: ${JSON.stringify(path)}, marks });
  const put = (n) => table.transact([{ put: { PK: 'S#' + n, SK: '#C', seq: 1, lastIssuedOn: '2026-06-15' } }]);
  ${body}
  await table.close();
`;

describeWith('strace', 'a register on a slow disk', () => {
  test('is read as it was while a number waits for the disk', async () => {
    const { lines } = await withSlowSync(
      dir,
      onTable(`
        await put('known');
        let done = false;
        const writing = put('slow').then(() => { done = true; });
        let reads = 0;
        for (; !done && reads < 1000; reads++) {
          await table.query({ partition: 'S#known' });
          await new Promise(setImmediate);
        }
        console.log(reads);
        await writing;
      `),
      200,
    );
    // A number takes two syncs: a reader that waited for them would have come twice.
    expect(Number(lines[0])).toBeGreaterThan(20);
  });

  test('lets many series share a commit and a sync of the marks, and pays one of each for a single number', async () => {
    const count = async (body: string) => (await withSlowSync(dir, onTable(body), 20)).syncs;
    const opening = await count('');
    expect((await count(`await put('one')`)) - opening).toBeLessThanOrEqual(2);
    const together = await count(`await Promise.all(Array.from({ length: 95 }, (_, n) => put('many-' + n)))`);
    // The first goes alone; those that came meanwhile go together.
    expect(together - opening).toBeLessThanOrEqual(6);
  });
});

describe('a register that another process has locked', () => {
  test('is read as it was', async () => {
    const table = await openSqliteTable({ path });
    const item = { PK: 'A', SK: 'a', n: 1 };
    await table.transact([{ put: item }]);
    const other = new DatabaseSync(path);
    other.exec('BEGIN IMMEDIATE');
    let done = false;
    const writing = table.transact([{ put: { PK: 'B', SK: 'b' }, if: absent('PK') }]).then((outcome) => {
      done = true;
      return outcome;
    });
    for (let n = 0; n < 200; n++) expect(await table.get({ PK: 'A', SK: 'a' })).toEqual(item);
    expect(done).toBe(false);
    other.exec('COMMIT');
    other.close();
    expect(await writing).toEqual({ done: true });
    await table.close();
  });
});
