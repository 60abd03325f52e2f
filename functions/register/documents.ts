import { type DocumentItem, documentItemSchema } from './document-item.schema.ts';
import { documentKey, stateIndex } from './keys.ts';
import { readItem } from './read-item.ts';
import { RegisterError } from './register-error.ts';
import type { StoredItem, Table } from './table.ts';

/** Reads a document, strongly consistent. Throws `not-found`. */
export async function getDocument(table: Table, organ: string, docId: string): Promise<DocumentItem> {
  return readDocument(await table.get(documentKey(organ, docId)), docId);
}

/** A stored document as a {@link DocumentItem}. Throws `not-found` where there is none. */
export function readDocument(item: StoredItem | undefined, docId: string): DocumentItem {
  if (!item) throw new RegisterError('not-found', { docId });
  return readItem(documentItemSchema, item);
}

/** A document as an item, with its key and its place in the index by state. */
export function documentItem(document: DocumentItem) {
  const { organ, docId, state, updatedAt } = document;
  return { ...documentKey(organ, docId), ...stateIndex(organ, state, updatedAt, docId), ...document };
}
