import { AsyncLocalStorage } from 'node:async_hooks';
import { createHash, randomBytes } from 'node:crypto';
import { link, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type S3rver from 's3rver';
import S3Error from 's3rver/lib/models/error.js';

// What S3 does and s3rver lacks: versions, If-None-Match, checksums, and what a put into a locked bucket has to say of itself.

/** A request on its way through s3rver (Koa's context, as far as the tests touch it). */
export interface Context {
  readonly method: string;
  path: string;
  readonly query: Record<string, string | undefined>;
  status: number;
  readonly headers: Record<string, string | undefined>;
  get(header: string): string;
  set(header: string, value: string): void;
}

/** An object that is put; its metadata are the few headers that s3rver keeps. */
export interface PutObject {
  readonly bucket: string;
  readonly key: string;
  readonly content: AsyncIterable<Buffer>;
  readonly metadata: Record<string, string | undefined>;
}

/** A bucket as S3 would have it. */
export interface StrictBucket {
  readonly name: string;
  /** Object Lock with a default retention. */
  readonly locked: boolean;
}

/** Buckets of an s3rver that behave as S3's. */
export interface StrictBuckets {
  /**
   * Copies every current object of a bucket into another, as AWS Backup restores: same keys, bytes and metadata, other versions, no
   * checksums.
   */
  restore(from: string, to: string): Promise<void>;
  /** Ends the current objects whose version has a tag, as a lifecycle rule does; their keys. */
  expireTagged(bucket: string): Promise<string[]>;
}

/** The directory of a bucket's versions; no bucket of AWS may have such a name. */
const versionsOf = (bucket: string) => `${bucket}..versions`;
/** S3's own are as long. */
const newVersion = () => randomBytes(24).toString('base64url');

/** Makes an s3rver strict; call it before `run`. Versions share an inode with the current object, so damage to one is damage to both. */
export function makeStrict(server: S3rver, buckets: readonly StrictBucket[]): StrictBuckets {
  const { store } = server;
  const known = new Map(buckets.map((bucket) => [bucket.name, bucket]));
  const current = new Map<string, { readonly versionId: string; readonly checksum?: string }>();
  const checksums = new Map<string, string>();
  const headersOf = new AsyncLocalStorage<Context['headers']>();
  const queues = new Map<string, Promise<unknown>>();
  /** Versions with a tag. */
  const tagged = new Set<string>();

  const keep = async (bucket: string, key: string, bytes: Buffer, metadata: PutObject['metadata']) => {
    const versionId = newVersion();
    const md5 = createHash('md5').update(bytes).digest('hex');
    const place = store.getResourcePath(versionsOf(bucket), `${key}/${versionId}`, 'object');
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, bytes);
    await store.putMetadata(versionsOf(bucket), `${key}/${versionId}`, metadata, md5);
    const standing = store.getResourcePath(bucket, key, 'object');
    await mkdir(dirname(standing), { recursive: true });
    await rm(standing, { force: true });
    await store.putMetadata(bucket, key, metadata, md5);
    await link(place, standing);
    current.set(`${bucket}/${key}`, { versionId });
    return { versionId, md5 };
  };

  const put = async ({ bucket, key, content, metadata }: PutObject) => {
    const chunks: Buffer[] = [];
    for await (const chunk of content) chunks.push(chunk);
    const bytes = Buffer.concat(chunks);
    const headers = headersOf.getStore() ?? {};
    checkHeaders(headers, known.get(bucket)?.locked === true);
    const checksum = headers['x-amz-checksum-sha256'];
    if (checksum !== undefined && checksum !== createHash('sha256').update(bytes).digest('base64'))
      throw new S3Error('BadDigest', 'The SHA256 you specified did not match the calculated checksum.');
    if (headers['if-none-match'] === '*' && (await store.existsObject(bucket, key)))
      throw new S3Error('PreconditionFailed', 'At least one of the pre-conditions you specified did not hold');
    const { versionId, md5 } = await keep(bucket, key, bytes, metadata);
    if (checksum !== undefined) checksums.set(versionId, checksum);
    return { md5, size: bytes.length };
  };

  const digest = async (bucket: string, key: string, versionId: string) => {
    const bytes = await readFile(store.getResourcePath(versionsOf(bucket), `${key}/${versionId}`, 'object'));
    return createHash('sha256').update(bytes).digest('base64');
  };

  store.putObject = (object) => {
    const name = `${object.bucket}/${object.key}`;
    const run = AsyncLocalStorage.bind(() => put(object));
    const mine = (queues.get(name) ?? Promise.resolve()).then(run, run);
    queues.set(name, mine);
    return mine;
  };

  // Behind s3rver's logger and its writer of XML.
  server.middleware.splice(2, 0, async (context, next) => {
    const [, bucket = '', ...rest] = decodeURIComponent(context.path).split('/');
    const key = rest.join('/');
    if (key === '' || !known.has(bucket)) return next();
    if (context.method === 'DELETE' && context.query['versionId'] !== undefined && known.get(bucket)?.locked)
      throw new S3Error('AccessDenied', 'Access Denied because object protected by object lock.');
    if (context.method === 'PUT' && 'tagging' in context.query) {
      const versionId = context.query['versionId'] ?? current.get(`${bucket}/${key}`)?.versionId ?? '';
      if (!(await store.existsObject(versionsOf(bucket), `${key}/${versionId}`)))
        throw new S3Error('NoSuchVersion', 'The specified version does not exist.');
      tagged.add(versionId);
      context.status = 200;
      return;
    }
    const pinned = context.method === 'PUT' ? undefined : context.query['versionId'];
    if (pinned !== undefined) await toVersion(server, context, { bucket, key, versionId: pinned });
    await headersOf.run(context.headers, next);
    if (context.status >= 300 || context.method === 'DELETE') return;
    const versionId = pinned ?? current.get(`${bucket}/${key}`)?.versionId;
    if (versionId === undefined) return;
    context.set('x-amz-version-id', versionId);
    const said = checksums.get(versionId);
    // S3's checksum belongs to the bytes it has: of damaged ones HEAD says another, GET breaks off.
    const checksum = said === undefined || context.method !== 'HEAD' ? said : await digest(bucket, key, versionId);
    if (checksum !== undefined && context.get('x-amz-checksum-mode') === 'ENABLED')
      context.set('x-amz-checksum-sha256', checksum);
  });

  return {
    expireTagged: async (bucket) => {
      const names = [...current].filter(
        ([name, { versionId }]) => name.startsWith(`${bucket}/`) && tagged.has(versionId),
      );
      const keys = names.map(([name]) => name.slice(bucket.length + 1));
      for (const key of keys) {
        current.delete(`${bucket}/${key}`);
        await store.deleteObject(bucket, key);
      }
      return keys;
    },
    restore: async (from, to) => {
      const dir = dirname(store.getResourcePath(from, 'x', 'object'));
      const files = await readdir(dir, { recursive: true });
      for (const file of files.filter((one) => one.endsWith('._S3rver_object'))) {
        const key = file.replace(/\._S3rver_object$/, '');
        const metadata = JSON.parse(await readFile(store.getResourcePath(from, key, 'metadata.json'), 'utf8'));
        await keep(to, key, await readFile(join(dir, file)), metadata);
      }
    },
  };
}

/** As the API reference of PutObject words it. */
function checkHeaders(headers: Context['headers'], locked: boolean): void {
  const algorithm = headers['x-amz-sdk-checksum-algorithm'];
  if (locked && algorithm === undefined && headers['content-md5'] === undefined)
    throw new S3Error(
      'InvalidRequest',
      'Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters',
    );
  if (algorithm !== undefined && headers[`x-amz-checksum-${algorithm.toLowerCase()}`] === undefined)
    throw new S3Error('InvalidRequest', 'x-amz-sdk-checksum-algorithm specified, but no corresponding checksum header');
}

/** A version that there never was is a bad argument to S3, one that is gone is not found. */
async function toVersion(
  { store }: S3rver,
  context: Context,
  { bucket, key, versionId }: { readonly bucket: string; readonly key: string; readonly versionId: string },
): Promise<void> {
  if (!/^[\w-]{32}$/.test(versionId)) throw new S3Error('InvalidArgument', 'Invalid version id specified');
  if (!(await store.existsObject(versionsOf(bucket), `${key}/${versionId}`)))
    throw new S3Error('NoSuchVersion', 'The specified version does not exist.');
  context.path = `/${versionsOf(bucket)}/${key}/${versionId}`;
}
