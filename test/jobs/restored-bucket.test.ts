import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { CITY, PEOPLE } from '../support/desk.ts';
import { ask, must } from './support/ask.ts';
import { startTestCloud, type TestCloud } from './support/cloud.ts';
import { damage } from './support/damage.ts';
import { scheduledEvent } from './support/events.ts';
import { issued } from './support/numbered.ts';

// A drill: AWS Backup has restored the issued files into a bucket whose versions are others than those that the rows pin.

let cloud: TestCloud;
let bucket: string;
let file: { readonly key: string; readonly fileId: string };

beforeAll(async () => {
  cloud = await startTestCloud();
  const { row } = await issued(cloud.deps, 'truoc-khi-mat-kho');
  file = row.files[0]!;
  bucket = await cloud.restoreIssued();
});
afterAll(() => cloud.stop());

const verifyRestored = async () => {
  const verify = await cloud.start('verify', { VERIFY_DAYS: '1', ISSUED_BUCKET: bucket });
  await verify.invoke(scheduledEvent());
  return verify.logs().filter(({ message }) => message === 'breach');
};

test('verify finds nothing wrong in a restored bucket', async () => {
  expect(await verifyRestored()).toEqual([]);
});

test('files of a restored bucket are downloaded by a link to the version that is there', async () => {
  const api = await cloud.start('api', { ISSUED_BUCKET: bucket });
  const target = `/issued/${CITY}/truoc-khi-mat-kho/files/${file.fileId}`;
  const { headers } = await must(ask(api, cloud, PEOPLE.clerk, 'GET', target), 303);
  const link = await fetch(headers['location']!);
  expect(link.status).toBe(200);
  expect(
    Buffer.from(await link.arrayBuffer())
      .subarray(0, 2)
      .toString(),
  ).toBe('PK');
});

test('a file that was restored with other bytes is a violation', async () => {
  await damage(join(cloud.dirs.issued, '..', bucket), file.key);
  expect(await verifyRestored()).toMatchObject([{ invariant: 'I3', organ: CITY }]);
});
