import type { DocumentRef } from './document-commands.ts';

/** A remark at a part of what is still worked on. */
export interface AddNoteCommand extends DocumentRef {
  /** Of the document, as it was seen. */
  readonly version: number;
  readonly partId?: string;
  /** The place in words. */
  readonly place?: string;
  readonly text: string;
  /** Of the text that was seen. */
  readonly contentHash: string;
  readonly actor: string;
  readonly at: Date;
}

/** Someone saw a text of a document. */
export interface MarkSeenCommand extends DocumentRef {
  readonly staffId: string;
  readonly contentHash: string;
  readonly at: Date;
}

/** Someone looked at places of a draft made of an old document. */
export interface KeepWalkCommand extends DocumentRef {
  readonly staffId: string;
  readonly looked: readonly string[];
  readonly at: Date;
}

/** A sign that someone has a document open. */
export interface SignOfPresenceCommand extends DocumentRef {
  readonly staffId: string;
  /** They closed it. */
  readonly hasLeft?: boolean;
  readonly at: Date;
}
