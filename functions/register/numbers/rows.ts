import { foldWords } from '#document/text/vietnamese.ts';
import type { PageRequest } from '../commands/page-requests.ts';
import { readDocument } from '../documents/documents.ts';
import { RegisterError } from '../model/register-error.ts';
import { type RegisterRow, registerRowSchema } from '../model/register-row.schema.ts';
import type { DocumentItem } from '../model/types.ts';
import type { NumberedDocument, Page } from '../register.ts';
import { limitOf, readTableCursor, writeTableCursor } from '../table/cursor.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { dateIndex, outboxShardOf, symbolIndex } from '../table/keys/index-keys.ts';
import { rowIdOf, rowKey, rowKeyOf } from '../table/keys/row-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem, Table } from '../table/table.ts';

/** Milliseconds that the giver of a number has for its files before recovery takes over. */
export const FILES_WITHIN_MS = 30_000;

/** A row as an item, with its key and its places in the indexes by symbol and by date. */
export function rowItem(row: RegisterRow) {
  const { organ, year, series, codeNumber } = row;
  return {
    ...rowKeyOf(row),
    ...symbolIndex(row.symbolKey, year, organ),
    ...dateIndex(organ, row.issuedDate, codeNumber, series, row),
    ...row,
    subjectFolded: foldWords(row.subject),
  };
}

/** The two attributes that keep a row in the outbox until its files are there. */
export function owed(docId: string, at: Date): { readonly outShard: string; readonly dueAt: string } {
  return { outShard: outboxShardOf(docId), dueAt: new Date(at.getTime() + FILES_WITHIN_MS).toISOString() };
}

/** A stored row as a {@link RegisterRow}. Throws `not-found` where there is none. */
export function readRow(item: StoredItem | undefined, docId: string): RegisterRow {
  if (!item) throw new RegisterError('not-found', { docId });
  return readItem(registerRowSchema, item);
}

/** The row of a document. Throws `not-found` while it has no number. */
export async function rowOf(table: Table, document: DocumentItem): Promise<RegisterRow> {
  const { docId } = document;
  const rowId = rowIdOf(document);
  if (!rowId) throw new RegisterError('not-found', { docId });
  return readRow(await table.get(rowKeyOf(rowId)), docId);
}

/** All rows of a series in the order of their numbers, strongly consistent page by page. */
export async function allRows(table: Table, organ: string, year: number, series: string): Promise<RegisterRow[]> {
  const items = await queryAll(table, { partition: rowKey(organ, year, series, 1).PK, sort: { startsWith: 'N#' } });
  return items.map((item) => readItem(registerRowSchema, item));
}

/** See `Register.listRows`. */
export async function listRows(
  table: Table,
  organ: string,
  year: number,
  series: string,
  page: PageRequest = {},
): Promise<Page<RegisterRow>> {
  const partition = rowKey(organ, year, series, 1).PK;
  const found = await table.query({
    partition,
    sort: { startsWith: 'N#' },
    limit: limitOf(page),
    ...(page.cursor !== undefined && { startAt: readTableCursor(page.cursor, partition, 'N#') }),
  });
  return {
    items: found.items.map((item) => readItem(registerRowSchema, item)),
    ...(found.lastKey && { cursor: writeTableCursor(found.lastKey) }),
  };
}

/** The document of a row. */
export async function documentOf(table: Table, row: RegisterRow): Promise<NumberedDocument> {
  return { row, document: readDocument(await table.get(documentKey(row.organ, row.docId)), row.docId) };
}
