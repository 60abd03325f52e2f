import type { DocumentItem, RegisterRow } from './types.ts';

/** A document that has a number, with its line of the book. */
export interface NumberedDocument {
  readonly document: DocumentItem;
  readonly row: RegisterRow;
}
