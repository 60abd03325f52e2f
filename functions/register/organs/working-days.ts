import { z } from 'zod';
import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { workingDaysKey } from '../table/keys/organ-keys.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';

/** On which days of a year an office works otherwise than by the week: `A#<organ>#O` / `Y#<yyyy>`. */
export const workingDaysSchema = z.object({
  schema: z.literal('working-days@1'),
  organ: z.string(),
  year: z.number().int(),
  /** Holidays, `yyyy-mm-dd`. */
  off: z.array(z.iso.date()),
  /** Saturdays and Sundays that are worked. */
  makeUp: z.array(z.iso.date()),
  /** Counts changes. */
  rev: z.number().int().positive(),
  updatedBy: z.string(),
  updatedAt: z.iso.datetime(),
});

/** See {@link workingDaysSchema}. */
export type WorkingDaysItem = z.infer<typeof workingDaysSchema>;

/** The list of a year as it is to be. `rev`: null for the first one, else the one that was seen. */
export interface PutWorkingDaysCommand extends Pick<WorkingDaysItem, 'organ' | 'year' | 'off' | 'makeUp'> {
  readonly rev: number | null;
  /** staffId. */
  readonly actor: string;
  readonly at: Date;
}

/** See `Register.getWorkingDays`. */
export async function getWorkingDays(
  table: Table,
  organ: string,
  years: readonly number[],
): Promise<WorkingDaysItem[]> {
  const items = await table.getMany(years.map((year) => workingDaysKey(organ, year)));
  return items.flatMap((item) => (item ? [readItem(workingDaysSchema, item)] : []));
}

/** See `Register.putWorkingDays`. */
export async function putWorkingDays(table: Table, command: PutWorkingDaysCommand): Promise<WorkingDaysItem> {
  const { organ, year, off, makeUp, rev, actor, at } = command;
  const item: WorkingDaysItem = {
    schema: 'working-days@1',
    organ,
    year,
    off: [...off].sort(),
    makeUp: [...makeUp].sort(),
    rev: (rev ?? 0) + 1,
    updatedBy: actor,
    updatedAt: at.toISOString(),
  };
  const put = sealed({ ...workingDaysKey(organ, year), ...item });
  const outcome = await commit(table, [{ put, if: rev === null ? isNew : equals({ rev }) }]);
  if (outcome.done) return item;
  throw new RegisterError('stale', { rev: Number(outcome.reasons[0]?.item?.['rev'] ?? 0) });
}
