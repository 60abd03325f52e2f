import { sha256Hex } from '#base/node/hash.ts';
import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { libraryKey } from '../table/keys/organ-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';
import { type RecipientGroup, recipientGroupSchema } from './library.schema.ts';

/** A group as it is to be. `rev`: null for a new one, else the one that was seen. */
export interface PutGroupCommand
  extends Pick<RecipientGroup, 'organ' | 'name' | 'members' | 'copies' | 'way' | 'types' | 'isRemoved'> {
  readonly rev: number | null;
  /** staffId. */
  readonly actor: string;
  readonly at: Date;
}

/** See `Register.listGroups`. */
export async function listGroups(table: Table, organ: string): Promise<RecipientGroup[]> {
  const { PK } = libraryKey(organ, 'G', 'x');
  const items = await queryAll(table, { partition: PK, sort: { startsWith: 'G#' } });
  return items.map((item) => readItem(recipientGroupSchema, item));
}

/** See `Register.putGroup`. */
export async function putGroup(table: Table, command: PutGroupCommand): Promise<RecipientGroup> {
  const { organ, rev, actor, at, ...said } = command;
  const groupId = sha256Hex(said.name).slice(0, 24);
  const group: RecipientGroup = {
    schema: 'recipient-group@1',
    organ,
    groupId,
    ...said,
    rev: (rev ?? 0) + 1,
    updatedBy: actor,
    updatedAt: at.toISOString(),
  };
  const put = sealed({ ...libraryKey(organ, 'G', groupId), ...group });
  const outcome = await commit(table, [{ put, if: rev === null ? isNew : equals({ rev }) }]);
  if (outcome.done) return group;
  throw new RegisterError('stale', { rev: Number(outcome.reasons[0]?.item?.['rev'] ?? 0) });
}
