import type { Citation } from '#document/schemas/basis.schema.ts';
import { commit } from '../table/commit.ts';
import { isNew } from '../table/condition.ts';
import { citingKey } from '../table/keys/organ-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';
import { basisIdOf } from './bases.ts';
import { type Citing, citingSchema } from './library.schema.ts';

/** A document of an organ, and what its căn cứ cite. */
export interface AddCitingCommand {
  readonly organ: string;
  readonly docId: string;
  readonly cites: readonly Citation[];
}

/** See `Register.addCiting`. */
export async function addCiting(table: Table, { organ, docId, cites }: AddCitingCommand): Promise<void> {
  for (const entryId of new Set(cites.map(basisIdOf))) {
    const item: Citing = { schema: 'citing@1', organ, entryId, docId };
    // One that is there says the same.
    await commit(table, [{ put: sealed({ ...citingKey(organ, entryId, docId), ...item }), if: isNew }]);
  }
}

/** See `Register.listCiting`. */
export async function listCiting(table: Table, organ: string, cited: Citation): Promise<string[]> {
  const { PK, SK } = citingKey(organ, basisIdOf(cited), '');
  const items = await queryAll(table, { partition: PK, sort: { startsWith: SK } });
  return items.map((item) => readItem(citingSchema, item).docId);
}
