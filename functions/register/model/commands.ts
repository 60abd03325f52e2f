import type { NumberVariant, RowId } from '../table/keys.ts';
import type { BlankNumber } from './blank-number.schema.ts';
import type { DocumentItem } from './document-item.schema.ts';
import type { IssueClock } from './issue-clock.ts';
import type { NumberedDocument } from './numbered-document.ts';
import type { Recipient } from './send-line.schema.ts';
import type { RouteStep } from './step.schema.ts';
import type { AuditDetails, BlobRef, DocumentSummary, IssuedFile } from './types.ts';

/** Names a document within its organ. The organ comes from the verified token. */
export interface DocumentRef {
  organ: string;
  docId: string;
}

/** A transition that someone makes now, on the version that they saw. */
export interface TransitionCommand extends DocumentRef {
  version: number;
  /** staffId. */
  actor: string;
  at: Date;
}

/** A new draft; its data is in the store already, and its id was chosen by the client. */
export interface CreateDraftCommand extends DocumentRef {
  data: BlobRef;
  summary: DocumentSummary;
  drafterId: string;
  /** Who made it, where that is not its drafter. */
  actor?: string;
  at: Date;
}

/** A save of a draft; `rev` is what If-Match said. */
export interface SaveDraftCommand extends DocumentRef {
  rev: number;
  /** Who takes over a draft that nobody had yet. */
  drafterId?: string;
  data: BlobRef;
  summary: DocumentSummary;
  /** staffId. */
  actor: string;
  at: Date;
}

/** Approver of a submitted document: the person whom its signature block names. */
export interface Approver {
  /** staffId. */
  approverId: string;
  /** Tells whether that person saved the draft. */
  ownDraft: boolean;
}

/** Submitting freezes: `frozen` is the blob with the data and every profile value; its hash becomes the contentHash. */
export interface SubmitCommand extends TransitionCommand {
  /** The save that was frozen. */
  rev: number;
  frozen: BlobRef;
  summary: DocumentSummary;
  approver: Approver;
  /** It goes to its own organ and those that it is sent to alone. */
  restricted?: boolean;
  /** Its steps before the signature, in their order. */
  route?: readonly RouteStep[];
  /** Issued documents of the same organ that it is to replace; they end when it is issued. */
  replaces?: readonly string[];
}

/** Đồng ý, chuyển tiếp: a step passes what it saw. `deputies`: who stands in for its holder today. */
export interface PassCommand extends TransitionCommand {
  contentHash: string;
  deputies: readonly string[];
}

/** Back to the step before, with the reason. */
export interface StepBackCommand extends TransitionCommand {
  reason: string;
  deputies: readonly string[];
}

/** Throwing away a draft: its data stays, so that a new one can be begun with it. */
export type DiscardCommand = TransitionCommand & {
  /** The save that was seen. */
  rev: number;
};

/** Someone other than the drafter looks at what was submitted: from then on it is not taken back. */
export type OpenCommand = TransitionCommand;

/** Other data for a submitted document, with all that follows from it, in one transition. */
export interface RewriteCommand extends TransitionCommand {
  act: 'change-signer' | 'edit';
  /** The save that was seen; the new one is the next. */
  rev: number;
  data: BlobRef;
  frozen: BlobRef;
  summary: DocumentSummary;
  approver: Approver;
  restricted?: boolean;
}

/**
 * Approving what was seen: `contentHash` is that of the frozen blob. The actor is the one whom the signature block names, and
 * saved none of the draft unless the office lets them.
 */
export interface ApproveCommand extends TransitionCommand {
  contentHash: string;
  /** The office lets a signer approve what they drafted. */
  ownDraftAllowed?: boolean;
  /** Approver of a submitted document: the person whom its signature block names. */
  approverId?: string;
}

/** Back to draft, with the reason that the drafter reads. */
export interface ReturnCommand extends TransitionCommand {
  reason: string;
  /** What else the audit event should say. */
  details?: AuditDetails;
}

/** Gửi đi: all recipients of one day in one act. */
export interface SendCommand extends TransitionCommand {
  /** `yyyy-mm-dd`. */
  day: string;
  /** At least one, 999 at most. */
  recipients: readonly Recipient[];
}

