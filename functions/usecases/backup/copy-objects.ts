import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';

/** An object to copy; `sha256` where a register says what it must be. */
export interface WantedObject {
  readonly key: string;
  readonly sha256?: string;
}

/** Result of copying: its count, and the keys it lost. */
export interface Copied {
  readonly copied: number;
  /** Keys of what is missing or damaged at the source: not copied. */
  readonly lost: readonly string[];
}

/** Copies objects from store to store, each hashed on its way; what is there already stays. `onLooked` hears each. */
export async function copyObjects(
  from: Store,
  to: Store,
  wanted: AsyncIterable<WantedObject> | Iterable<WantedObject>,
  onLooked: (done: number) => void = () => {},
): Promise<Copied> {
  let copied = 0;
  const lost: string[] = [];
  for await (const { key, sha256 } of wanted) {
    try {
      const { bytes, contentType, metadata } = await from.get(
        key,
        sha256 === undefined ? {} : { expectSha256: sha256 },
      );
      await to.put(key, bytes, { contentType, metadata, ifAbsent: false });
      copied++;
    } catch (error) {
      const isLost = error instanceof StoreError && (error.code === 'not-found' || error.code === 'integrity-mismatch');
      if (!isLost) throw error;
      lost.push(key);
    }
    onLooked(copied + lost.length);
  }
  return { copied, lost };
}

/** Every object below some prefixes of a store. */
export async function* objectsOf(store: Store, prefixes: readonly string[]): AsyncIterable<WantedObject> {
  for (const prefix of prefixes) for await (const key of store.list(prefix)) yield { key };
}
