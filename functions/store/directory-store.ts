import { dirname, join } from 'node:path';
import { z } from 'zod';
import { codeOf, type FileSystem, nodeFileSystem } from '#base/node/file-system.ts';
import { syncNames } from '#base/node/files.ts';
import { sha256Beside } from '#base/node/hash.ts';
import { newId } from '#base/node/ids.ts';
import { sha256 } from '#base/patterns.ts';
import { checkBytes, checkKey, checkMetadata } from './checks.ts';
import { createDirectorySync } from './directory-sync.ts';
import { keySegment } from './disk-names.ts';
import { asideOf, folderOf, isTaken, nameOnce, objectName, placeOf } from './object-place.ts';
import type { Store, StoredObject } from './store.ts';
import { StoreError } from './store-error.ts';

const recordSchema = z.strictObject({
  schema: z.literal('stored-object@1'),
  sha256,
  size: z.number().int().nonnegative(),
  contentType: z.string(),
  metadata: z.record(z.string(), z.string()),
});

/**
 * The store on one machine. An object is a directory `<key>@` with its bytes (`content`) and what is known of them (`object.json`),
 * both read-only. It is made whole under `.tmp`, synced, and renamed into place: a rename onto a directory that is not empty fails,
 * so one of many wins, and a crash leaves either all of it or nothing. What a crash leaves under `.tmp` is never read.
 */
export function createDirectoryStore(root: string, fs: FileSystem = nodeFileSystem): Store {
  const dir = fs.rooted(root);
  const tmp = join(dir, '.tmp');
  const sync = createDirectorySync(dir, (one) => syncNames(one, fs));
  /** Reads one of an object's two files, also where a removal was cut off. */
  const read = async (key: string, name: string) => {
    try {
      return await fs.read(join(placeOf(dir, key), name));
    } catch (cause) {
      if (codeOf(cause) !== 'ENOENT') throw cause;
      return fs.read(join(asideOf(dir, key), name));
    }
  };

  const head: Store['head'] = async (key) => {
    checkKey(key);
    const text = await read(key, 'object.json').catch((cause) => fail(key, cause));
    const record = recordSchema.safeParse(parseJson(new TextDecoder().decode(text)));
    if (!record.success) throw new StoreError('integrity-mismatch', key, { cause: record.error });
    const { schema: _, ...known } = record.data;
    return { key, ...known };
  };

  const get: Store['get'] = async (key, options = {}) => {
    const object = await head(key);
    const bytes = await read(key, 'content').catch((cause) => fail(key, cause));
    await checkBytes(key, bytes, object.sha256, options.expectSha256);
    return { ...object, bytes };
  };

  const put: Store['put'] = async (key, bytes, options) => {
    checkKey(key);
    checkMetadata(key, options.metadata);
    const { contentType, metadata = {} } = options;
    const parent = dirname(placeOf(dir, key));
    const object: StoredObject = { key, sha256: await sha256Beside(bytes), size: bytes.length, contentType, metadata };
    const made = join(tmp, newId());
    try {
      await makeObject(fs, made, bytes, object);
      const firstMade = await fs.makeDirectory(parent);
      await nameOnce(fs, made, placeOf(dir, key));
      await sync.name(parent, firstMade);
      return object;
    } catch (cause) {
      // What stays of it is never read: why the object could not be put is what counts.
      await fs.remove(made).catch(() => undefined);
      if (!isTaken(cause)) return fail(key, cause);
      // Who took it may have died, or not yet have come to make its name durable.
      await sync.name(parent, undefined).catch((error) => fail(key, error));
      const stands = options.ifAbsent ? undefined : await head(key);
      if (stands?.sha256 !== object.sha256) throw new StoreError('already-exists', key, { cause });
      if (!options.renews || (await renewed(fs, placeOf(dir, key)).catch((error) => fail(key, error)))) return stands;
      // It was taken out just now: it is put anew.
      return put(key, bytes, options);
    }
  };

  return {
    put,
    get,
    head,
    list: (prefix) => keysBelow(fs, dir, prefix),
    folders: async function* (prefix) {
      for await (const name of namesBelow(fs, dir, prefix)) if (objectName(name) === undefined) yield keySegment(name);
    },
  };
}

async function* keysBelow(fs: FileSystem, dir: string, prefix: string): AsyncIterable<string> {
  for await (const name of namesBelow(fs, dir, prefix)) {
    const object = objectName(name);
    if (object !== undefined) yield `${prefix}/${keySegment(object)}`;
    else yield* keysBelow(fs, dir, `${prefix}/${keySegment(name)}`);
  }
}

async function* namesBelow(fs: FileSystem, dir: string, prefix: string): AsyncIterable<string> {
  checkKey(prefix);
  try {
    yield* fs.names(folderOf(dir, prefix));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return;
    fail(prefix, cause);
  }
}

async function makeObject(fs: FileSystem, place: string, bytes: Uint8Array, object: StoredObject): Promise<void> {
  const { key: _, ...known } = object;
  await fs.makeDirectory(place);
  await Promise.all([
    fs.writeNew(join(place, 'content'), bytes),
    fs.writeNew(join(place, 'object.json'), JSON.stringify({ schema: 'stored-object@1', ...known })),
  ]);
  await syncNames(place, fs);
}

async function renewed(fs: FileSystem, place: string): Promise<boolean> {
  try {
    await fs.renew(place);
    return true;
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return false;
    throw cause;
  }
}

function fail(key: string, cause: unknown): never {
  if (cause instanceof StoreError) throw cause;
  throw new StoreError(codeOf(cause) === 'ENOENT' ? 'not-found' : 'unavailable', key, { cause });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
