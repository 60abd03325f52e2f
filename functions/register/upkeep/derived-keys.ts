import { documentItem } from '../documents/documents.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import { rowItem } from '../numbers/rows.ts';
import { keySchema, leadsToRow } from '../search/restore-words.ts';
import { organNameWrites, wordPuts } from '../search/search-tokens.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem, Table } from '../table/table.ts';

const BATCH_SIZE = 100;

/** Count of a row's missing search words. */
export interface MissingWords {
  readonly row: RegisterRow;
  readonly count: number;
}

/** Attributes of a stored row that do not follow from it: those of indexes, and the folded subject. */
export function strayKeysOfRow(item: StoredItem, row: RegisterRow): string[] {
  const { symbolPK, symbolSK, datePK, dateSK, subjectFolded } = rowItem(row);
  // A struck line stands in the book alone.
  if (row.struck) return ['symbolPK', 'datePK'].filter((name) => item[name] !== undefined);
  return differing(item, { symbolPK, symbolSK, datePK, dateSK, subjectFolded });
}

/** Names, as `key name`, where items of a partition say another subject than their key. */
export function strayKeysOf(items: readonly StoredItem[], subject: StoredItem): string[] {
  const names = Object.keys(subject);
  return items.flatMap((item) =>
    names.filter((name) => item[name] !== subject[name]).map((name) => `${item['SK']} ${name}`),
  );
}

/** Attributes of a stored document that do not follow from it. */
export function strayKeysOfDocument(item: StoredItem, document: DocumentItem): string[] {
  const { statePK, stateSK } = documentItem(document);
  return differing(item, { statePK, stateSK });
}

/** Rows whose words are not all there, or lead elsewhere. Words that stand beside them are harmless: what is found is read from the rows. */
export async function missingWords(table: Table, rows: readonly RegisterRow[]): Promise<MissingWords[]> {
  const keys = rows.flatMap((row, index) =>
    wordPuts(row).map((put) => ({ index, put, key: readItem(keySchema, put) })),
  );
  const counts = new Map<number, number>();
  for (let from = 0; from < keys.length; from += BATCH_SIZE) {
    const some = keys.slice(from, from + BATCH_SIZE);
    const stored = await table.getMany(some.map(({ key }) => key));
    for (const [at, { index, put }] of some.entries()) {
      if (!leadsToRow(stored[at], put)) counts.set(index, (counts.get(index) ?? 0) + 1);
    }
  }
  return rows.flatMap((row, index) => {
    const count = counts.get(index);
    return count === undefined ? [] : [{ row, count }];
  });
}

function differing(item: StoredItem, wanted: Readonly<Record<string, string>>): string[] {
  return Object.entries(wanted).flatMap(([name, value]) => (item[name] === value ? [] : [name]));
}

/** Counts the missing or differing entries of the name directory for an organ's own names. */
export async function missingNames(table: Table, organ: string, name: string): Promise<number> {
  const wanted = organNameWrites(organ, '', [name]).flatMap((write) => ('put' in write ? [write.put] : []));
  const found = await table.getMany(wanted.map(({ PK, SK }) => ({ PK, SK })));
  return found.filter((item) => item?.['name'] !== name || item['organ'] !== organ).length;
}
