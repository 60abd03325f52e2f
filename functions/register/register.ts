import type {
  ApproveCommand,
  OpenCommand,
  PassCommand,
  ReturnCommand,
  RewriteCommand,
  StepBackCommand,
  SubmitCommand,
} from './commands/approval-commands.ts';
import type { AddNoteCommand, MarkSeenCommand, SignOfPresenceCommand } from './commands/collaboration-commands.ts';
import type {
  DocumentRef,
  RecordViewCommand,
  SetDeadlinesCommand,
  TransitionCommand,
} from './commands/document-commands.ts';
import type {
  CoDraftersCommand,
  CreateDraftCommand,
  DiscardCommand,
  HandOverCommand,
  SaveDraftCommand,
} from './commands/draft-commands.ts';
import type { AddFileCommand, PlacePaperCommand, ReplaceFileCommand } from './commands/file-commands.ts';
import type {
  AmendCommand,
  AskVoidCommand,
  CorrectCommand,
  LinkPredecessorCommand,
  VoidCommand,
  WithdrawCommand,
} from './commands/mistake-commands.ts';
import type {
  CompleteIssueCommand,
  IssueNumberCommand,
  RecordNumberCommand,
  RegisterDocumentCommand,
  RestoreNumberCommand,
  StrikeCommand,
} from './commands/number-commands.ts';
import type {
  BringInBlankCommand,
  BringInCommand,
  CorrectRecordCommand,
  DropBlankCommand,
} from './commands/older-book-commands.ts';
import type { PutProfileCommand } from './commands/organ-commands.ts';
import type { PageRequest, SearchCommand, SymbolPageRequest } from './commands/page-requests.ts';
import type { ReceiptCommand, SendCommand } from './commands/sending-commands.ts';
import type {
  CloseYearCommand,
  ConfirmSeriesCommand,
  DoubtSeriesCommand,
  OpenSeriesCommand,
  RaiseCounterCommand,
  ResetDayCommand,
} from './commands/series-commands.ts';
import type { AddBasesCommand, PutBasisCommand } from './library/bases.ts';
import type { BasisEntry, RecipientGroup } from './library/library.schema.ts';
import type { PutGroupCommand } from './library/recipient-groups.ts';
import type { BlankNumber } from './model/blank-number.schema.ts';
import type { NumberedDocument as Found } from './model/numbered-document.ts';
import type {
  AuditEvent,
  DocumentItem,
  DocumentState,
  DueRow,
  Note,
  Present,
  ProfileItem,
  RegisterRow,
  Save,
  Seen,
  SendLine,
  SeriesCounter,
  View,
  YearClosing,
} from './model/types.ts';
import type { Guest } from './organs/guest.schema.ts';
import type { AcceptGuestCommand, PutGuestCommand } from './organs/guests.ts';
import type { Office } from './organs/office.schema.ts';
import type { PutOfficeCommand } from './organs/office.ts';
import type { PutWorkingDaysCommand, WorkingDaysItem } from './organs/working-days.ts';
import type { NumberVariant, RowId } from './table/keys.ts';

export type { NumberedDocument as Found } from './model/numbered-document.ts';

/** A page of a list; a cursor is there when more may follow. */
export interface Page<T> {
  items: T[];
  cursor?: string;
}

/** An organ by a name that it has or had. */
export interface OrganName {
  organ: string;
  name: string;
}

/** `repeated`: the document had its number before this call. */
export interface Numbered extends Found {
  repeated: boolean;
}

/**
 * The register: numbers, lifecycle, audit, lookup, profiles. Each call may throw `RegisterError` with `unavailable`, `broken-item`
 * or `bad-key`; other codes are named with the call. Every change can be repeated safely, and nothing is ever deleted.
 */
export interface Register {
  /** Stores a profile, or corrects one. Throws `stale`. */
  putProfile(command: PutProfileCommand): Promise<ProfileItem>;
  /** All profiles of an organ, oldest first. */
  listProfiles(organ: string): Promise<ProfileItem[]>;

