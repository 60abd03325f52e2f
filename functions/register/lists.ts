import { z } from 'zod';
import { fromItem } from './attributes.ts';
import { type AuditEvent, auditEventSchema } from './audit-event.schema.ts';
import type { PageRequest } from './commands.ts';
import { limitOf, readCursor, writeCursor } from './cursor.ts';
import { type DocumentItem, documentItemSchema } from './document-item.schema.ts';
import { documentKey, outboxShard, stateIndex } from './keys.ts';
import { queryAll } from './query-all.ts';
import { readItem } from './read-item.ts';
import type { Page } from './register.ts';
import { type DueRow, dueRowSchema } from './register-row.schema.ts';
import type { Table } from './table.ts';
import { OUTBOX_SHARDS, tableShape } from './table-shape.ts';
import type { DocumentState } from './types.ts';

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
    ...(found.lastKey && { cursor: writeCursor(fromItem(found.lastKey), index.sortKey) }),
  };
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
