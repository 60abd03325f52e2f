import { sha256Hex } from '#base/node/hash.ts';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { ItemKey } from './keys/key-parts.ts';
import type { StoredItem } from './table.ts';

/** An item with the hash over its key and all that it says. */
export type Sealed<Item> = Item & { readonly seal: string };

/** Seals an item that nothing else repeats: what people set and collect has no event of its own. */
export function sealed<Item extends ItemKey & StoredItem>(item: Item): Sealed<Item> {
  return { ...item, seal: sealOf(item) };
}

/** Tells whether an item says otherwise than when it was sealed. What was written before there were seals has none. */
export function isSealBroken(item: StoredItem): boolean {
  return item['seal'] !== undefined && item['seal'] !== sealOf(item);
}

function sealOf({ seal: _, ...said }: StoredItem): string {
  return sha256Hex(canonicalJson(said));
}
