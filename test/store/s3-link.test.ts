import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';
import type { LinkOptions, Store } from '#store/store.ts';
import { startTestBucket, type TestBucket } from '../support/s3rver.ts';
import { type SentRequest, signatureHolds } from '../support/signature-v4.ts';
import { newKey } from './contract.ts';

const PDF = 'application/pdf';
const BYTES = Buffer.from('%PDF-1.7 phát hành');
const sha256 = createHash('sha256').update(BYTES).digest('hex');
const checksum = Buffer.from(sha256, 'hex').toString('base64');

let place: TestBucket;
let store: Store;
beforeAll(async () => {
  place = await startTestBucket();
  store = createS3Store({ client: createS3Client(place.clientOptions), bucket: place.bucket });
});
afterAll(() => place.stop());

const options = (more: Partial<LinkOptions> = {}): LinkOptions => ({
  expectSha256: sha256,
  contentType: PDF,
  contentDisposition: `attachment; filename="35.pdf"; filename*=UTF-8''S%E1%BB%91%2035.pdf`,
  at: new Date(),
  ...more,
});

const holds = (sent: SentRequest) => signatureHolds(sent, place.clientOptions.credentials?.secretAccessKey ?? '');

/** Request of a store, and the headers that S3 would add to its answers. */
function watched(given: Record<string, string>) {
  const client = createS3Client(place.clientOptions);
  const sent: Array<{
    readonly command: string;
    readonly query: Record<string, unknown>;
    readonly headers: Record<string, string>;
  }> = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { headers, query } = args.request as (typeof sent)[number];
      sent.push({ command: (context as { readonly commandName: string }).commandName, headers, query });
      const result = await next(args);
      Object.assign((result.response as { readonly headers: object }).headers, given);
      return result;
    },
    { step: 'deserialize', priority: 'low' },
  );
  return { store: createS3Store({ client, bucket: place.bucket }), sent };
}

describe('a download link', () => {
  it('gives the bytes, named and typed, for a minute', async () => {
    const key = newKey();
    await store.put(key, BYTES, { contentType: 'application/octet-stream', ifAbsent: true });
    const link = new URL((await store.link?.(key, options()))!);
    expect(Number(link.searchParams.get('X-Amz-Expires'))).toBe(60);
    expect(link.pathname).toBe(`/${place.bucket}/${key}`);
    expect(link.searchParams.get('response-cache-control')).toBe('private, no-store');
    const response = await fetch(link);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(PDF);
    expect(response.headers.get('content-disposition')).toBe(options().contentDisposition);
    expect(Buffer.from(await response.arrayBuffer())).toEqual(BYTES);
  });

  it('is refused for an object that is not what the row says, though it agrees with its own checksum', async () => {
    const key = newKey();
    const { store: checked } = watched({ 'x-amz-checksum-sha256': checksum });
    await checked.put(key, BYTES, { contentType: PDF, ifAbsent: true });
    const other = createHash('sha256').update('another').digest('hex');
    await expect(checked.link?.(key, options({ expectSha256: other }))).rejects.toMatchObject({
      code: 'integrity-mismatch',
    });
  });

  it('is refused once its minute is over', async () => {
    const key = newKey();
    await store.put(key, BYTES, { contentType: PDF, ifAbsent: true });
    const old = await store.link?.(key, options({ at: new Date(Date.now() - 61_000) }));
    expect((await fetch(old!)).status).toBe(403);
  });

  it('is signed for one object, one version, one name and one method', async () => {
    const [key, other] = [newKey(), newKey()];
    await store.put(key, BYTES, { contentType: PDF, ifAbsent: true });
    const url = (await store.link?.(key, options({ versionId: 'v7' })))!;
    expect(holds({ method: 'GET', url })).toBe(true);
    expect(holds({ method: 'GET', url: url.replace(key, other) })).toBe(false);
    expect(holds({ method: 'GET', url: url.replace('versionId=v7', 'versionId=v6') })).toBe(false);
    expect(holds({ method: 'GET', url: url.replace('35.pdf', '36.pdf') })).toBe(false);
    expect(holds({ method: 'GET', url: url.replace('X-Amz-Expires=60', 'X-Amz-Expires=600') })).toBe(false);
    expect(holds({ method: 'PUT', url })).toBe(false);
  });

  it('is bound to the version that the row pinned, and that version is what was compared', async () => {
    const { store: versioned, sent } = watched({ 'x-amz-version-id': 'v7', 'x-amz-checksum-sha256': checksum });
    const key = newKey();
    await versioned.put(key, BYTES, { contentType: PDF, ifAbsent: true });
    sent.length = 0;
    const link = new URL((await versioned.link?.(key, options({ versionId: 'v7' })))!);
    expect(link.searchParams.get('versionId')).toBe('v7');
    expect(sent).toHaveLength(1);
    expect(sent[0]).toMatchObject({
      command: 'HeadObjectCommand',
      query: { versionId: 'v7' },
      headers: { 'x-amz-checksum-mode': 'ENABLED' },
    });
  });

  it('is bound to the version that was compared, where the row pinned none', async () => {
    const { store: versioned } = watched({ 'x-amz-version-id': 'v8', 'x-amz-checksum-sha256': checksum });
    const key = newKey();
    await versioned.put(key, BYTES, { contentType: PDF, ifAbsent: true });
    const link = new URL((await versioned.link?.(key, options()))!);
    expect(link.searchParams.get('versionId')).toBe('v8');
  });

  it.each(['another file than the row has', 'bytes that were changed', 'a checksum of other bytes', 'nothing'])(
    'is never made to %s',
    async (what) => {
      const key = newKey();
      if (what !== 'nothing') await store.put(key, BYTES, { contentType: PDF, ifAbsent: true });
      if (what === 'bytes that were changed') {
        const files = await readdir(place.dir, { recursive: true });
        const path = join(place.dir, files.find((name) => name.startsWith(key) && name.endsWith('_object'))!);
        const bytes = await readFile(path);
        bytes[3]! ^= 1;
        await writeFile(path, bytes);
      }
      const other = Buffer.alloc(32, 7).toString('base64');
      const asked = what.startsWith('a checksum') ? watched({ 'x-amz-checksum-sha256': other }).store : store;
      const expectSha256 = what.startsWith('another') ? 'ab'.repeat(32) : sha256;
      const code = what === 'nothing' ? 'not-found' : 'integrity-mismatch';
      await expect(asked.link?.(key, options({ expectSha256 }))).rejects.toMatchObject({ code, key });
    },
  );

  it('is made for a key of server ids alone', async () => {
    await expect(store.link?.('issued/../secret', options())).rejects.toMatchObject({ code: 'bad-key' });
  });
});

