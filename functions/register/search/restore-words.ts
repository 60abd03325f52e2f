import { z } from 'zod';
import type { RegisterRow } from '../model/register-row.schema.ts';
import { MAX_WRITES, writeAhead } from '../table/commit.ts';
import { equals } from '../table/condition.ts';
import { rowKeyOf } from '../table/keys/row-keys.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem, Table } from '../table/table.ts';
import { WORDS_VERSION, wordPuts } from './search-tokens.ts';

/** Key of an item that is about to be put. */
export const keySchema = z.object({ PK: z.string(), SK: z.string() });

/** See `Register.reindexWords`. A row names its version once its words are there, so that a crash between leaves it to be done again. */
export async function reindexWords(table: Table, rows: readonly RegisterRow[]): Promise<number> {
  const old = rows
    .filter(({ wordsVersion }) => wordsVersion !== WORDS_VERSION)
    .map((row): RegisterRow => ({ ...row, wordsVersion: WORDS_VERSION }));
  await restoreWords(table, old);
  const named = old.map((row) => ({
    update: rowKeyOf(row),
    set: { wordsVersion: WORDS_VERSION },
    if: equals({ docId: row.docId }),
  }));
  await writeAhead(table, named, 0);
  return old.length;
}

/** Tells whether a stored word leads to the row that it should. */
export function leadsToRow(
  item: StoredItem | undefined,
  { docId, year, series, codeNumber }: ReturnType<typeof wordPuts>[number],
): boolean {
  const there = [item?.['docId'], item?.['year'], item?.['series'], item?.['codeNumber']];
  return there.join('\n') === [docId, year, series, codeNumber].join('\n');
}

/** See `Register.restoreWords`. */
export async function restoreWords(table: Table, rows: readonly RegisterRow[]): Promise<number> {
  const puts = rows.flatMap(wordPuts);
  let written = 0;
  for (let from = 0; from < puts.length; from += MAX_WRITES) {
    const some = puts.slice(from, from + MAX_WRITES);
    const stand = await table.getMany(some.map((put) => readItem(keySchema, put)));
    const missing = some.filter((put, index) => !leadsToRow(stand[index], put));
    await writeAhead(
      table,
      missing.map((put) => ({ put })),
      0,
    );
    written += missing.length;
  }
  return written;
}
