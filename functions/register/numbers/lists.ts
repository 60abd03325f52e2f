import { z } from 'zod';
import type { PageRequest } from '../commands/page-requests.ts';
import { type AuditEvent, auditEventSchema } from '../model/audit-event.schema.ts';
import { type DocumentItem, documentItemSchema } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { type DueRow, dueRowSchema } from '../model/register-row.schema.ts';
import type { DocumentState } from '../model/types.ts';
import type { Page } from '../register.ts';
import { limitOf, readCursor, writeCursor } from '../table/cursor.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { type ListedState, listedState, outboxShard, stateIndex } from '../table/keys/index-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import { OUTBOX_SHARDS, tableShape } from '../table/table-shape.ts';

/** Organ and id of a document, as an index yields them. */
export const idSchema = z.object({ organ: z.string(), docId: z.string() });

/** See `Register.listByState`. What is issued and not sent comes first. The index may lag: what has left the state is not in it. */
export async function listByState(
  table: Table,
  organ: string,
  state: DocumentState,
  { cursor, ...page }: PageRequest = {},
): Promise<Page<DocumentItem>> {
  const lists: readonly ListedState[] = state === 'issued' ? ['unsent', 'issued'] : [state];
  const { list, rest } = listOf(cursor, lists);
  const listed = await listListed(table, organ, list, { ...page, ...(rest !== undefined && { cursor: rest }) });
  const items = listed.items.filter((document) => document.state === state);
  if (listed.cursor !== undefined) return { items, cursor: `${list}.${listed.cursor}` };
  const next = lists[lists.indexOf(list) + 1];
  if (next === undefined) return { items };
  const left = limitOf(page) - items.length;
  if (left === 0) return { items, cursor: `${next}.` };
  const more = await listListed(table, organ, next, { limit: left });
  return {
    items: [...items, ...more.items.filter((document) => document.state === state)],
    ...(more.cursor !== undefined && { cursor: `${next}.${more.cursor}` }),
  };
}

/** See `Register.listUnsent`. */
export async function listUnsent(table: Table, organ: string, page: PageRequest = {}): Promise<Page<DocumentItem>> {
  const listed = await listListed(table, organ, 'unsent', page);
  return { ...listed, items: listed.items.filter((document) => listedState(document) === 'unsent') };
}

/** Names the list that a cursor belongs to, and the key it goes on from. Throws `bad-cursor`. */
function listOf(
  cursor: string | undefined,
  lists: readonly ListedState[],
): { readonly list: ListedState; readonly rest?: string } {
  const [first = 'issued'] = lists;
  if (cursor === undefined) return { list: first };
  const list = lists.find((one) => cursor.startsWith(`${one}.`));
  if (list === undefined) throw new RegisterError('bad-cursor');
  const rest = cursor.slice(list.length + 1);
  return rest === '' ? { list } : { list, rest };
}

async function listListed(
  table: Table,
  organ: string,
  list: ListedState,
  page: PageRequest,
): Promise<Page<DocumentItem>> {
  const index = tableShape.indexes.byState;
  const partition = stateIndex(organ, list, '', '').statePK;
  const found = await table.query({
    index: 'byState',
    partition,
    limit: limitOf(page),
    ...(page.cursor !== undefined && { startAt: readCursor(page.cursor, index, partition) }),
  });
  const ids = found.items.map((item) => readItem(idSchema, item));
  const stored = await table.getMany(ids.map((id) => documentKey(organ, id.docId)));
  return {
    items: stored.flatMap((item) => (item ? [readItem(documentItemSchema, item)] : [])),
    ...(found.lastKey && { cursor: writeCursor(found.lastKey, index.sortKey) }),
  };
}

/** See `Register.hasDrafts`. Where the organ has fewer, no document is read. */
export async function hasDrafts(table: Table, organ: string, drafterId: string, count: number): Promise<boolean> {
  const partition = stateIndex(organ, 'draft', '', '').statePK;
  const ids = (await queryAll(table, { index: 'byState', partition })).map((item) => readItem(idSchema, item));
  if (ids.length < count) return false;
  const stored = await table.getMany(ids.map((id) => documentKey(organ, id.docId)));
  const documents = stored.flatMap((item) => (item ? [readItem(documentItemSchema, item)] : []));
  return documents.filter((one) => one.state === 'draft' && one.drafterId === drafterId).length >= count;
}

/** See `Register.listEvents`. */
export async function listEvents(table: Table, organ: string, docId: string): Promise<AuditEvent[]> {
  const items = await queryAll(table, { partition: documentKey(organ, docId).PK, sort: { startsWith: 'AUD#' } });
  return items.map((item) => readItem(auditEventSchema, item));
}

/** See `Register.listDue`. */
export async function listDue(table: Table, dueBefore: Date): Promise<DueRow[]> {
  const due: DueRow[] = [];
  for (let shard = 0; shard < OUTBOX_SHARDS; shard++) {
    const items = await queryAll(table, {
      index: 'outbox',
      partition: outboxShard(shard),
      sort: { upTo: dueBefore.toISOString() },
    });
    due.push(...items.map((item) => readItem(dueRowSchema, item)));
  }
  return due;
}
