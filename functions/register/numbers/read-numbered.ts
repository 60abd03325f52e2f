import { readDocument } from '../documents/documents.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import type { NumberedDocument } from '../register.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import type { ItemKey } from '../table/keys/key-parts.ts';
import { rowIdOf, rowKeyOf } from '../table/keys/row-keys.ts';
import type { Table } from '../table/table.ts';
import { readRow } from './rows.ts';

/** Documents of an organ with their rows, in the order of their ids; undefined where there is none, or none with a number. */
export async function readNumbered(
  table: Table,
  organ: string,
  docIds: readonly string[],
): Promise<(NumberedDocument | undefined)[]> {
  const items = await table.getMany(docIds.map((docId) => documentKey(organ, docId)));
  const documents = items.map((item, index) => item && readDocument(item, docIds[index] ?? ''));
  const keys = documents.map((document) => document && keyOfRow(document));
  const rows = await table.getMany(keys.flatMap((key) => key ?? []));
  let next = 0;
  return documents.map((document, index) => {
    const item = keys[index] && rows[next++];
    const row = item && readRow(item, docIds[index] ?? '');
    return document && row?.docId === document.docId ? { document, row } : undefined;
  });
}

function keyOfRow(document: DocumentItem): ItemKey | undefined {
  const rowId = rowIdOf(document);
  return rowId && rowKeyOf(rowId);
}
