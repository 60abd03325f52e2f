import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { S3ServiceException } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createS3Client } from '#store/s3-client.ts';
import { createS3Store } from '#store/s3-store.ts';
import type { Store } from '#store/store.ts';
import { startTestBucket, type TestBucket } from '../support/s3rver.ts';
import { describeStore, itInstead, newKey } from './contract.ts';

interface Sent {
  readonly command: string;
  readonly headers: Record<string, string>;
  readonly query: Record<string, unknown>;
}

let place: TestBucket;
let store: Store;
beforeAll(async () => {
  place = await startTestBucket();
  store = open().store;
});
afterAll(() => place.stop());

/** An adapter whose requests are recorded, and whose answers may be `[status, headers]` that s3rver never gives. */
function open(answer: (sent: Sent) => [number, Record<string, string>?] | undefined = () => undefined) {
  const client = createS3Client(place.clientOptions);
  const sent: Sent[] = [];
  client.middlewareStack.add(
    (next, context) => async (args) => {
      const { headers, query } = args.request as Omit<Sent, 'command'>;
      const one = { command: (context as { readonly commandName: string }).commandName, headers, query };
      sent.push(one);
      const [status, given] = answer(one) ?? [];
      if (status !== undefined && status >= 300) {
        const $metadata = { httpStatusCode: status };
        throw new S3ServiceException({ name: `Status${status}`, $fault: 'client', $metadata });
      }
      const result = await next(args);
      Object.assign((result.response as { readonly headers: object }).headers, given);
      return result;
    },
    { step: 'deserialize', priority: 'low' },
  );
  return { store: createS3Store({ client, bucket: place.bucket }), sent };
}

const ONCE = { contentType: 'text/plain', ifAbsent: true };
const BYTES = Buffer.from('phát hành');

const ignoresIfNoneMatch = {
  why: 's3rver ignores If-None-Match and overwrites',
  instead: 'the adapter sends If-None-Match: *, and takes 412 for a taken key',
  async shown() {
    const { store: refused, sent } = open((one) => (one.command === 'PutObjectCommand' ? [412] : undefined));
    const key = newKey();
    await store.put(key, BYTES, ONCE);
    await expect(refused.put(key, BYTES, ONCE)).rejects.toMatchObject({ code: 'already-exists', key });
    await expect(refused.put(key, Buffer.from('other'), { ...ONCE, ifAbsent: false })).rejects.toMatchObject({
      code: 'already-exists',
    });
    expect(await refused.put(key, BYTES, { ...ONCE, ifAbsent: false })).toMatchObject({ key, size: BYTES.length });
    const puts = sent.filter((one) => one.command === 'PutObjectCommand');
    expect(puts.map((one) => one.headers['if-none-match'])).toEqual(['*', '*', '*']);
  },
};

describeStore('S3 (s3rver)', {
  store: () => store,
  reopened: () => open().store,
  async damage(key) {
    const files = await readdir(place.dir, { recursive: true });
    const path = join(place.dir, files.find((name) => name.startsWith(key) && name.endsWith('_object'))!);
    const bytes = await readFile(path);
    bytes[bytes.length >> 1]! ^= 1;
    await writeFile(path, bytes);
  },
  lacks: {
    'refuses a key that is taken': ignoresIfNoneMatch,
    'refuses other bytes under a taken key even where the same would do': ignoresIfNoneMatch,
    'lets one of twenty puts at once win, whole': ignoresIfNoneMatch,
  },
});

describe('the store on S3, beside what s3rver can show', () => {
  itInstead('refuses bytes that were changed on the way', {
    why: 's3rver ignores checksums',
    instead: 'the adapter sends x-amz-checksum-sha256, and no framed body',
    async shown() {
      const { store: recorded, sent } = open();
      const { sha256 } = await recorded.put(newKey(), BYTES, ONCE);
      expect(sent[0]?.headers['x-amz-checksum-sha256']).toBe(Buffer.from(sha256, 'hex').toString('base64'));
      expect(sent[0]?.headers['content-encoding']).toBeUndefined();
    },
  });

  itInstead("compares S3's own checksum of what it keeps", {
    why: 's3rver keeps none',
    instead: 'the adapter sends x-amz-checksum-mode, and believes an answer that has one',
    async shown() {
      const other = Buffer.alloc(32, 7).toString('base64');
      const { store: recorded, sent } = open((one) =>
        one.command === 'PutObjectCommand' ? undefined : [200, { 'x-amz-checksum-sha256': other }],
      );
      const key = newKey();
      await recorded.put(key, BYTES, ONCE);
      await expect(recorded.head(key)).rejects.toMatchObject({ code: 'integrity-mismatch' });
      await expect(recorded.get(key)).rejects.toMatchObject({ code: 'integrity-mismatch' });
      expect(sent.slice(1).map((one) => one.headers['x-amz-checksum-mode'])).toEqual(['ENABLED', 'ENABLED']);
    },
  });

  itInstead('pins the version of an issued file', {
    why: 's3rver has no versions and no Object Lock',
    instead: 'the adapter hands on the version of an answer, and sends the one that it is asked for',
    async shown() {
      const { store: recorded, sent } = open(() => [200, { 'x-amz-version-id': 'v7' }]);
      const key = newKey();
      expect(await recorded.put(key, BYTES, ONCE)).toMatchObject({ versionId: 'v7' });
      expect(await recorded.get(key, { versionId: 'v7' })).toMatchObject({ versionId: 'v7' });
      expect(sent[1]?.query['versionId']).toBe('v7');
    },
  });

  it('comes again when S3 says that another put of the key is under way', async () => {
    const statuses: [number][] = [[409], [409]];
    const { store: contended, sent } = open(() => statuses.shift());
    await contended.put(newKey(), BYTES, ONCE);
    expect(sent).toHaveLength(3);
  });

  it('gives up on a key that never settles', async () => {
    const { store: contended } = open(() => [409]);
    await expect(contended.put(newKey(), BYTES, ONCE)).rejects.toMatchObject({ code: 'unavailable' });
  });

  it('reads nothing from the environment', async () => {
    const traps = {
      AWS_ENDPOINT_URL: 'http://127.0.0.1:1',
      AWS_ENDPOINT_URL_S3: 'http://127.0.0.1:1',
      AWS_REGION: 'nowhere',
      AWS_ACCESS_KEY_ID: 'someone',
      AWS_SECRET_ACCESS_KEY: 'else',
      AWS_PROFILE: 'missing',
    };
    for (const [name, value] of Object.entries(traps)) vi.stubEnv(name, value);
    try {
      await expect(open().store.put(newKey(), BYTES, ONCE)).resolves.toMatchObject({ size: BYTES.length });
    } finally {
      vi.unstubAllEnvs();
    }
  });
});
