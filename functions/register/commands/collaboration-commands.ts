import type { DocumentRef } from './document-commands.ts';

/** A remark at a part of what is still worked on. */
export interface AddNoteCommand extends DocumentRef {
  /** Of the document, as it was seen. */
  version: number;
  partId?: string;
  /** The place in words. */
  place?: string;
  text: string;
  /** Of the text that was seen. */
  contentHash: string;
  actor: string;
  at: Date;
}

/** Someone saw a text of a document. */
export interface MarkSeenCommand extends DocumentRef {
  staffId: string;
  contentHash: string;
  at: Date;
}

/** A sign that someone has a document open. */
export interface SignOfPresenceCommand extends DocumentRef {
  staffId: string;
  /** They closed it. */
  hasLeft?: boolean;
  at: Date;
}
