import type { RecordViewCommand } from '../commands/document-commands.ts';
import type { PageRequest } from '../commands/page-requests.ts';
import { type View, viewSchema } from '../model/view.schema.ts';
import type { Page } from '../register.ts';
import { commit } from '../table/commit.ts';
import { isNew } from '../table/condition.ts';
import { limitOf, readTableCursor, writeTableCursor } from '../table/cursor.ts';
import { documentKey, viewKey } from '../table/keys/document-keys.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';

/** See `Register.recordView`. A repeat with the same id and time is the same view. */
export async function recordView(table: Table, command: RecordViewCommand): Promise<void> {
  const { organ, docId, viewId, kind, actor, fileId } = command;
  const at = command.at.toISOString();
  const view = { schema: 'view@1', organ, docId, viewId, kind, actor, at, fileId };
  await commit(table, [{ put: sealed({ ...viewKey(organ, docId, command.at, viewId), ...view }), if: isNew }]);
}

/** See `Register.listAccess`. */
export async function listAccess(
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