  /** How an office works, or undefined where it has said nothing. */
  getOffice(organ: string): Promise<Office | undefined>;
  /** On which days of some years an office works otherwise than by the week; none of a year that has no list. */
  getWorkingDays(organ: string, years: readonly number[]): Promise<WorkingDaysItem[]>;
  /** Throws `stale`. */
  putWorkingDays(command: PutWorkingDaysCommand): Promise<WorkingDaysItem>;
  /** Throws `stale`. */
  putOffice(command: PutOfficeCommand): Promise<Office>;

  /** Documents that an office cites as căn cứ, those taken out too. */
  listBases(organ: string): Promise<BasisEntry[]>;
  /** Throws `stale`. */
  putBasis(command: PutBasisCommand): Promise<BasisEntry>;
  /** Adds what the library does not have, and answers that. What it has stays as it is. */
  addBases(command: AddBasesCommand): Promise<BasisEntry[]>;
  /** Lines of Nơi nhận that an office uses again, those taken out too. */
  listGroups(organ: string): Promise<RecipientGroup[]>;
  /** Throws `stale`. */
  putGroup(command: PutGroupCommand): Promise<RecipientGroup>;

  /** Invites a person of another organ, changes what they may do here, or ends it. Throws `stale`, `guest-of-another`. */
  putGuest(command: PutGuestCommand): Promise<Guest>;
  /** Undefined where nobody of this id was ever invited. */
  getGuest(organ: string, staffId: string): Promise<Guest | undefined>;
  /** The guests of an organ, those who are not active any more too. */
  listGuests(organ: string): Promise<Guest[]>;
  /** Memberships of a person as a guest: present, past and offered. */
  listMemberships(home: string, staffId: string): Promise<Guest[]>;
  /** A person takes a membership; repeating it answers. Throws `not-found`, `stale`. */
  acceptMembership(command: AcceptGuestCommand): Promise<Guest>;

  /** Version 1, rev 1, state `draft`. Repeating it with the same data answers the document; other data throws `already-exists`. */
  createDraft(command: CreateDraftCommand): Promise<DocumentItem>;
  /** Throws `not-found`, `wrong-state`, `stale`. */
  saveDraft(command: SaveDraftCommand): Promise<DocumentItem>;
  /** Strongly consistent. Throws `not-found`, also for what another organ has. */
  getDocument(organ: string, docId: string): Promise<DocumentItem>;
  /** Many documents of an organ, in the order of their ids; else as `getDocument`. */
  getDocuments(organ: string, docIds: readonly string[]): Promise<DocumentItem[]>;
  /** Documents of an organ in a state, the one that waits longest first. Throws `bad-cursor`. */
  listByState(organ: string, state: DocumentState, page?: PageRequest): Promise<Page<DocumentItem>>;
  /** Tells whether a person has at least so many drafts in an organ. The index may lag. */
  hasDrafts(organ: string, drafterId: string, count: number): Promise<boolean>;
  /** The audit events of a document, first to last, for `verifyChain`. */
  listEvents(organ: string, docId: string): Promise<AuditEvent[]>;

  /** `draft` → `submitted`, frozen. Throws `not-found`, `wrong-state`, `stale`. */
  submitDocument(command: SubmitCommand): Promise<DocumentItem>;
  /**
   * A step before the signature passes what it saw; the next one, or the signer, has it then. Throws `not-found`, `wrong-state`,
   * `stale`, `content-conflict`, `no-step`, `not-holder`.
   */
  passStep(command: PassCommand): Promise<DocumentItem>;
  /** Back to the step before. Throws `not-found`, `wrong-state`, `stale`, `no-step-before`, `not-holder`. */
  stepBack(command: StepBackCommand): Promise<DocumentItem>;
  /** Gives a submitted document other data, frozen anew, with the next rev. Throws `not-found`, `wrong-state`, `stale`. */
  rewriteSubmitted(command: RewriteCommand): Promise<DocumentItem>;
  /** `submitted` → `approved`. Throws `not-found`, `wrong-state`, `stale`, `content-conflict`, `not-approver`, `own-draft`, `steps-not-passed`. */
  approveDocument(command: ApproveCommand): Promise<DocumentItem>;
  /** Records who first looked at a submitted document; the first stands. Throws `not-found`, `wrong-state`, `stale`. */
  openSubmitted(command: OpenCommand): Promise<DocumentItem>;
  /** `submitted` → `draft` while nobody has opened it. Throws `not-found`, `wrong-state`, `stale`, `already-opened`. */
  takeBack(command: TransitionCommand): Promise<DocumentItem>;
  /** `draft` → `discarded`, for good; its data stays. Throws `not-found`, `wrong-state`, `stale`. */
  discardDraft(command: DiscardCommand): Promise<DocumentItem>;
  /** `submitted` or `approved` → `draft`. Throws `not-found`, `wrong-state`, `stale`. */
  returnDocument(command: ReturnCommand): Promise<DocumentItem>;

