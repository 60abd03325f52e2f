import { type DocumentItem, documentItemSchema } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { listedState, stateIndex } from '../table/keys/index-keys.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem, Table } from '../table/table.ts';

/** Reads a document, strongly consistent. Throws `not-found`. */
export async function getDocument(table: Table, organ: string, docId: string): Promise<DocumentItem> {
  return readDocument(await table.get(documentKey(organ, docId)), docId);
}

/** Reads documents, strongly consistent, in the order of their ids. Throws `not-found` where one of them is not there. */
export async function getDocuments(table: Table, organ: string, docIds: readonly string[]): Promise<DocumentItem[]> {
  const items = await table.getMany(docIds.map((docId) => documentKey(organ, docId)));
  return items.map((item, index) => readDocument(item, docIds[index] ?? ''));
}

/** A stored document as a {@link DocumentItem}. Throws `not-found` where there is none. */
export function readDocument(item: StoredItem | undefined, docId: string): DocumentItem {
  if (!item) throw new RegisterError('not-found', { docId });
  return readItem(documentItemSchema, item);
}

/** A document as an item, with its key and its place in the index by state. */
export function documentItem(document: DocumentItem) {
  const { organ, docId, updatedAt } = document;
  return { ...documentKey(organ, docId), ...stateIndex(organ, listedState(document), updatedAt, docId), ...document };
}