/** That a recipient has it. */
export interface ReceiptCommand extends TransitionCommand {
  line: string;
  /** `yyyy-mm-dd`. */
  day: string;
  by?: string;
  note?: string;
}

/** A notice of withdrawal: its số, ký hiệu as printed and its day. */
export interface WithdrawalNotice {
  symbol: string;
  /** `yyyy-mm-dd` */
  issuedDate: string;
}

/** Thu hồi: the document stays as it is, with the reason. */
export interface WithdrawCommand extends TransitionCommand {
  reason: string;
  /** The notice that recalls it (Điều 18.4). */
  notice?: WithdrawalNotice;
}

/** Ends a number whose files can never be made. */
export interface VoidCommand extends TransitionCommand {
  reason: string;
}

/** Hủy số: asks that the number of an issued document be voided. */
export interface AskVoidCommand extends TransitionCommand {
  reason: string;
}

/** Sửa đổi, bổ sung (Điều 18.3): `by` is the id of an issued document of the same organ and type. */
export interface AmendCommand extends TransitionCommand {
  by: string;
}

/** Đính chính (Điều 18.3): `by` is the id of an issued công văn of the same organ. */
export interface CorrectCommand extends TransitionCommand {
  by: string;
}

/** A file that comes later, once: the signed one, or that of a paper record; it is in the store already. */
export interface AddFileCommand extends TransitionCommand {
  file: IssuedFile;
}

/** Another file in the place of a wrong one that a person brought; it is in the store already. */
export interface ReplaceFileCommand extends TransitionCommand {
  /** The wrong one. */
  fileId: string;
  file: IssuedFile;
  reason: string;
}

/** Effect of an issued document on a predecessor's. */
export interface LinkPredecessorCommand extends TransitionCommand {
  to: { organ: string; docId: string };
  kind: 'replaces' | 'amends';
}

/** Deadlines of a document, `yyyy-mm-dd`; absent: none. */
export interface SetDeadlinesCommand extends TransitionCommand {
  submitBy?: string;
  replyBy?: string;
}

/** Shelf, box and folder of the signed paper. */
export interface PlacePaperCommand extends TransitionCommand {
  place: string;
}

/** Printed form of a number, and its folded form for the index. From `functions/document/code-notation.ts`. */
export interface NumberName {
  /** `35/KH-UBND` */
  symbol: string;
  symbolKey: string;
}

/** Gives an approved document its number and its date. */
export interface IssueNumberCommand extends DocumentRef {
  version: number;
  contentHash: string;
  actor: string;
  clock: IssueClock;
  /** `year`: that of the series, which some symbols have. */
  nameNumber(codeNumber: number, year: number): NumberName;
  /** Where the profile lets the series of a year start when it has no counter yet; 1 if absent. */
  startOf?(year: number): number;
  /** Called before the first try of a day with `yyyy-mm-dd`; what it throws ends the issue, no number spent. */
  checkIssueDay?(issuedDate: string): void | Promise<void>;
  /** Pages of the paper that was compared, for the book's line. */
  paperPages?: number;
  /** What else the audit event should say. */
  details?: AuditDetails;
  /** The document as it was read just now: it is not read again before the first try. */
  document?: DocumentItem;
}

/** A document that was drafted elsewhere: it comes with its summary, and gets the next number of its series. */
export interface RegisterDocumentCommand
  extends DocumentRef,
    Pick<IssueNumberCommand, 'actor' | 'clock' | 'nameNumber' | 'startOf' | 'checkIssueDay'> {
  summary: DocumentSummary;
  /** The blob `RegisteredDocument@1`; its hash becomes the contentHash. */
  frozen: BlobRef;
  /** The number and the day that another system gave it. */
  recorded?: { codeNumber: number; issuedDate: string };
  /** No file comes with it, and none is owed. */
  noFile?: true;
}

