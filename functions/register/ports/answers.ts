import type { NumberedDocument } from '../model/numbered-document.ts';

export type { NumberedDocument } from '../model/numbered-document.ts';

/** A page of a list; a cursor is there when more may follow. */
export interface Page<T> {
  readonly items: T[];
  readonly cursor?: string;
}

/** An organ by a name that it has or had. */
export interface OrganName {
  readonly organ: string;
  readonly name: string;
}

/** `repeated`: the document had its number before this call. */
export interface Numbered extends NumberedDocument {
  readonly repeated: boolean;
}
