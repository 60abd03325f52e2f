import type { MarkSeenCommand } from '../commands/collaboration-commands.ts';
import { type Seen, seenSchema } from '../model/seen.schema.ts';
import { commit } from '../table/commit.ts';
import { seenKey } from '../table/keys/document-keys.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';

/** See `Register.markSeen`. The last look stands. */
export async function markSeen(table: Table, command: MarkSeenCommand): Promise<Seen> {
  const { organ, docId, staffId, contentHash } = command;
  const seen: Seen = { schema: 'seen@1', organ, docId, staffId, contentHash, at: command.at.toISOString() };
  await commit(table, [{ put: sealed({ ...seenKey(organ, docId, staffId), ...seen }) }]);
  return seen;
}

/** See `Register.getSeen`. */
export async function getSeen(table: Table, organ: string, docId: string, staffId: string): Promise<Seen | undefined> {
  const item = await table.get(seenKey(organ, docId, staffId));
  return item && readItem(seenSchema, item);
}
