import type { KeepWalkCommand } from '../commands/collaboration-commands.ts';
import { type Walk, walkSchema } from '../model/walk.schema.ts';
import { commit } from '../table/commit.ts';
import { walkKey } from '../table/keys/document-keys.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';

/** See `Register.keepWalk`. The last word stands. */
export async function keepWalk(table: Table, { organ, docId, staffId, looked, at }: KeepWalkCommand): Promise<Walk> {
  const walk: Walk = { schema: 'walk@1', organ, docId, staffId, looked: [...looked], at: at.toISOString() };
  await commit(table, [{ put: sealed({ ...walkKey(organ, docId, staffId), ...walk }) }]);
  return walk;
}

/** See `Register.getWalk`. */
export async function getWalk(table: Table, organ: string, docId: string, staffId: string): Promise<Walk | undefined> {
  const item = await table.get(walkKey(organ, docId, staffId));
  return item && readItem(walkSchema, item);
}
