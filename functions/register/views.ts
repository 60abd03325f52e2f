import type { PageRequest, RecordViewCommand } from './commands.ts';
import { commit } from './commit.ts';
import { limitOf, readTableCursor, writeTableCursor } from './cursor.ts';
import { isNew } from './expression.ts';
import { documentKey, viewKey } from './keys.ts';
import { readItem } from './read-item.ts';
import type { Page } from './register.ts';
import type { Table } from './table.ts';
import { type View, viewSchema } from './view.schema.ts';

/** See `Register.recordView`. A repeat with the same id and time is the same view. */
export async function recordView(table: Table, command: RecordViewCommand): Promise<void> {
  const { organ, docId, viewId, kind, actor, fileId } = command;
  const at = command.at.toISOString();
  const view = { schema: 'view@1', organ, docId, viewId, kind, actor, at, fileId };
  await commit(table, [{ put: { ...viewKey(organ, docId, command.at, viewId), ...view }, if: isNew }]);
}

/** See `Register.listViews`. */
export async function listViews(
  table: Table,
  organ: string,
  docId: string,
  page: PageRequest = {},
): Promise<Page<View>> {
  const partition = documentKey(organ, docId).PK;
  const found = await table.query({
    partition,
    sort: { startsWith: 'VIEW#' },
    newestFirst: true,
    limit: limitOf(page),
    ...(page.cursor !== undefined && { startAt: readTableCursor(page.cursor, partition, 'VIEW#') }),
  });
  return {
    items: found.items.map((item) => readItem(viewSchema, item)),
    ...(found.lastKey && { cursor: writeTableCursor(found.lastKey) }),
  };
}
