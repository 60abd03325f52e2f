import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { officeKey } from '../table/keys/organ-keys.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';
import { type Office, type OfficeWay, officeSchema } from './office.schema.ts';

/** New settings of an office. `rev`: null for the first time, else the one that was seen. */
export interface PutOfficeCommand extends OfficeWay {
  readonly organ: string;
  readonly rev: number | null;
  /** staffId. */
  readonly actor: string;
  readonly at: Date;
}

/** See `Register.getOffice`. */
export async function getOffice(table: Table, organ: string): Promise<Office | undefined> {
  const item = await table.get(officeKey(organ));
  return item && readItem(officeSchema, item);
}

/** See `Register.putOffice`. */
export async function putOffice(table: Table, command: PutOfficeCommand): Promise<Office> {
  const { organ, rev, actor, at, ...way } = command;
  const office: Office = {
    schema: 'office@1',
    organ,
    ...way,
    rev: (rev ?? 0) + 1,
    updatedBy: actor,
    updatedAt: at.toISOString(),
  };
  const put = sealed({ ...officeKey(organ), ...office });
  const outcome = await commit(table, [{ put, if: rev === null ? isNew : equals({ rev }) }]);
  if (outcome.done) return office;
  throw new RegisterError('stale', { rev: Number(outcome.reasons[0]?.item?.['rev'] ?? 0) });
}
