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
