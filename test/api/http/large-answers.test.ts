import { parse } from 'content-disposition';
import { Hono } from 'hono';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { AppEnv } from '#api/http/app-env.ts';
import { linkLargeAnswers, MAX_ANSWER_BYTES } from '#api/http/large-answers.ts';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';
import type { Deps } from '#usecases/deps.ts';
import { startTestBucket, type TestBucket } from '../../support/s3rver.ts';
import { example, must, office, openTestApi, type TestApi } from '../test-api.ts';

const { drafter } = office('phuong-binh-long');
let bucket: TestBucket;
let linking: TestApi;
let plain: TestApi;
let size = 0;
let linkingDeps: Deps;

/** A preview of as many bytes as a test asks for. */
const large: Deps['render'] = async () => [
  {
    role: 'rendered',
    fileId: 'van-ban',
    fileName: 'Dự thảo kế hoạch.docx',
    contentType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    bytes: new Uint8Array(size).fill(7),
  },
];

beforeAll(async () => {
  bucket = await startTestBucket();
  const store = createS3Store({ client: createS3Client(bucket.clientOptions), bucket: bucket.bucket });
  const now = new Date().toISOString();
  linking = await openTestApi(now, (deps) => {
    linkingDeps = { ...deps, store, render: large };
    return linkingDeps;
  });
  plain = await openTestApi(now, (deps) => ({ ...deps, render: large }));
  for (const api of [linking, plain]) {
    const data = await example('ke-hoach-phuong-2026');
    await must(api.send(drafter, 'POST', '/documents', { docId: 'ban-thao-lon', data }), 201);
  }
});
afterAll(async () => {
  await linking.close();
  await plain.close();
  await bucket.stop();
});

const preview = (api: TestApi, status: number) =>
  must(api.send(drafter, 'GET', '/documents/ban-thao-lon/preview'), status);

test('hands over by a link what Lambda could not answer', async () => {
  size = MAX_ANSWER_BYTES + 1;
  const { headers, bytes } = await preview(linking, 303);
  expect(bytes).toHaveLength(0);
  expect(headers.get('content-disposition')).toBeNull();
  expect(headers.get('cache-control')).toBe('no-store');
  const link = new URL(headers.get('location')!);
  expect(link.pathname).toMatch(/\/exports\/phuong-binh-long\/answers\/[0-9a-f-]{36}$/);
  const got = await fetch(link);
  expect(parse(got.headers.get('content-disposition')!).parameters).toMatchObject({
    filename: 'Dự thảo kế hoạch.docx',
  });
  expect(got.headers.get('content-type')).toContain('wordprocessingml');
  expect(await got.bytes()).toEqual(new Uint8Array(size).fill(7));
});

test('answers the largest that fits itself, as it was', async () => {
  size = MAX_ANSWER_BYTES;
  const { headers, bytes } = await preview(linking, 200);
  expect(bytes).toHaveLength(size);
  expect(headers.get('content-type')).toContain('wordprocessingml');
  expect(headers.get('content-length')).toBe(String(size));
});

test('answers everything itself where the store makes no links', async () => {
  size = MAX_ANSWER_BYTES + 1;
  expect((await preview(plain, 200)).bytes).toHaveLength(size);
});

/** An answer of text, as Lambda gets it: a string in JSON. */
function answerOf(text: string): Promise<Response> {
  const app = new Hono<AppEnv>();
  app.use(async (c, next) => {
    c.set('actor', drafter);
    await next();
  });
  app.use(linkLargeAnswers(linkingDeps));
  app.get('/', (c) => c.json({ text }, 200, { ETag: '"v3-r7"' }));
  return Promise.resolve(app.request('/'));
}

test('hands over by a link a table whose quotes would not fit, with the ETag that saving it takes', async () => {
  const text = '"1","",'.repeat(350_000);
  const answer = await answerOf(text);
  expect(answer.status).toBe(303);
  expect(answer.headers.get('etag')).toBe('"v3-r7"');
  const linked = await fetch(answer.headers.get('location')!);
  expect(await linked.json()).toEqual({ text });
});

test('answers as much plain text itself', async () => {
  const answer = await answerOf('x'.repeat(4_000_000));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('etag')).toBe('"v3-r7"');
});
