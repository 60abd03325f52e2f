import type { DocumentItem, RegisterRow } from './types.ts';

/** A document that has a number, with its line of the book. */
export interface NumberedDocument {
  document: DocumentItem;
  row: RegisterRow;
}
