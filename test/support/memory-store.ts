import { sha256Hex } from '#base/node/hash.ts';
import { checkBytes, checkKey, checkMetadata } from '#store/checks.ts';
import type { Store, StoredBytes } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';

/** A store in memory, under the contract of the others: for thousands of schedules, whose disk is not what is shown. */
export function createMemoryStore(objects: Map<string, StoredBytes> = new Map()): Store {
  const take = (key: string): StoredBytes => {
    checkKey(key);
    const object = objects.get(key);
    if (!object) throw new StoreError('not-found', key);
    return object;
  };
  return {
    put: async (key, bytes, { contentType, metadata = {}, ifAbsent }) => {
      checkKey(key);
      checkMetadata(key, metadata);
      const sha256 = sha256Hex(bytes);
      const stands = objects.get(key);
      if (stands && (ifAbsent || stands.sha256 !== sha256)) throw new StoreError('already-exists', key);
      const { bytes: _, ...known } = stands ?? { key, sha256, size: bytes.length, contentType, metadata, bytes };
      if (!stands) objects.set(key, { ...known, bytes: Uint8Array.from(bytes) });
      return known;
    },
    get: async (key, { expectSha256 } = {}) => {
      const object = take(key);
      await checkBytes(key, object.bytes, object.sha256, expectSha256);
      return { ...object };
    },
    head: async (key) => {
      const { bytes: _, ...known } = take(key);
      return known;
    },
    list: async function* (prefix) {
      checkKey(prefix);
      for (const key of objects.keys()) if (key.startsWith(`${prefix}/`)) yield key;
    },
    folders: async function* (prefix) {
      checkKey(prefix);
      const below = [...objects.keys()].filter((key) => key.startsWith(`${prefix}/`));
      const names = below.map((key) => key.slice(prefix.length + 1).split('/'));
      yield* new Set(names.flatMap(([name, ...more]) => (name !== undefined && more.length > 0 ? [name] : [])));
    },
  };
}
