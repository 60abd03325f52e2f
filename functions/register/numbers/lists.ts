import { z } from 'zod';
import { type AuditEvent, auditEventSchema } from '../model/audit-event.schema.ts';
import type { PageRequest } from '../model/commands.ts';
import { type DocumentItem, documentItemSchema } from '../model/document-item.schema.ts';
import { type DueRow, dueRowSchema } from '../model/register-row.schema.ts';
import type { DocumentState } from '../model/types.ts';
import type { Page } from '../register.ts';
import { limitOf, readCursor, writeCursor } from '../table/cursor.ts';
import { documentKey, outboxShard, stateIndex } from '../table/keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import { OUTBOX_SHARDS, tableShape } from '../table/table-shape.ts';

/** What an index yields: whose, and which. */
export const idSchema = z.object({ organ: z.string(), docId: z.string() });

/** See `Register.listByState`. The index may lag: what has left the state meanwhile is not in the page. */
export async function listByState(
  table: Table,
  organ: string,
  state: DocumentState,
  page: PageRequest = {},
): Promise<Page<DocumentItem>> {
  const index = tableShape.indexes.byState;
  const partition = stateIndex(organ, state, '', '').statePK;
  const found = await table.query({
    index: 'byState',
    partition,
    limit: limitOf(page),
    ...(page.cursor !== undefined && { startAt: readCursor(page.cursor, index, partition) }),
  });
  const ids = found.items.map((item) => readItem(idSchema, item));
  const stored = await table.getMany(ids.map((id) => documentKey(organ, id.docId)));
  const documents = stored.flatMap((item) => (item ? [readItem(documentItemSchema, item)] : []));
  return {
    items: documents.filter((document) => document.state === state),
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
