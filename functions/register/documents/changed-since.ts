import type { PageRequest } from '../commands/page-requests.ts';
import { type DocumentItem, documentItemSchema } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { stateSchema } from '../model/states.ts';
import type { Page } from '../register.ts';
import { limitOf } from '../table/cursor.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { type ListedState, stateIndex } from '../table/keys/index-keys.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import { tableShape } from '../table/table-shape.ts';

const LISTED: readonly ListedState[] = [...stateSchema.options, 'unsent'];
const CURSOR = /^\d{4}-[0-9T:.-]{18,20}Z#[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/;
/** Sorts after every change that has happened. */
const FOR_EVER = '9999-99';

/**
 * See `Register.listChangedSince`. Oldest change first: what changes while somebody pages moves on to a later page, whichever state it
 * moves to, so none is left out.
 */
export async function listChangedSince(
  table: Table,
  organ: string,
  since: Date,
  page: PageRequest = {},
): Promise<Page<DocumentItem>> {
  const limit = limitOf(page);
  const from = page.cursor === undefined ? since.toISOString() : after(page.cursor);
  const lists = await Promise.all(LISTED.map((state) => changedIn(table, { organ, state, from, limit: limit + 1 })));
  const changes = lists.flat().sort((a, b) => (a < b ? -1 : 1));
  const shown = changes.slice(0, limit);
  const last = shown.at(-1);
  const stored = await table.getMany([...new Set(shown.map(docIdOf))].map((docId) => documentKey(organ, docId)));
  return {
    items: stored.flatMap((item) => (item ? [readItem(documentItemSchema, item)] : [])),
    ...(changes.length > limit && last !== undefined && { cursor: Buffer.from(last).toString('base64url') }),
  };
}

interface ListRange {
  readonly organ: string;
  readonly state: ListedState;
  readonly from: string;
  readonly limit: number;
}

/** The sort keys of what changed in a list, in their order. */
async function changedIn(table: Table, { organ, state, from, limit }: ListRange): Promise<string[]> {
  const partition = stateIndex(organ, state, '', '').statePK;
  const found = await table.query({ index: 'byState', partition, sort: { from, to: FOR_EVER }, limit });
  return found.items.map((item) => String(item[tableShape.indexes.byState.sortKey]));
}

const docIdOf = (sortKey: string) => sortKey.slice(sortKey.indexOf('#') + 1);

/** Reads the sort key after that of a cursor. Throws `bad-cursor`. */
function after(cursor: string): string {
  const sortKey = Buffer.from(cursor, 'base64url').toString('utf8');
  if (!CURSOR.test(sortKey)) throw new RegisterError('bad-cursor');
  return `${sortKey}!`;
}
