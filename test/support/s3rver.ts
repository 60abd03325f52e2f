import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import type { S3ClientOptions } from '#store/s3-client.ts';
import { makeStrict, type StrictBucket, type StrictBuckets } from './strict-s3.ts';

/** A running s3rver with one bucket. */
export interface TestBucket {
  readonly bucket: string;
  /** Folder of the bucket's objects. */
  readonly dir: string;
  readonly clientOptions: S3ClientOptions;
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
  return startServer(buckets, () => {});
}

/** Starts one whose buckets keep versions, checksums and locks as S3's do. */
export async function startStrictBuckets(
  buckets: readonly StrictBucket[],
): Promise<Omit<TestBucket, 'bucket'> & StrictBuckets> {
  let strict: StrictBuckets | undefined;
  const started = await startServer(
    buckets.map(({ name }) => name),
    (server) => {
      strict = makeStrict(server, buckets);
    },
  );
  return { ...started, ...strict! };
}

async function startServer(
  buckets: readonly string[],
  prepare: (server: S3rver) => void,
): Promise<Omit<TestBucket, 'bucket'>> {
  const dir = await mkdtemp(join(tmpdir(), 'banhanh-bucket-'));
  const server = new S3rver({
    address: '127.0.0.1',
    port: 0,
    silent: true,
    directory: dir,
    configureBuckets: buckets.map((name) => ({ name, configs: [] })),
  });
  listAllPrefixes(server);
  prepare(server);
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

/** s3rver forgets a common prefix all of whose keys lie more than one level below it; S3 does not. */
function listAllPrefixes({ store }: S3rver): void {
  const list = store.listObjects.bind(store);
  store.listObjects = async (bucket, options) => {
    const { delimiter, prefix = '', ...more } = options;
    if (!delimiter) return list(bucket, options);
    const { objects } = await list(bucket, { ...more, prefix, maxKeys: Number.POSITIVE_INFINITY });
    const below = (key: string) => key.indexOf(delimiter, prefix.length);
    const prefixes = objects.filter(({ key }) => below(key) >= 0).map(({ key }) => key.slice(0, below(key) + 1));
    return {
      objects: objects.filter(({ key }) => below(key) < 0),
      commonPrefixes: [...new Set(prefixes)].sort(),
      isTruncated: false,
    };
  };
}