  /** Says who saves a draft beside its drafter. Throws `not-found`, `wrong-state`, `stale`. */
  setCoDrafters(command: CoDraftersCommand): Promise<DocumentItem>;
  /** Gives a draft, or the step that it is at, to a colleague. Throws `not-found`, `wrong-state`, `stale`, `no-step`. */
  handOver(command: HandOverCommand): Promise<DocumentItem>;
  /**
   * Adds a remark to a version that is still worked on; the event that ends the version has their hash. Repeating the last one answers
   * it. Throws `not-found`, `not-remarkable`, `stale`, `too-many-notes`.
   */
  addNote(command: AddNoteCommand): Promise<Note>;
  /** The remarks on all versions of a document, in their order. */
  listNotes(organ: string, docId: string): Promise<Note[]>;
  /** Records which text of a document a person saw last. */
  markSeen(command: MarkSeenCommand): Promise<Seen>;
  /** Reads the text of a document that a person saw last; undefined before the first. */
  getSeen(organ: string, docId: string, staffId: string): Promise<Seen | undefined>;
  /** Notes that someone has a document open, or has closed it; the others who have it open, the longest first. */
  signPresence(command: SignOfPresenceCommand): Promise<Present[]>;
  /** The saves of a document that are kept, the newest first. */
  listSaves(organ: string, docId: string): Promise<Save[]>;

