import { spread } from '#base/node/hash.ts';
import type { DocumentState } from '../../model/types.ts';
import { OUTBOX_SHARDS } from '../table-shape.ts';
import { MAX_NUMBER, organPart, padded } from './key-parts.ts';
import { type NumberVariant, variantPart } from './row-keys.ts';

/** Under what the index by state has a document: what is issued and not sent yet stands apart. */
export type ListedState = DocumentState | 'unsent';

/** See {@link ListedState}. */
export function listedState({
  state,
  sending,
}: {
  readonly state: DocumentState;
  readonly sending?: 'unsent' | 'sent';
}): ListedState {
  return state === 'issued' && sending === 'unsent' ? 'unsent' : state;
}

/** Attributes of the index by state. */
export const stateIndex = (organ: string, state: ListedState, updatedAt: string, docId: string) => ({
  statePK: `${organPart(organ)}#S#${state}`,
  stateSK: `${updatedAt}#${docId}`,
});

/** Attributes of the index by symbol. */
export const symbolIndex = (symbolKey: string, year: number, organ: string) => ({
  symbolPK: `SYM#${symbolKey}`,
  symbolSK: `${padded('year', year, 9999)}#${organ}`,
});

/** Attributes of the index by date; number, suffix and copy order within a day. */
export const dateIndex = (
  organ: string,
  issuedDate: string,
  codeNumber: number,
  series: string,
  variant: NumberVariant = {},
) => ({
  datePK: `${organPart(organ)}#${issuedDate.slice(0, 4)}`,
  dateSK: `${issuedDate}#${padded('codeNumber', codeNumber, MAX_NUMBER)}#${series}${variantPart(variant)}`,
});

/** Partition of the outbox by its number. */
export const outboxShard = (shard: number): string => `OUT#${shard}`;

/** Picks the outbox partition of a document's row: even, and always the same. */
export function outboxShardOf(docId: string): string {
  return outboxShard(spread(docId) % OUTBOX_SHARDS);
}
