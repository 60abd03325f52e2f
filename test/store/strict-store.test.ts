import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { PutObjectCommand, type S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';
import { damage } from '../jobs/support/damage.ts';
import { startStrictBuckets } from '../support/s3rver.ts';
import { describeStore, newKey } from './contract.ts';

// The store on buckets as S3 has them: versions, If-None-Match, checksums, Object Lock.

let place: Awaited<ReturnType<typeof startStrictBuckets>>;
let client: S3Client;
const sent: Record<string, string>[] = [];

beforeAll(async () => {
  const names = ['issued', 'restored'].map((name) => ({ name, locked: true }));
  place = await startStrictBuckets(names);
  client = createS3Client(place.clientOptions);
  client.middlewareStack.add(
    (next) => async (args) => {
      sent.push((args.request as { readonly headers: Record<string, string> }).headers);
      return next(args);
    },
    { step: 'deserialize', priority: 'low' },
  );
});
afterAll(async () => {
  client.destroy();
  await place.stop();
});

const storeOf = (bucket: string) => createS3Store({ client, bucket });
const ONCE = { contentType: 'text/plain', ifAbsent: true };
const BYTES = Buffer.from('phát hành');

describeStore('S3 (versions, checksums, Object Lock)', {
  store: () => storeOf('issued'),
  reopened: () => storeOf('issued'),
  damage: (key) => damage(join(place.dir, 'issued'), key),
  lacks: {},
});

describe('a put into a bucket with Object Lock', () => {
  it('names the algorithm of its checksum beside the checksum', async () => {
    const { sha256 } = await storeOf('issued').put(newKey(), BYTES, ONCE);
    expect(sent.at(-1)).toMatchObject({
      'x-amz-sdk-checksum-algorithm': 'SHA256',
      'x-amz-checksum-sha256': Buffer.from(sha256, 'hex').toString('base64'),
      'if-none-match': '*',
    });
    expect(sent.at(-1)).not.toHaveProperty('content-encoding');
  });

  it('is refused without the algorithm, and with bytes that changed on the way', async () => {
    const put = { Bucket: 'issued', Body: BYTES };
    const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64');
    const nameless = new PutObjectCommand({ ...put, Key: newKey(), ChecksumSHA256: sha256(BYTES) });
    await expect(client.send(nameless)).rejects.toMatchObject({ name: 'InvalidRequest' });
    const ChecksumSHA256 = sha256(Buffer.from('other'));
    const changed = new PutObjectCommand({ ...put, Key: newKey(), ChecksumSHA256, ChecksumAlgorithm: 'SHA256' });
    await expect(client.send(changed)).rejects.toMatchObject({ name: 'BadDigest' });
  });
});

describe('a version that a row has pinned', () => {
  it('is read whatever came after it under its key', async () => {
    const key = newKey();
    const { versionId, sha256 } = await storeOf('issued').put(key, BYTES, ONCE);
    const overwrite = { Bucket: 'issued', Key: key, Body: 'other', ChecksumAlgorithm: 'SHA256' } as const;
    const ChecksumSHA256 = createHash('sha256').update('other').digest('base64');
    await client.send(new PutObjectCommand({ ...overwrite, ChecksumSHA256 }));
    expect((await storeOf('issued').get(key, { versionId: versionId!, expectSha256: sha256 })).versionId).toBe(
      versionId,
    );
  });

  describe('and that the bucket does not have', () => {
    const key = newKey();
    let pinned: { readonly versionId: string; readonly expectSha256: string };
    beforeAll(async () => {
      const { versionId, sha256 } = await storeOf('issued').put(key, BYTES, ONCE);
      pinned = { versionId: versionId!, expectSha256: sha256 };
      await place.restore('issued', 'restored');
    });

    it.each([
      ['of a restored bucket (404)', () => pinned.versionId],
      ['of another kind of bucket (400 InvalidArgument)', () => 'v7'],
    ])('gives way to the current object of the same SHA-256: %s', async (_, versionId) => {
      const found = await storeOf('restored').get(key, { ...pinned, versionId: versionId() });
      expect(Buffer.from(found.bytes)).toEqual(BYTES);
      expect(found.versionId).not.toBe(pinned.versionId);
    });

    it('is linked to by the current version, which was compared', async () => {
      const url = await storeOf('restored').link!(key, {
        ...pinned,
        contentType: 'text/plain',
        contentDisposition: 'attachment',
        at: new Date(),
      });
      const { versionId } = await storeOf('restored').head(key);
      expect(new URL(url).searchParams.get('versionId')).toBe(versionId);
      expect(Buffer.from(await (await fetch(url)).arrayBuffer())).toEqual(BYTES);
    });

    it('is not given up for other bytes, nor where no hash is expected', async () => {
      const other = createHash('sha256').update('other').digest('hex');
      const restored = storeOf('restored');
      await expect(restored.get(key, { ...pinned, expectSha256: other })).rejects.toMatchObject({
        code: 'integrity-mismatch',
      });
      await expect(restored.get(key, { versionId: pinned.versionId })).rejects.toMatchObject({ code: 'not-found' });
    });

    it('is not found where the key is not there either', async () => {
      await expect(storeOf('restored').get(newKey(), pinned)).rejects.toMatchObject({ code: 'not-found' });
    });
  });
});
