import { isSame } from '#register/organs/members.ts';
import { mayTakeLogin } from '#register/organs/members-change.ts';
import type { OrganItem } from '#register/organs/organ-items.ts';
import type { Store } from '#store/store.ts';
import { StoreError } from '#store/store-error.ts';
import { inParallel } from '#usecases/in-parallel.ts';
import type { Stack } from '../place/open-stack.ts';
import { hashOf, type PackedObject, portable } from './organ-package.ts';
import type { OrganPackage } from './read-package.ts';

/** Objects looked at, put or read at once. */
export const AT_ONCE = 8;
/** A transaction holds 100 items and 4 MB. */
const MOST_ITEMS = 100;
const MOST_LENGTH = 3_000_000;

/** What of a package stands where it is to go: all but members, whose every difference is named. */
export interface Standing {
  readonly items: number;
  readonly objects: number;
  /** What stands there with other content: nothing may be written then. */
  readonly different: readonly string[];
}

/** Compares a package with what stands where it is to go. */
export async function compareWithTarget({ items, deps, members }: Stack, pack: OrganPackage): Promise<Standing> {
  const different: string[] = [];
  const counts = { items: 0, objects: 0 };
  for await (const batch of batchesOf(pack.items())) {
    const standing = await items.getMany(batch);
    for (const [place, item] of batch.entries()) {
      const there = standing[place];
      if (!there) continue;
      counts.items++;
      if (!isSameItem(there, item)) different.push(`${item.PK} ${item.SK}`);
    }
  }
  for await (const batch of inBatches(pack.objects())) {
    const states = await inParallel(batch, AT_ONCE, (object) => stateOf(deps.store, object));
    counts.objects += states.filter((state) => state !== 'absent').length;
    different.push(...batch.flatMap(({ key }, place) => (states[place] === 'different' ? [key] : [])));
  }
  for await (const member of pack.members()) {
    const { organ, staffId, username, active } = member;
    const standing = await members.get(organ, staffId);
    if (standing && !isSame(standing, member)) different.push(`thành viên ${staffId}`);
    const isFree = standing || !active || mayTakeLogin(await members.ofLogin(username), member);
    if (!isFree) different.push(`tên đăng nhập ${username}`);
  }
  return { ...counts, different };
}

/** Whether an item that stands is the packed one; versions of files are the target's own. */
export function isSameItem(standing: OrganItem, packed: OrganItem): boolean {
  return hashOf(portable(standing)) === hashOf(packed);
}

/** Whether an object stands, and as it is in the package. */
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
    if (batch.length === MOST_ITEMS || (batch.length > 0 && total + length > MOST_LENGTH)) {
      yield batch;
      [batch, total] = [[], 0];
    }
    batch.push(item);
    total += length;
  }
  if (batch.length > 0) yield batch;
}

/** Cuts what comes one by one into lists of which {@link AT_ONCE} are worked on at once. */
export async function* inBatches<T>(values: AsyncIterable<T>): AsyncIterable<T[]> {
  let batch: T[] = [];
  for await (const value of values) {
    batch.push(value);
    if (batch.length < MOST_ITEMS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