  /**
   * Sets where a series starts; it may be changed until its first number of our own is given, but never to a number brought
   * in, or below one. Throws `series-started`, `series-closed`, `busy`.
   */
  openSeries(command: OpenSeriesCommand): Promise<SeriesCounter>;
  /** Where a series stands, or undefined before it was opened. */
  getSeries(organ: string, year: number, series: string): Promise<SeriesCounter | undefined>;
  /**
   * `approved` → `numbered`: counter, row, document and audit event in one transaction. A document that has a number answers it,
   * whatever its state. Throws `not-found`, `wrong-state`, `stale`, `content-conflict`, `series-closed`, `series-in-doubt`,
   * `clock-wrong`, `symbol-elsewhere`, `busy`, `number-taken`, and what `checkIssueDay` throws.
   */
  issueNumber(command: IssueNumberCommand): Promise<Numbered>;
  /**
   * Nothing → `numbered`: a document that was drafted elsewhere gets the next number of its series, with its row, META and event in one
   * transaction; with `recorded` the number that another system gave. Repeating it answers. Throws `already-exists`, and as `issueNumber`
   * or `recordNumber`.
   */
  registerDocument(command: RegisterDocumentCommand): Promise<Numbered>;
  /**
   * `approved` → `numbered` with a number that another system gave: its neighbours' days are checked, and the counter's rev makes records
   * of one series wait for each other. Repeating it answers. Throws `not-found`, `wrong-state`, `stale`, `content-conflict`,
   * `series-closed`, `series-own`, `duplicate-number`, `day-out-of-order`, `symbol-elsewhere`, `busy`.
   */
  recordNumber(command: RecordNumberCommand): Promise<Numbered>;
  /** `numbered` or `issued` → `approved`: the line stays, struck. Throws as `withdrawDocument`, `not-recorded`, `series-closed`. */
  strikeRecord(command: StrikeCommand): Promise<DocumentItem>;
  /** `numbered` → `issued`. Repeating it with the same files answers. Throws `not-found`, `wrong-state`, `files-differ`. */
  completeIssue(command: CompleteIssueCommand): Promise<Found>;
  /** Records a sending of an issued document, with its recipients (Điều 18.1). Throws as `withdrawDocument`, `void-asked`. */
  sendDocument(command: SendCommand): Promise<DocumentItem>;
  /** Records that a recipient has it. Throws `not-found`, also for a line that is none, `wrong-state`, `stale`. */
  recordReceipt(command: ReceiptCommand): Promise<DocumentItem>;
  /** The recipients of all sendings of a document, in their order. */
  listSends(organ: string, docId: string): Promise<SendLine[]>;
  /** Documents that are issued and not sent, the one that waits longest first. Throws `bad-cursor`. */
  listUnsent(organ: string, page?: PageRequest): Promise<Page<DocumentItem>>;
  /** `issued` → `withdrawn` (thu hồi), frozen, with the reason. Throws `not-found`, `wrong-state`, `stale`. */
  withdrawDocument(command: WithdrawCommand): Promise<DocumentItem>;
  /** `numbered` → `voided`: the number stays taken, without files. Throws as `withdrawDocument`. */
  voidNumber(command: VoidCommand): Promise<DocumentItem>;
  /**
   * Asks that the number of an issued document be voided, while nobody outside has it. Throws as `withdrawDocument`, `already-sent`,
   * `sending-unknown`, `already-exported`, `series-closed`.
   */
  askVoid(command: AskVoidCommand): Promise<DocumentItem>;
  /** Drops what was asked. Throws as `withdrawDocument`, `void-not-asked`. */
  dropVoid(command: TransitionCommand): Promise<DocumentItem>;
  /** `issued` → `voided`, by another than who asked; what it replaced is `issued` again. Throws as `askVoid`, `void-not-asked`, `own-request`. */
  consentVoid(command: TransitionCommand): Promise<DocumentItem>;
  /** Records that a package for others is made of an issued document. Throws `not-found`, `stale`. */
  markExported(command: DocumentRef & { at: Date }): Promise<void>;
  /** Links an issued document with the one that amends it. Throws as `withdrawDocument`, `not-an-amendment`. */
  amendDocument(command: AmendCommand): Promise<DocumentItem>;
  /** Links an issued document with the công văn that corrects it. Throws as `withdrawDocument`, and `not-a-correction`. */
  correctDocument(command: CorrectCommand): Promise<DocumentItem>;
  /** Adds the signed file to an issued document, once. Throws as `withdrawDocument`, and `signed-already`, `series-closed`. */
  addSigned(command: AddFileCommand): Promise<Found>;
  /** Puts a file in the place of a wrong one, which stays in the row. Throws as `addSigned`, and `not-replaceable`. */
  replaceFile(command: ReplaceFileCommand): Promise<Found>;
  /** Links an issued document with one of a predecessor that it replaces or amends. Throws `wrong-state`, `stale`, `not-found`. */
  linkPredecessor(command: LinkPredecessorCommand): Promise<DocumentItem>;
  /** Sets or ends the deadlines of a document. Throws `wrong-state`, `stale`. */
  setDeadlines(command: SetDeadlinesCommand): Promise<DocumentItem>;
  /** Says where the signed paper lies. Throws `not-found`, `wrong-state`, `stale`. */
  placePaper(command: PlacePaperCommand): Promise<DocumentItem>;
  /** Adds its file to a paper record that was brought in without one. Throws as `addSigned`, and `has-file`. */
  addScan(command: AddFileCommand): Promise<Found>;
  /** Rows of all organs whose files are owed since before a moment: what recovery finishes. Pass the end of time after a start. */
  listDue(dueBefore: Date): Promise<DueRow[]>;
  /** Corrects a paper record that was brought in, with the reason. Throws as `withdrawDocument`, and `bad-date`, `series-closed`. */
  correctRecord(command: CorrectRecordCommand): Promise<Found>;
  /** Straight to `issued`, marked. Throws `duplicate-number`, `number-blank`, `number-not-below-start`, `already-exists`, `bad-date`. */
  bringIn(command: BringInCommand): Promise<Found>;
  /** A number of an older book without a document; the same again answers what stands. Throws as `bringIn`, and `number-blank`. */
  bringInBlank(command: BringInBlankCommand): Promise<BlankNumber>;
  /** Frees a blank number for its document, with the reason. Throws `not-found`, `series-closed`. */
  dropBlank(command: DropBlankCommand): Promise<BlankNumber>;
  /** Blank numbers of a series in a year, by number. Strongly consistent. */
  listBlanks(organ: string, year: number, series: string): Promise<BlankNumber[]>;
  /** The blank under a number, if any. Strongly consistent. */
  getBlank(rowId: RowId): Promise<BlankNumber | undefined>;

