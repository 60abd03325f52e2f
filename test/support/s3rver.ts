import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { S3ClientOptions } from '../../functions/store/s3-client.ts';

/** A running s3rver with one bucket. */
export interface TestBucket {
  bucket: string;
  /** Where it keeps the objects of the bucket. */
  dir: string;
  clientOptions: S3ClientOptions;
  stop(): Promise<void>;
}

/** Starts one on loopback over a temporary directory. Call `stop` in `afterAll`. */
export async function startTestBucket(): Promise<TestBucket> {
  const bucket = 'banhanh';
  const { dir, ...more } = await startTestBuckets([bucket]);
  return { bucket, dir: join(dir, bucket), ...more };
}

/** Starts one with several buckets; `dir` holds a directory for each. */
export async function startTestBuckets(buckets: readonly string[]): Promise<Omit<TestBucket, 'bucket'>> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-bucket-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: dir,
    configureBuckets: buckets.map((name) => ({ name, configs: [] })),
  });
  const { port } = await server.run();
  return {
    dir,
    clientOptions: {
      region: 'us-east-1',
      credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
      endpoint: `http://127.0.0.1:${port}`,
    },
    async stop() {
      await server.close();
      await rm(dir, { recursive: true, force: true });
    },
  };
}
