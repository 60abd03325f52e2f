import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'content-disposition';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';
import type { Store } from '#store/store.ts';
import { startTestBucket, type TestBucket } from '../../support/s3rver.ts';
import { approve, example, issue, must, office, openTestApi, sendOut, someone, type TestApi } from '../test-api.ts';

const OWN = 'phuong-binh-long';
let bucket: TestBucket;
let api: TestApi;
let href: string;
const linked: string[] = [];

beforeAll(async () => {
  bucket = await startTestBucket();
  const s3 = createS3Store({ client: createS3Client(bucket.clientOptions), bucket: bucket.bucket });
  const store: Store = {
    ...s3,
    link: async (key, options) => {
      linked.push(key);
      return (await s3.link?.(key, options)) ?? '';
    },
  };
  // Links are signed by the clock of the use cases, and S3 compares with its own.
  api = await openTestApi(new Date().toISOString(), (deps) => ({ ...deps, store }));
  const { clerk } = office(OWN);
  const issued = await must(
    issue(api, clerk, await approve(api, await example('ke-hoach-phuong-2026'), 'a-linked-one')),
    200,
  );
  href = issued.body.files[0].href;
  await sendOut(api, someone(OWN, 'clerk'), { path: '/documents/a-linked-one', etag: issued.etag });
});
afterAll(async () => {
  await api.close();
  await bucket.stop();
});

const reader = someone(OWN, 'reader');

test('answers a download with a link that gives the file under its name', async () => {
  const { status, headers, bytes } = await must(api.send(reader, 'GET', href), 303);
  expect(status).toBe(303);
  expect(bytes).toHaveLength(0);
  expect(headers.get('cache-control')).toBe('no-store');
  expect(headers.get('referrer-policy')).toBe('no-referrer');
  const link = new URL(headers.get('location')!);
  expect(Number(link.searchParams.get('X-Amz-Expires'))).toBeLessThanOrEqual(60);
  const file = await fetch(link);
  expect(parse(file.headers.get('content-disposition')!)).toMatchObject({
    type: 'attachment',
    parameters: { filename: '01-KH-UBND.docx' },
  });
  expect(file.headers.get('content-type')).toContain('wordprocessingml');
  expect((await file.bytes()).subarray(0, 2)).toEqual(new TextEncoder().encode('PK'));
});

test('records the download', async () => {
  await must(api.send(reader, 'GET', href), 303);
  const { body } = await must(api.send(someone(OWN, 'clerk'), 'GET', '/documents/a-linked-one/views'), 200);
  expect(body.items[0]).toMatchObject({ kind: 'download', actor: 'reader-phuong-binh-long' });
});

test.each([
  ['a draft', '/issued/phuong-binh-long/no-such/files/van-ban', someone(OWN, 'reader'), 404],
  [
    'a file that is not of the document',
    '/issued/phuong-binh-long/a-linked-one/files/other',
    someone(OWN, 'reader'),
    404,
  ],
  ['someone without a role', '', someone(OWN), 403],
  ['nobody', '', null, 401],
] as const)('makes no link for %s', async (_, path, who, status) => {
  linked.length = 0;
  const reply = await api.send(who, 'GET', path || href);
  expect(reply.status).toBe(status);
  expect(reply.headers.get('location')).toBeNull();
  expect(linked).toEqual([]);
});

test('makes no link to what another organ has on its way', async () => {
  await approve(api, await example('ke-hoach-phuong-2026'), 'on-its-way');
  linked.length = 0;
  const other = someone('dong-nai', 'clerk', 'reader', 'drafter');
  const path = '/issued/phuong-binh-long/on-its-way/files/van-ban';
  expect((await api.send(other, 'GET', path)).status).toBe(404);
  expect(linked).toEqual([]);
});

test('makes no link for whom the organ does not share with', async () => {
  const other = someone('dong-nai', 'reader');
  await must(api.send(other, 'GET', href), 303);
  const admin = someone(OWN, 'admin');
  const { profile, rev, validFrom } = (await must(api.send(admin, 'GET', '/profiles'), 200)).body.items.at(-1);
  const narrowed = { ...profile, sharedWith: 'own' };
  await must(api.send(admin, 'PUT', `/profiles/${validFrom}`, narrowed, { 'if-match': `"r${rev}"` }), 200);
  linked.length = 0;
  const refused = await must(api.send(other, 'GET', href), 404);
  expect(refused.headers.get('location')).toBeNull();
  expect(linked).toEqual([]);
  await must(api.send(reader, 'GET', href), 303);
});

test('writes no link anywhere', async () => {
  const written: string[] = [];
  const keep = (chunk: unknown) => {
    written.push(String(chunk));
    return true;
  };
  const spies = [vi.spyOn(process.stdout, 'write'), vi.spyOn(process.stderr, 'write')];
  for (const spy of spies) spy.mockImplementation(keep);
  try {
    const { headers } = await must(api.send(reader, 'GET', href), 303);
    expect(headers.get('location')).toContain('X-Amz-Signature');
  } finally {
    for (const spy of spies) spy.mockRestore();
  }
  expect(written.join('')).not.toContain('X-Amz-');
  expect(JSON.stringify(api.reports)).not.toContain('X-Amz-');
});

test('never links to a file that was changed', async () => {
  const files = await readdir(bucket.dir, { recursive: true });
  const name = files.find((one) => one.startsWith('issued/phuong-binh-long/a-linked-one/') && one.endsWith('_object'));
  const path = join(bucket.dir, name!);
  const bytes = await readFile(path);
  bytes[bytes.length >> 1]! ^= 1;
  await writeFile(path, bytes);
  const { body, headers } = await must(api.send(reader, 'GET', href), 500);
  expect(body.code).toBe('file-damaged');
  expect(headers.get('location')).toBeNull();
  const told = api.reports.at(-1);
  expect(told?.code).toBe('file-damaged');
  expect(String(told?.error)).not.toContain('http');
});

test('tells of the link in the contract', async () => {
  const { body } = await must(api.send(null, 'GET', '/openapi.json'), 200);
  const { responses } = body.paths['/issued/{organ}/{docId}/files/{fileId}'].get;
  expect(Object.keys(responses)).toContain('303');
  expect(responses['303'].headers.Location).toMatchObject({ required: true });
});
