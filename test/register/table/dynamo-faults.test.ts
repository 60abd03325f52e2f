import { TransactionCanceledException } from '@aws-sdk/client-dynamodb';
import { expect, test } from 'vitest';
import { isNew } from '#register/table/condition.ts';
import { createDynamoClient } from '#register/table/dynamo/dynamo-client.ts';
import { openDynamoTable } from '#register/table/dynamo/dynamo-table.ts';

/** A table whose client meets an error before anything is sent. */
function failing(error: Error) {
  const client = createDynamoClient({ region: 'local', endpoint: 'http://127.0.0.1:1' });
  client.middlewareStack.add(() => () => Promise.reject(error), { step: 'initialize' });
  return openDynamoTable(client, 'banhanh');
}

const write = { put: { PK: 'a', SK: 'b' }, if: isNew };

test('says of a transaction that met another which write it was, and of throttling that the whole table is busy', async () => {
  const CancellationReasons = [{ Code: 'TransactionConflict' }];
  const met = new TransactionCanceledException({ $metadata: {}, message: 'cancelled', CancellationReasons });
  expect(await failing(met).transact([write])).toEqual({ done: false, reasons: [{ code: 'TransactionConflict' }] });
  const throttled = Object.assign(new Error('slow down'), { name: 'ThrottlingException' });
  expect(await failing(throttled).transact([write])).toEqual({ done: false, reasons: [] });
  await expect(failing(throttled).get({ PK: 'a', SK: 'b' })).rejects.toMatchObject({ code: 'busy' });
});

test('is unavailable when it does not answer at all', async () => {
  const table = failing(new Error('connect ECONNREFUSED'));
  await expect(table.get({ PK: 'a', SK: 'b' })).rejects.toMatchObject({ code: 'unavailable' });
  await expect(table.transact([write])).rejects.toMatchObject({ code: 'unavailable' });
});

/** A table that answers a batch with so many of its keys and leaves the rest; how it was asked, and for how long it waited. */
function answering(found: (asked: number) => number) {
  const client = createDynamoClient({ region: 'local', endpoint: 'http://127.0.0.1:1' });
  const waits: number[] = [];
  let asked = 0;
  client.middlewareStack.add(
    () => (args) => {
      const { Keys = [] } = Object(args.input).RequestItems.banhanh;
      const some = Keys.slice(0, found(asked++));
      const left = Keys.slice(some.length);
      const output = {
        $metadata: {},
        Responses: { banhanh: some },
        UnprocessedKeys: left.length > 0 ? { banhanh: { Keys: left } } : {},
      };
      return Promise.resolve({ output, response: {} });
    },
    { step: 'initialize' },
  );
  const table = openDynamoTable(client, 'banhanh', async (ms) => void waits.push(ms));
  return { table, waits };
}

const KEYS = Array.from({ length: 10 }, (_, n) => ({ PK: 'a', SK: `b${n}` }));

test('asks again, after a wait, for keys that a batch left out', async () => {
  const { table, waits } = answering((asked) => (asked % 2 === 0 ? 3 : 0));
  expect(await table.getMany(KEYS)).toEqual(KEYS);
  expect(waits).toEqual([20, 50, 20, 50, 20, 50]);
});

test('gives up a table that answers no key any more', async () => {
  const { table, waits } = answering(() => 0);
  await expect(table.getMany(KEYS)).rejects.toMatchObject({ code: 'busy' });
  expect(waits.length).toBeGreaterThan(3);
  expect(waits.reduce((sum, ms) => sum + ms)).toBeLessThan(5_000);
});
