import type { DocumentItem } from '../model/types.ts';

/** Names a document within its organ. The organ comes from the verified token. */
export interface DocumentRef {
  readonly organ: string;
  readonly docId: string;
}

/** A transition that someone makes now, on the document that was read for them. */
export interface TransitionCommand {
  readonly document: DocumentItem;
  /** staffId. */
  readonly actor: string;
  readonly at: Date;
}

/** Deadlines of a document, `yyyy-mm-dd`; absent: none. */
export interface SetDeadlinesCommand extends TransitionCommand {
  readonly submitBy?: string;
  readonly replyBy?: string;
}

/** Someone looked at, or took, an issued document. */
export interface RecordViewCommand extends DocumentRef {
  readonly viewId: string;
  readonly kind: 'view' | 'download';
  readonly actor: string;
  readonly at: Date;
  readonly fileId?: string;
}
