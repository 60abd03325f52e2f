import type { BlobRef } from '#register/model/types.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';

/** Reads a blob; undefined where it is missing or not what its hash says. */
export async function bytesIfWhole(
  store: Store,
  { key, sha256 }: Pick<BlobRef, 'key' | 'sha256'>,
): Promise<Uint8Array | undefined> {
  try {
    return (await store.get(key, { expectSha256: sha256 })).bytes;
  } catch (error) {
    if (error instanceof StoreError && LOST.includes(error.code)) return undefined;
    throw error;
  }
}

const LOST: readonly string[] = ['not-found', 'integrity-mismatch', 'bad-key'];
