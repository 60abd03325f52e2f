import { setTimeout as sleep } from 'node:timers/promises';
import {
  GetObjectCommand,
  type GetObjectCommandOutput,
  HeadObjectCommand,
  type HeadObjectCommandOutput,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  type S3Client,
} from '@aws-sdk/client-s3';
import { sha256Hex } from '#base/node/hash.ts';
import { checkBytes, checkKey, checkMetadata } from './checks.ts';
import { pinnedOrCurrent } from './pinned-version.ts';
import { signDownload, signUpload } from './s3-link.ts';
import { statusOf } from './s3-status.ts';
import type { Store, StoredObject } from './store.ts';
import { StoreError } from './store-error.ts';

const CONFLICT_TRIES = 5;

/** An object that is younger needs no renewal: nothing removes it before a week. */
const RENEW_AFTER_MS = 24 * 60 * 60 * 1000;

/**
 * The store on S3: a versioned bucket whose issued files are locked. Each object carries its SHA-256 twice, as S3's own checksum, which
 * S3 verifies when it is put, and among its metadata, for an endpoint that keeps no checksums.
 */
export function createS3Store({ client, bucket }: { readonly client: S3Client; readonly bucket: string }): Store {
  const at = (key: string) => ({ Bucket: bucket, Key: key });

  const ask = (key: string) =>
    client.send(new HeadObjectCommand({ ...at(key), ChecksumMode: 'ENABLED' })).catch((cause) => fail(key, cause));

  const head: Store['head'] = async (key) => {
    checkKey(key);
    return objectOf(key, await ask(key));
  };

  const link: NonNullable<Store['link']> = async (key, options) => {
    checkKey(key);
    const { expectSha256, versionId: _, ...rest } = options;
    let asked: string | undefined;
    const answer = await pinnedOrCurrent(options, (pinned) => {
      asked = pinned.VersionId;
      return client.send(new HeadObjectCommand({ ...at(key), ...pinned, ChecksumMode: 'ENABLED' }));
    }).catch((cause) => fail(key, cause));
    const object = objectOf(key, answer);
    if (object.sha256 !== expectSha256) throw new StoreError('integrity-mismatch', key);
    const versionId = object.versionId ?? asked;
    const compared = versionId !== undefined && { versionId };
    // An endpoint that keeps no checksums of its own knows only what was said of the bytes, not what they are.
    if (answer.ChecksumSHA256 === undefined) await get(key, { expectSha256, ...compared });
    return signDownload(client, { bucket, key, expectSha256, ...rest, ...compared });
  };

  const uploadLink: NonNullable<Store['uploadLink']> = async (key, options) => {
    checkKey(key);
    return signUpload(client, { bucket, key, ...options });
  };

  const get: Store['get'] = async (key, options = {}) => {
    checkKey(key);
    const answer = await pinnedOrCurrent(options, (pinned) =>
      client.send(new GetObjectCommand({ ...at(key), ...pinned, ChecksumMode: 'ENABLED' })),
    ).catch((cause) => fail(key, cause));
    const object = objectOf(key, answer);
    const bytes = await readBody(key, answer);
    await checkBytes(key, bytes, object.sha256, options.expectSha256);
    return { ...object, bytes };
  };

  const put: Store['put'] = async (key, bytes, options) => {
    checkKey(key);
    checkMetadata(key, options.metadata);
    const { contentType, metadata = {} } = options;
    const sha256 = sha256Hex(bytes);
    const send = async (condition: { readonly IfNoneMatch?: '*' }): Promise<StoredObject> => {
      const command = new PutObjectCommand({
        ...at(key),
        Body: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
        ContentType: contentType,
        Metadata: { ...metadata, sha256 },
        // A bucket with Object Lock refuses a checksum that does not name its algorithm.
        ChecksumAlgorithm: 'SHA256',
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
        ...condition,
      });
      const { VersionId: versionId } = await client.send(command);
      return { key, sha256, size: bytes.length, contentType, metadata, ...(versionId !== undefined && { versionId }) };
    };
    for (let attempt = 1; ; attempt++) {
      try {
        return await send({ IfNoneMatch: '*' });
      } catch (cause) {
        // Another put of this key is under way: S3 asks to come again, and then knows who won.
        if (statusOf(cause) === 409 && attempt < CONFLICT_TRIES) {
          await sleep(50 * attempt);
          continue;
        }
        if (statusOf(cause) !== 412) return fail(key, cause);
        const stands = options.ifAbsent ? undefined : await ask(key);
        const object = stands && objectOf(key, stands);
        if (object?.sha256 !== sha256) throw new StoreError('already-exists', key, { cause });
        if (!options.renews || !isDayOld(stands)) return object;
        // The same bytes as a new version: what ends the older one lets this stand.
        return send({}).catch((error) => fail(key, error));
      }
    }
  };

  async function* pages(prefix: string, delimiter?: '/'): AsyncIterable<ListObjectsV2CommandOutput> {
    checkKey(prefix);
    let token: string | undefined;
    do {
      const page: ListObjectsV2CommandOutput = await client
        .send(
          new ListObjectsV2Command({
            Bucket: bucket,
            Prefix: `${prefix}/`,
            ...(delimiter !== undefined && { Delimiter: delimiter }),
            ...(token !== undefined && { ContinuationToken: token }),
          }),
        )
        .catch((cause) => fail(prefix, cause));
      yield page;
      token = page.NextContinuationToken;
    } while (token !== undefined);
  }

  const list: Store['list'] = async function* (prefix) {
    for await (const { Contents = [] } of pages(prefix))
      for (const { Key } of Contents) if (Key !== undefined) yield Key;
  };

  const folders: Store['folders'] = async function* (prefix) {
    for await (const { CommonPrefixes = [] } of pages(prefix, '/')) {
      for (const { Prefix = '' } of CommonPrefixes) yield Prefix.slice(prefix.length + 1, -1);
    }
  };

  return { put, get, head, list, folders, link, uploadLink };
}

function isDayOld(stands: HeadObjectCommandOutput | undefined): boolean {
  const LastModified = stands?.LastModified;
  return LastModified === undefined || Date.now() - LastModified.getTime() > RENEW_AFTER_MS;
}

function objectOf(key: string, answer: HeadObjectCommandOutput | GetObjectCommandOutput): StoredObject {
  const { sha256, ...metadata } = answer.Metadata ?? {};
  const checksum = answer.ChecksumSHA256 && Buffer.from(answer.ChecksumSHA256, 'base64').toString('hex');
  const known = checksum ?? sha256;
  // Not put by us, or not as we put it.
  if (known === undefined || (sha256 !== undefined && sha256 !== known))
    throw new StoreError('integrity-mismatch', key);
  return {
    key,
    sha256: known,
    size: answer.ContentLength ?? 0,
    contentType: answer.ContentType ?? 'application/octet-stream',
    metadata,
    ...(answer.VersionId !== undefined && { versionId: answer.VersionId }),
  };
}

async function readBody(key: string, answer: GetObjectCommandOutput): Promise<Uint8Array> {
  try {
    return (await answer.Body?.transformToByteArray()) ?? new Uint8Array();
  } catch (cause) {
    // The client compares the body with S3's own checksum as it reads.
    const isOther = cause instanceof Error && cause.message.startsWith('Checksum mismatch');
    throw new StoreError(isOther ? 'integrity-mismatch' : 'unavailable', key, { cause });
  }
}

function fail(key: string, cause: unknown): never {
  throw new StoreError(statusOf(cause) === 404 ? 'not-found' : 'unavailable', key, { cause });
}
