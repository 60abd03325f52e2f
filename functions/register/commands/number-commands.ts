import type { DocumentItem } from '../model/document-item.schema.ts';
import type { IssueClock } from '../model/issue-clock.ts';
import type { NumberedDocument } from '../model/numbered-document.ts';
import type { AuditDetails, BlobRef, DocumentSummary, IssuedFile } from '../model/types.ts';
import type { DocumentRef, TransitionCommand } from './document-commands.ts';

/** Gives an approved document its number and its date. */
export interface IssueNumberCommand {
  /** As it was read: it is not read again before the first try. */
  readonly document: DocumentItem;
  readonly contentHash: string;
  readonly actor: string;
  readonly clock: IssueClock;
  /** Start of the series in a year that has no counter yet; 1 if absent. */
  startOf?(year: number): number;
  /** Called before the first try of a day with `yyyy-mm-dd`; what it throws ends the issue, no number spent. */
  checkIssueDay?(issuedDate: string): void | Promise<void>;
  /** Pages of the paper that was compared, for the book's line. */
  readonly paperPages?: number;
  /** Further details for the audit event. */
  readonly details?: AuditDetails;
}

/** A document that was drafted elsewhere: it comes with its summary, and gets the next number of its series. */
export interface RegisterDocumentCommand
  extends DocumentRef,
    Pick<IssueNumberCommand, 'actor' | 'clock' | 'startOf' | 'checkIssueDay'> {
  /** Its symbol has the year (văn bản quy phạm pháp luật). */
  readonly symbolYear?: boolean | undefined;
  readonly summary: DocumentSummary;
  /** The blob `RegisteredDocument@1`; its hash becomes the contentHash. */
  readonly frozen: BlobRef;
  /** The number and the day that another system gave it. */
  readonly recorded?: { readonly codeNumber: number; readonly issuedDate: string };
  /** No file comes with it, and none is owed. */
  readonly noFile?: true;
  /** Outside its organ those it was sent to see it, and nobody else. */
  readonly restricted?: true;
}

/** A number that another system gave to an approved document, with the day that it gave. */
export interface RecordNumberCommand extends TransitionCommand, Pick<RegisterDocumentCommand, 'symbolYear'> {
  readonly contentHash: string;
  /** Year of the day. */
  readonly year: number;
  readonly codeNumber: number;
  /** `yyyy-mm-dd`. */
  readonly issuedDate: string;
}

/** A record that was wrong, with the reason that the book shows. */
export interface StrikeCommand extends TransitionCommand {
  readonly reason: string;
}

/** The files of a numbered document are in the store: it becomes `issued`. */
export interface CompleteIssueCommand extends DocumentRef {
  /** At least one, but of a row with `noFile`. */
  readonly files: readonly IssuedFile[];
  /** staffId, or `system` for recovery. */
  readonly actor: string;
  readonly at: Date;
  /** The document and its row as they were read, or made, just now: they are not read again before the first try. */
  readonly numbered?: NumberedDocument;
}

/** A number as an issued file bears it, with the frozen blob that the file was made from. */
export interface RestoreNumberCommand extends DocumentRef, Pick<RegisterDocumentCommand, 'symbolYear'> {
  /** It was drafted elsewhere. */
  readonly registered?: true;
  readonly restricted?: true;
  readonly summary: DocumentSummary;
  readonly frozen: BlobRef;
  readonly contentHash: string;
  readonly codeNumber: number;
  /** `yyyy-mm-dd`; its year is that of the series. */
  readonly issuedDate: string;
  readonly actor: string;
  readonly at: Date;
}
