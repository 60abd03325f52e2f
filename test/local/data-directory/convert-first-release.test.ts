import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { convertIfOld } from '#local/data-directory/convert-first-release.ts';
import { openStack } from '#local/target/open-stack.ts';
import { createDynamoClient } from '#register/table/dynamo/dynamo-client.ts';
import { openDynamoTable } from '#register/table/dynamo/dynamo-table.ts';
import { queryAll } from '#register/table/query-all.ts';
import { openSqliteTable } from '#register/table/sqlite/sqlite-table.ts';
import { createTable } from '../../support/create-table.ts';
import { startDynoxide } from '../../support/dynoxide-process.ts';
import { readConverted, writeFirstRelease } from '../../support/machine-death/convert-scene.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-convert-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const items = Array.from({ length: 250 }, (_, n) => ({
  ...{ PK: `A#o#D#${n % 7}`, SK: `k${n}`, n: 2 ** 53 - n, none: null, list: [1, { deep: ['đ'] }], text: `việc ${n}` },
  ...{ statePK: 'A#o#S#draft', stateSK: `2026#${n}`, organ: 'o', docId: `${n}` },
}));

async function fillAsFirstRelease() {
  const server = await startDynoxide(dir);
  const client = createDynamoClient({ region: 'local', endpoint: server.endpoint });
  await createTable(client, 'banhanh');
  const table = openDynamoTable(client, 'banhanh');
  for (let from = 0; from < items.length; from += 100) {
    await table.transact(items.slice(from, from + 100).map((put) => ({ put })));
  }
  client.destroy();
  return server;
}

test('a directory of release 0.1.0 is converted once, item by item, after a copy beside it', async () => {
  await (await fillAsFirstRelease()).stop();
  await expect(openStack({ dir })).rejects.toThrow('banhanh serve');
  const copy = join(dir, 'register.sqlite.0.1.0');
  expect(await convertIfOld(dir)).toEqual({ items: 250, copy });
  expect(existsSync(copy)).toBe(true);
  expect(await convertIfOld(dir)).toBeUndefined();
  const table = await openSqliteTable({ path: join(dir, 'register.sqlite') });
  try {
    expect(await table.getMany(items)).toEqual(items);
    expect(await queryAll(table, { index: 'byState', partition: 'A#o#S#draft' })).toHaveLength(250);
  } finally {
    await table.close();
  }
});

test('a register that was cut off while the old server wrote is converted as it was before that', async () => {
  const path = join(dir, 'register.sqlite');
  await writeFirstRelease(path, { cut: true });
  await expect(openStack({ dir })).rejects.toThrow('banhanh serve');
  expect(await convertIfOld(dir)).toMatchObject({ items: 60 });
  expect(await readConverted(path)).toEqual([60, 60]);
});

test('a register that the old server still has open is left as it is', async () => {
  const server = await fillAsFirstRelease();
  try {
    await expect(convertIfOld(dir)).rejects.toThrow('hãy dừng nó');
    expect(existsSync(join(dir, 'register.sqlite.0.1.0'))).toBe(false);
  } finally {
    await server.stop();
  }
});
