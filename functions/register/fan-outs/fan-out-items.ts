import { RegisterError } from '../model/register-error.ts';
import { equals } from '../table/condition.ts';
import { type ItemKey, keyPart } from '../table/keys/key-parts.ts';
import type { FanOutRow } from './fan-out.schema.ts';

/** Rows of one transaction. */
const BATCH_SIZE = 50;

/** Partition of the outbox with the runs that have units left to do; those of issues have a number. */
export const OPEN_RUNS = 'OUT#F';

/** A run. */
export function runKey(organ: string, runId: string): ItemKey {
  return { PK: `A#${keyPart('organ', organ)}#F#${keyPart('runId', runId)}`, SK: 'META' };
}

/** One of the runs of an organ, by its start; no run's id begins with `@`. */
export function startedKey(organ: string, createdAt: string, runId: string): ItemKey {
  return { PK: `A#${keyPart('organ', organ)}#F#@started`, SK: `${createdAt}#${keyPart('runId', runId)}` };
}

/** The two attributes that keep a run in the outbox while units are left to do. */
export function openAttributes(createdAt: string): { readonly outShard: string; readonly dueAt: string } {
  return { outShard: OPEN_RUNS, dueAt: createdAt };
}

/** One unit of a run. */
export function rowKey({ organ, runId, unitCode }: Pick<FanOutRow, 'organ' | 'runId' | 'unitCode'>): ItemKey {
  return { PK: runKey(organ, runId).PK, SK: `U#${keyPart('unitCode', unitCode)}` };
}

/** A row as an item. */
export function rowItem(row: FanOutRow) {
  return { ...rowKey(row), ...row };
}

/** Nobody has leased or settled it since it was read. */
export function asBefore({ state, attempt }: FanOutRow) {
  return equals({ state, attempt });
}

/** Reads the key of a run that an index gave. Throws `broken-item`. */
export function readRunKey(pk: unknown): { readonly organ: string; readonly runId: string } {
  const [, organ, runId] = /^A#([^#]+)#F#([^#]+)$/.exec(String(pk)) ?? [];
  if (organ !== undefined && runId !== undefined) return { organ, runId };
  throw new RegisterError('broken-item', { schema: 'fan-out@1', path: 'PK' });
}

/** Cuts a list as transactions take it. */
export function* batches<T>(list: readonly T[]): Generator<readonly T[]> {
  for (let from = 0; from < list.length; from += BATCH_SIZE) yield list.slice(from, from + BATCH_SIZE);
}
