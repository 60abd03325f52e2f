import { z } from 'zod';
import type { SymbolPageRequest } from '../commands/page-requests.ts';
import { getDocument, readDocument } from '../documents/documents.ts';
import type { NumberedDocument, Page } from '../register.ts';
import { limitOf, readCursor, writeCursor } from '../table/cursor.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { type NumberVariant, rowKey } from '../table/keys/row-keys.ts';
import { queryAll } from '../table/query-all.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import { tableShape } from '../table/table-shape.ts';
import { idSchema } from './lists.ts';
import { documentOf, readRow, rowOf } from './rows.ts';

const numberSchema = z.object({ codeNumber: z.number().int() });
const hitSchema = idSchema.extend({ PK: z.string(), SK: z.string(), symbolSK: z.string() });

/** See `Register.findInOwnSeries`. */
export async function findInOwnSeries(
  table: Table,
  organ: string,
  year: number,
  series: string,
  codeNumber: number,
  variant: NumberVariant = {},
): Promise<NumberedDocument | undefined> {
  const item = await table.get(rowKey(organ, year, series, codeNumber, variant));
  return item && (await documentOf(table, readRow(item, '')));
}

/** See `Register.listAtNumber`. */
export async function listAtNumber(
  table: Table,
  organ: string,
  year: number,
  series: string,
  codeNumber: number,
): Promise<NumberedDocument[]> {
  const { PK: partition, SK } = rowKey(organ, year, series, codeNumber);
  const items = await queryAll(table, { partition, sort: { startsWith: SK } });
  const rows = items.map((item) => readRow(item, ''));
  return Promise.all(rows.filter(({ struck }) => !struck).map((row) => documentOf(table, row)));
}

/** See `Register.lastNumber`. */
export async function lastNumber(
  table: Table,
  organ: string,
  year: number,
  series: string,
): Promise<number | undefined> {
  const { PK: partition } = rowKey(organ, year, series, 1);
  const { items } = await table.query({ partition, sort: { startsWith: 'N#' }, newestFirst: true, limit: 1 });
  return items.map((item) => readItem(numberSchema, item).codeNumber).at(0);
}

/** See `Register.getNumbered`. */
export async function getNumbered(table: Table, organ: string, docId: string): Promise<NumberedDocument> {
  const document = await getDocument(table, organ, docId);
  return { document, row: await rowOf(table, document) };
}

/** See `Register.findBySymbol`. What is not wanted of the index is passed over before anything is read of it. */
export async function findBySymbol(
  table: Table,
  symbolKey: string,
  page: SymbolPageRequest = {},
): Promise<Page<NumberedDocument>> {
  const index = tableShape.indexes.bySymbol;
  const partition = `SYM#${symbolKey}`;
  const limit = limitOf(page);
  const except = new Set((page.except ?? []).map(({ organ, year, series }) => rowKey(organ, year, series, 1).PK));
  const answer = await table.query({
    index: 'bySymbol',
    partition,
    newestFirst: true,
    ...(page.year !== undefined && { sort: { startsWith: `${page.year}#` } }),
    // A series has a number once: the page is full without those that are passed over.
    limit: limit + except.size,
    ...(page.cursor !== undefined && { startAt: readCursor(page.cursor, index, partition) }),
  });
  const wanted = answer.items.map((item) => readItem(hitSchema, item)).filter(({ PK }) => !except.has(PK));
  const hits = wanted.slice(0, limit);
  const next = wanted.length > limit ? hits.at(-1) : answer.lastKey;
  const keys = hits.flatMap((hit) => [{ PK: hit.PK, SK: hit.SK }, documentKey(hit.organ, hit.docId)]);
  const stored = await table.getMany(keys);
  return {
    items: hits.map(({ docId }, index) => ({
      row: readRow(stored[2 * index], docId),
      document: readDocument(stored[2 * index + 1], docId),
    })),
    ...(next && { cursor: writeCursor(next, index.sortKey) }),
  };
}