/** A number that another system gave to an approved document, with the day that it gave. */
export interface RecordNumberCommand extends TransitionCommand, NumberName {
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

/** Sets where a series starts; once, before its first number. */
export interface OpenSeriesCommand {
  organ: string;
  year: number;
  series: string;
  start: number;
}

/** Ends a year of a series that is over. `start`: where it starts if nothing was ever in it. */
export interface CloseYearCommand extends OpenSeriesCommand {
  actor: string;
  at: Date;
}

/** A document issued before, with the number it has. Its files, if any, are in the store already. */
export interface BringInCommand extends DocumentRef, NumberVariant {
  summary: DocumentSummary;
  year: number;
  codeNumber: number;
  symbol: string;
  symbolKey: string;
  /** `yyyy-mm-dd`, within `year`, not after the day of `at`. */
  issuedDate: string;
  files: readonly IssuedFile[];
  data?: BlobRef;
  frozen?: BlobRef;
  contentHash?: string;
  actor: string;
  at: Date;
  /** As in {@link IssueNumberCommand}; read when the current year has no counter yet. */
  startOf?(year: number): number;
}

/** A number of an older book that was cancelled, or left empty. */
export interface BringInBlankCommand
  extends Omit<BlankNumber, 'schema' | 'by' | 'at' | 'dropped'>,
    Pick<BringInCommand, 'actor' | 'at' | 'startOf'> {}

/** A blank that has a document after all. */
export interface DropBlankCommand {
  readonly rowId: RowId;
  readonly reason: string;
  readonly actor: string;
  readonly at: Date;
}

/** Corrected data of a line that was brought in; its number and symbol stay. */
export interface CorrectRecordCommand extends TransitionCommand {
  summary: DocumentSummary;
  /** Within the year of the line. */
  issuedDate: string;
  contentHash: string;
  reason: string;
}

/** A number as an issued file bears it, with the frozen blob that the file was made from. */
export interface RestoreNumberCommand extends DocumentRef, NumberName {
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

/** Counter that the rows of a series imply. */
export interface RaiseCounterCommand extends OpenSeriesCommand {
  seq: number;
  lastIssuedOn: string;
}

/** A series whose last number bears a day to come gives numbers from the day of `at` on. */
export interface ResetDayCommand {
  organ: string;
  year: number;
  series: string;
  actor: string;
  at: Date;
  reason: string;
}

/** A series that a restore leaves shut: see `SeriesCounter.doubt`. */
export interface DoubtSeriesCommand extends OpenSeriesCommand {
  since: string;
  atLeast?: number;
}

/** A person says which number of a restored series was the last; 0 where none was given. */
export interface ConfirmSeriesCommand {
  organ: string;
  year: number;
  series: string;
  last: number;
  actor: string;
  at: Date;
  reason: string;
}

/** A profile from a day on. `rev`: null for a new one, else the one it corrects. */
export interface PutProfileCommand {
  organ: string;
  validFrom: string;
  profileSchema: string;
  /** Any JSON. */
  profile: unknown;
  /** Under what names the organ is found: its own and those it had, or whose organ it took over. */
  names?: readonly string[];
  rev: number | null;
  actor: string;
  at: Date;
}

/** Someone looked at, or took, an issued document. */
export interface RecordViewCommand extends DocumentRef {
  viewId: string;
  kind: 'view' | 'download';
  actor: string;
  at: Date;
  fileId?: string;
}

/** Co-drafters of a draft: five at most, none to end it. */
export interface CoDraftersCommand extends TransitionCommand {
  coDrafters: readonly string[];
}

/** A draft, or the step that a submitted document is at, goes to a colleague. */
export interface HandOverCommand extends TransitionCommand {
  /** staffId. */
  to: string;
}

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

/** Query in the book of an organ. */
export interface SearchCommand {
  organ: string;
  /** First and last day, `yyyy-mm-dd`. */
  from: string;
  to: string;
  /** Words that the trích yếu has, in any order, and phrases, whose words stand side by side. With or without marks. */
  words?: readonly string[];
  phrases?: readonly string[];
  /** Folded words of the signer's name or position, and of a line of recipients. */
  signer?: string;
  recipient?: string;
  typeCode?: string;
  /** What the caller may see, and all else it asks for. */
  wanted(found: NumberedDocument): boolean;
  page?: PageRequest;
}

/** A page of what bears a symbol: of one year alone, and without some series, each `organ`, `year` and name. */
export interface SymbolPageRequest extends PageRequest {
  year?: number;
  except?: readonly { organ: string; year: number; series: string }[];
}

/** Page of a list. `limit` is 50 if absent, 100 at most. */
export interface PageRequest {
  cursor?: string;
  limit?: number;
}