describe('an upload link', () => {
  const upload = { size: BYTES.length, sha256, contentType: PDF, expiresInSeconds: 900 };
  const newUpload = async (at = new Date()) => {
    const key = `uploads/organ-1/${newKey().split('/')[2]}`;
    return { key, ...(await store.uploadLink?.(key, { ...upload, at }))! };
  };

  it('puts the bytes, which are then known by their hash', async () => {
    const { key, url, headers } = await newUpload();
    expect(new URL(url).searchParams.get('X-Amz-Expires')).toBe('900');
    expect((await fetch(url, { method: 'PUT', headers, body: BYTES })).status).toBe(200);
    expect(await store.get(key, { expectSha256: sha256 })).toMatchObject({ size: BYTES.length, contentType: PDF });
  });

  it('binds length, type and hash by its signature', async () => {
    const { url, headers } = await newUpload();
    const signed = new URL(url).searchParams.get('X-Amz-SignedHeaders')?.split(';');
    expect(signed).toEqual(['content-length', 'content-type', 'host', 'x-amz-checksum-sha256', 'x-amz-meta-sha256']);
    expect(headers).toEqual({
      'content-type': PDF,
      'x-amz-checksum-sha256': checksum,
      'x-amz-meta-sha256': sha256,
    });
    const sent = { ...headers, 'content-length': String(BYTES.length) };
    const put = (changed: Record<string, string>) => holds({ method: 'PUT', url, headers: { ...sent, ...changed } });
    expect(put({})).toBe(true);
    expect(put({ 'content-length': '6' })).toBe(false);
    expect(put({ 'content-type': 'text/html' })).toBe(false);
    expect(put({ 'x-amz-checksum-sha256': Buffer.alloc(32).toString('base64') })).toBe(false);
    expect(put({ 'x-amz-meta-sha256': 'ab'.repeat(32) })).toBe(false);
    expect(holds({ method: 'PUT', url: url.replace('/organ-1/', '/organ-2/'), headers: sent })).toBe(false);
    expect(holds({ method: 'GET', url, headers: sent })).toBe(false);
  });

  it('is refused once its time is over', async () => {
    const { url, headers } = await newUpload(new Date(Date.now() - 901_000));
    expect((await fetch(url, { method: 'PUT', headers, body: BYTES })).status).toBe(403);
  });
});
