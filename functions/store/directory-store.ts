import type { Dirent } from 'node:fs';
import { mkdir, open, opendir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { z } from 'zod';
import { sha256Hex } from '#base/node/hash.ts';
import { newId } from '#base/node/ids.ts';
import { sha256 } from '#base/patterns.ts';
import { checkBytes, checkKey, checkMetadata } from './checks.ts';
import { createDirectorySync, syncDirectory } from './directory-sync.ts';
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
export function createDirectoryStore(root: string): Store {
  const dir = resolve(root);
  const tmp = join(dir, '.tmp');
  const sync = createDirectorySync(dir);
  const placeOf = (key: string) => join(dir, `${key}@`);

  const head: Store['head'] = async (key) => {
    checkKey(key);
    const text = await readFile(join(placeOf(key), 'object.json'), 'utf8').catch((cause) => fail(key, cause));
    const record = recordSchema.safeParse(parseJson(text));
    if (!record.success) throw new StoreError('integrity-mismatch', key, { cause: record.error });
    const { schema: _, ...known } = record.data;
    return { key, ...known };
  };

  const get: Store['get'] = async (key, options = {}) => {
    const object = await head(key);
    const bytes = await readFile(join(placeOf(key), 'content')).catch((cause) => {
      if (codeOf(cause) === 'ENOENT') throw new StoreError('not-found', key, { cause });
      return fail(key, cause);
    });
    checkBytes(key, bytes, object.sha256, options.expectSha256);
    return { ...object, bytes };
  };

  const put: Store['put'] = async (key, bytes, options) => {
    checkKey(key);
    checkMetadata(key, options.metadata);
    const { contentType, metadata = {} } = options;
    const parent = dirname(placeOf(key));
    const object: StoredObject = { key, sha256: sha256Hex(bytes), size: bytes.length, contentType, metadata };
    const made = join(tmp, newId());
    try {
      await makeObject(made, bytes, object);
      const firstMade = await mkdir(parent, { recursive: true });
      await rename(made, placeOf(key));
      await sync.name(parent, firstMade);
      return object;
    } catch (cause) {
      // What stays of it is never read: why the object could not be put is what counts.
      await rm(made, { recursive: true, force: true }).catch(() => undefined);
      if (!isTaken(cause)) return fail(key, cause);
      // Who took it may have died, or not yet have come to make its name durable.
      await sync.name(parent, undefined).catch((error) => fail(key, error));
      const stands = options.ifAbsent ? undefined : await head(key);
      if (stands?.sha256 === object.sha256) return stands;
      throw new StoreError('already-exists', key, { cause });
    }
  };

  return {
    put,
    get,
    head,
    list: (prefix) => keysBelow(dir, prefix),
    folders: async function* (prefix) {
      for await (const { name } of entriesOf(dir, prefix)) if (!name.endsWith('@')) yield name;
    },
  };
}

async function* keysBelow(dir: string, prefix: string): AsyncIterable<string> {
  for await (const { name } of entriesOf(dir, prefix)) {
    if (name.endsWith('@')) yield `${prefix}/${name.slice(0, -1)}`;
    else yield* keysBelow(dir, `${prefix}/${name}`);
  }
}

async function* entriesOf(dir: string, prefix: string): AsyncIterable<Dirent> {
  checkKey(prefix);
  let entries: AsyncIterable<Dirent>;
  try {
    entries = await opendir(join(dir, prefix));
  } catch (cause) {
    if (codeOf(cause) === 'ENOENT') return;
    fail(prefix, cause);
  }
  yield* entries;
}

async function makeObject(place: string, bytes: Uint8Array, object: StoredObject): Promise<void> {
  const { key: _, ...known } = object;
  await mkdir(place, { recursive: true });
  await Promise.all([
    writeSynced(join(place, 'content'), bytes),
    writeSynced(join(place, 'object.json'), JSON.stringify({ schema: 'stored-object@1', ...known })),
  ]);
  await syncDirectory(place);
}

async function writeSynced(path: string, data: Uint8Array | string): Promise<void> {
  await using file = await open(path, 'wx', 0o444);
  await file.writeFile(data);
  await file.sync();
}

function isTaken(error: unknown): boolean {
  return codeOf(error) === 'ENOTEMPTY' || codeOf(error) === 'EEXIST';
}

function fail(key: string, cause: unknown): never {
  if (cause instanceof StoreError) throw cause;
  throw new StoreError(codeOf(cause) === 'ENOENT' ? 'not-found' : 'unavailable', key, { cause });
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && 'code' in error ? error.code : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
