import { isSame } from '#register/organs/members.ts';
import { mayTakeLogin } from '#register/organs/members-change.ts';
import type { OrganItem } from '#register/organs/organ-items.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import { inParallel } from '../in-parallel.ts';
import type { MoveDeps } from './move-deps.ts';
import type { Difference } from './move-error.ts';
import { hashOf, type PackedObject, portable } from './organ-package.ts';
import type { OrganPackage } from './read-package.ts';

/** Objects looked at, put or read at once. */
export const CONCURRENCY = 8;
/** A transaction holds 100 items and 4 MB. */
const MAX_ITEMS = 100;
const MAX_LENGTH = 3_000_000;

/** Counts of a package's items and objects that the target has, and every difference. */
export interface Standing {
  readonly items: number;
  readonly objects: number;
  /** Things that stand there with other content: nothing may be written then. */
  readonly different: readonly Difference[];
}

/** Compares a package with its target. */
export async function compareWithTarget({ items, deps, members }: MoveDeps, pack: OrganPackage): Promise<Standing> {
  const different: Difference[] = [];
  const counts = { items: 0, objects: 0 };
  for await (const batch of batchesOf(pack.items())) {
    const standing = await items.getMany(batch);
    for (const [index, item] of batch.entries()) {
      const there = standing[index];
      if (!there) continue;
      counts.items++;
      if (!isSameItem(there, item)) different.push(differentItem(item));
    }
  }
  for await (const batch of inBatches(pack.objects())) {
    const states = await inParallel(batch, CONCURRENCY, (object) => stateOf(deps.store, object));
    counts.objects += states.filter((state) => state !== 'absent').length;
    different.push(
      ...batch.flatMap((object, index) => (states[index] === 'different' ? [differentObject(object)] : [])),
    );
  }
  for await (const member of pack.members()) {
    const { organ, staffId, username, active } = member;
    const standing = await members.get(organ, staffId);
    if (standing && !isSame(standing, member)) different.push({ kind: 'member', name: staffId });
    const isFree = standing || !active || mayTakeLogin(await members.ofLogin(username), member, true);
    if (!isFree) different.push({ kind: 'username', name: username });
  }
  return { ...counts, different };
}

/** Item of a package, as a difference names it. */
export function differentItem({ PK, SK }: OrganItem): Difference {
  return { kind: 'item', name: `${PK} ${SK}` };
}

/** Object of a package, as a difference names it. */
export function differentObject({ key }: PackedObject): Difference {
  return { kind: 'object', name: key };
}

/** Compares a standing item with the packed one; versions of files are the target's own. */
export function isSameItem(standing: OrganItem, packed: OrganItem): boolean {
  return hashOf(portable(standing)) === hashOf(packed);
}

/** State of a packed object at the target. */
export async function stateOf(store: Store, object: PackedObject): Promise<'absent' | 'same' | 'different'> {
  try {
    const { sha256, size, contentType, metadata } = await store.head(object.key);
    return hashOf({ key: object.key, sha256, size, contentType, metadata }) === hashOf(object) ? 'same' : 'different';
  } catch (error) {
    if (error instanceof StoreError && error.code === 'not-found') return 'absent';
    if (error instanceof StoreError && error.code === 'integrity-mismatch') return 'different';
    throw error;
  }
}

/** Cuts items as transactions take them. */
export async function* batchesOf(items: ReturnType<OrganPackage['items']>): AsyncIterable<OrganItem[]> {
  let batch: OrganItem[] = [];
  let total = 0;
  for await (const { item, length } of items) {
    if (batch.length === MAX_ITEMS || (batch.length > 0 && total + length > MAX_LENGTH)) {
      yield batch;
      [batch, total] = [[], 0];
    }
    batch.push(item);
    total += length;
  }
  if (batch.length > 0) yield batch;
}

/** Cuts a stream into lists of which {@link CONCURRENCY} are worked on at once. */
export async function* inBatches<T>(values: AsyncIterable<T>): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const value of values) {
    batch.push(value);
    if (batch.length < MAX_ITEMS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