  /**
   * Locks a year of a series for good and stores what it held; a year that is closed answers what stands. Throws `unfinished`.
   */
  closeYear(command: CloseYearCommand): Promise<YearClosing>;
  /**
   * Gives a document back the number that an issued file of it bears and that the table has lost: `numbered`, to be finished.
   * Repair alone calls it. Throws `duplicate-number`, `stale`.
   */
  restoreNumber(command: RestoreNumberCommand): Promise<Found>;
  /** Lets a counter follow the rows of its series: up, never down. Repair alone calls it. Throws `stale`. */
  raiseCounter(command: RaiseCounterCommand): Promise<SeriesCounter>;
  /** Takes the day of a series back to today, where a clock had run ahead; it keeps why. Throws `not-found`, `stale`. */
  resetDay(command: ResetDayCommand): Promise<SeriesCounter>;
  /** Shuts a series after a restore until its last number is known. Restore alone calls it. Throws `stale`. */
  doubtSeries(command: DoubtSeriesCommand): Promise<SeriesCounter>;
  /** Opens it again at the number after the last. Throws `not-found`, `last-number-below`, `series-closed`, `stale`. */
  confirmSeries(command: ConfirmSeriesCommand): Promise<SeriesCounter>;
  /** Writes the words by which some rows are found, those that are missing; how many. Repair alone calls it. */
  restoreWords(rows: readonly RegisterRow[]): Promise<number>;
  /** Lets older rows be found by the tokens of this release; how many. What stands stays, so it may be run at any time, and again. */
  reindexWords(rows: readonly RegisterRow[]): Promise<number>;
  /** What a year was closed with, or undefined. */
  getClosing(organ: string, year: number, series: string): Promise<YearClosing | undefined>;
  /** Rows of a series in the order of their numbers, strongly consistent. Throws `bad-cursor`. */
  listRows(organ: string, year: number, series: string, page?: PageRequest): Promise<Page<RegisterRow>>;

  /** Strongly consistent: of this alone "chưa cấp" may be said. Undefined where no row is. */
  findInOwnSeries(
    organ: string,
    year: number,
    series: string,
    codeNumber: number,
    variant?: NumberVariant,
  ): Promise<Found | undefined>;
  /** Highest number of a series in a year, given or brought in; undefined in an empty book. Strongly consistent. */
  lastNumber(organ: string, year: number, series: string): Promise<number | undefined>;
  /** All lines under one number that are not struck, by suffix and copy: 35, the second 35, 35a. Strongly consistent. */
  listAtNumber(organ: string, year: number, series: string, codeNumber: number): Promise<Found[]>;
  /** Every organ and year that has it, newest year first; ids from the index, which may lag, states from the documents. Throws `bad-cursor`. */
  findBySymbol(symbolKey: string, page?: SymbolPageRequest): Promise<Page<Found>>;
  /**
   * Documents of an organ's book, newest first. Ids come from indexes, which may lag; what is answered is read from rows and
   * documents. A page may be short, even empty, and yet have a cursor. Throws `bad-cursor`.
   */
  search(command: SearchCommand): Promise<Page<Found>>;
  /** Organs by words of a name that they have or had, at most 20. */
  findOrgans(name: string): Promise<OrganName[]>;
  /** A document with its row. Throws `not-found` while it has no number. */
  getNumbered(organ: string, docId: string): Promise<Found>;

  /** Beside the chain; who may look was decided before. */
  recordView(command: RecordViewCommand): Promise<void>;
  /** Who looked at a document or took its files, newest first. Throws `bad-cursor`. */
  listAccess(organ: string, docId: string, page?: PageRequest): Promise<Page<View>>;
}
