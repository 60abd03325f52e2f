import type { RecordViewCommand } from './commands.ts';
import { commit } from './commit.ts';
import { isNew } from './expression.ts';
import { viewKey } from './keys.ts';
import type { Table } from './table.ts';

/** See `Register.recordView`. A repeat with the same id and time is the same view. */
export async function recordView(table: Table, command: RecordViewCommand): Promise<void> {
  const { organ, docId, viewId, kind, actor, fileId } = command;
  const at = command.at.toISOString();
  const view = { schema: 'view@1', organ, docId, viewId, kind, actor, at, fileId };
  await commit(table, [{ put: { ...viewKey(organ, docId, command.at, viewId), ...view }, if: isNew }]);
}
