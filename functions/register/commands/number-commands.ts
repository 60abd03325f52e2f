import type { DocumentItem } from '../model/document-item.schema.ts';
import type { IssueClock } from '../model/issue-clock.ts';
import type { NumberedDocument } from '../model/numbered-document.ts';
import type { AuditDetails, BlobRef, DocumentSummary, IssuedFile } from '../model/types.ts';
import type { DocumentRef, TransitionCommand } from './document-commands.ts';

/** Gives an approved document its number and its date. */
export interface IssueNumberCommand {
  /** As it was read: it is not read again before the first try. */
  document: DocumentItem;
  contentHash: string;
  actor: string;
  clock: IssueClock;
  /** Start of the series in a year that has no counter yet; 1 if absent. */
  startOf?(year: number): number;
  /** Called before the first try of a day with `yyyy-mm-dd`; what it throws ends the issue, no number spent. */
  checkIssueDay?(issuedDate: string): void | Promise<void>;
  /** Pages of the paper that was compared, for the book's line. */
  paperPages?: number;
  /** Further details for the audit event. */
  details?: AuditDetails;
}

/** A document that was drafted elsewhere: it comes with its summary, and gets the next number of its series. */
export interface RegisterDocumentCommand
  extends DocumentRef,
    Pick<IssueNumberCommand, 'actor' | 'clock' | 'startOf' | 'checkIssueDay'> {
  /** Its symbol has the year (văn bản quy phạm pháp luật). */
  symbolYear?: boolean | undefined;
  summary: DocumentSummary;
  /** The blob `RegisteredDocument@1`; its hash becomes the contentHash. */
  frozen: BlobRef;
  /** The number and the day that another system gave it. */
  recorded?: { codeNumber: number; issuedDate: string };
  /** No file comes with it, and none is owed. */
  noFile?: true;
  /** Outside its organ those it was sent to see it, and nobody else. */
  restricted?: true;
}

/** A number that another system gave to an approved document, with the day that it gave. */
export interface RecordNumberCommand extends TransitionCommand, Pick<RegisterDocumentCommand, 'symbolYear'> {
  contentHash: string;
  /** Year of the day. */
  year: number;
  codeNumber: number;
  /** `yyyy-mm-dd`. */
  issuedDate: string;
}

/** A record that was wrong, with the reason that the book shows. */
export interface StrikeCommand extends TransitionCommand {
  reason: string;
}

/** The files of a numbered document are in the store: it becomes `issued`. */
export interface CompleteIssueCommand extends DocumentRef {
  /** At least one, but of a row with `noFile`. */
  files: readonly IssuedFile[];
  /** staffId, or `system` for recovery. */
  actor: string;
  at: Date;
  /** The document and its row as they were read, or made, just now: they are not read again before the first try. */
  numbered?: NumberedDocument;
}

/** A number as an issued file bears it, with the frozen blob that the file was made from. */
export interface RestoreNumberCommand extends DocumentRef, Pick<RegisterDocumentCommand, 'symbolYear'> {
  /** It was drafted elsewhere. */
  registered?: true;
  restricted?: true;
  summary: DocumentSummary;
  frozen: BlobRef;
  contentHash: string;
  codeNumber: number;
  /** `yyyy-mm-dd`; its year is that of the series. */
  issuedDate: string;
  actor: string;
  at: Date;
}
