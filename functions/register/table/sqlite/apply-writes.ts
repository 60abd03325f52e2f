import { conditionHolds } from '../condition-holds.ts';
import type { ItemKey } from '../keys/key-parts.ts';
import { MAX_TRANSACTION_BYTES } from '../limits.ts';
import type { Outcome, Reason, StoredItem } from '../table.ts';
import type { Write } from '../write.ts';
import { checkedSize, type StoredItems } from './stored-items.ts';

/**
 * Judges all writes of a transaction against the state before it, then makes all of them or none. Runs inside a transaction of
 * the database. Throws RangeError for what DynamoDB refuses, TypeError for values that no item holds.
 */
export function applyWrites(items: StoredItems, writes: readonly Write[]): Outcome {
  const planned = writes.map((write) => {
    const standing = items.get(keyOf(write));
    return {
      standing,
      holds: write.if === undefined || conditionHolds(write.if, standing),
      next: nextItem(write, standing),
    };
  });
  const total = planned.reduce((sum, { next }) => sum + (next ? checkedSize(next) : 0), 0);
  if (total > MAX_TRANSACTION_BYTES) throw new RangeError('a transaction has 4 MB at most');
  if (planned.some(({ holds }) => !holds)) {
    return {
      done: false,
      reasons: planned.map(({ standing, holds }) => (holds ? { code: 'None' } : failed(standing))),
    };
  }
  for (const { next } of planned) if (next) items.put(next);
  return { done: true };
}

/** Tells whether a transaction only checks: then there is nothing to commit. */
export function changesNothing(writes: readonly Write[]): boolean {
  return writes.every((write) => 'check' in write);
}

/** The key of the item that a write is for. */
export function keyOf(write: Write): ItemKey {
  if ('put' in write) return { PK: write.put.PK, SK: write.put.SK };
  return 'check' in write ? write.check : write.update;
}

function failed(item: StoredItem | undefined): Reason {
  return { code: 'ConditionalCheckFailed', ...(item && { item }) };
}

function nextItem(write: Write, standing: StoredItem | undefined): (ItemKey & StoredItem) | undefined {
  if ('put' in write) return write.put;
  if ('check' in write) return undefined;
  const { PK, SK } = write.update;
  const next: ItemKey & StoredItem = { ...standing, PK, SK };
  for (const [name, value] of Object.entries(write.set)) if (value !== undefined) next[name] = value;
  for (const name of write.remove ?? []) delete next[name];
  return next;
}
