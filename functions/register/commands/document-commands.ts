import type { DocumentItem } from '../model/types.ts';

/** Names a document within its organ. The organ comes from the verified token. */
export interface DocumentRef {
  organ: string;
  docId: string;
}

/** A transition that someone makes now, on the document that was read for them. */
export interface TransitionCommand {
  document: DocumentItem;
  /** staffId. */
  actor: string;
  at: Date;
}

/** Deadlines of a document, `yyyy-mm-dd`; absent: none. */
export interface SetDeadlinesCommand extends TransitionCommand {
  submitBy?: string;
  replyBy?: string;
}

/** Someone looked at, or took, an issued document. */
export interface RecordViewCommand extends DocumentRef {
  viewId: string;
  kind: 'view' | 'download';
  actor: string;
  at: Date;
  fileId?: string;
}
