import { z } from 'zod';
import { RegisterError } from '../model/register-error.ts';
import { commit } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { toldKey, toldOrganKey } from '../table/keys/organ-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';

/** Mails sent to the people of an office: `A#<organ>#O` / `TOLD`. */
export const toldSchema = z.object({
  schema: z.literal('told@1'),
  organ: z.string(),
  /** Time of the last digest by staffId, `yyyy-mm-ddThh:mm` in Vietnam. */
  digests: z.record(z.string(), z.string()),
  /** Urgent turns told at once and still waiting: `docId version staffId`. */
  urgent: z.array(z.string()),
  /** Counts changes. */
  rev: z.number().int().positive(),
  updatedAt: z.iso.datetime(),
});

/** See {@link toldSchema}. */
export type Told = z.infer<typeof toldSchema>;

const organSchema = z.object({ schema: z.literal('told-organ@1'), organ: z.string() });

/** Store of mails that were sent. */
export interface Tellings {
  /** Organs with an address of someone, as the register's members have them. */
  organs(): Promise<string[]>;
  read(organ: string): Promise<Told | undefined>;
  /** Throws `stale` where another wrote since. */
  write(told: Told): Promise<void>;
}

/** Tellings in the register's table. */
export function createTellings(table: Table): Tellings {
  return {
    organs: async () => {
      const items = await queryAll(table, { partition: toldOrganKey('a').PK });
      return items.map((item) => readItem(organSchema, item).organ);
    },
    read: async (organ) => {
      const item = await table.get(toldKey(organ));
      return item && readItem(toldSchema, item);
    },
    write: async (told) => {
      const { organ, rev } = told;
      const put = { ...toldKey(organ), ...told };
      const outcome = await commit(table, [{ put, if: rev === 1 ? isNew : equals({ rev: rev - 1 }) }]);
      if (!outcome.done) throw new RegisterError('stale', { rev: Number(outcome.reasons[0]?.item?.['rev'] ?? 0) });
    },
  };
}
