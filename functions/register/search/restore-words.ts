import { z } from 'zod';
import type { RegisterRow } from '../model/register-row.schema.ts';
import { MOST_WRITES, writeAhead } from '../table/commit.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import { wordPuts } from '../words/words.ts';

/** Key of an item that is about to be put. */
export const keySchema = z.object({ PK: z.string(), SK: z.string() });

/** See `Register.restoreWords`. */
export async function restoreWords(table: Table, rows: readonly RegisterRow[]): Promise<number> {
  const puts = rows.flatMap(wordPuts);
  let written = 0;
  for (let from = 0; from < puts.length; from += MOST_WRITES) {
    const some = puts.slice(from, from + MOST_WRITES);
    const stand = await table.getMany(some.map((put) => readItem(keySchema, put)));
    const missing = some.filter((_, place) => stand[place] === undefined);
    await writeAhead(
      table,
      missing.map((put) => ({ put })),
      0,
    );
    written += missing.length;
  }
  return written;
}
