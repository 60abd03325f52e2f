import type {
  ApproveCommand,
  OpenCommand,
  PassCommand,
  ReturnCommand,
  RewriteCommand,
  StepBackCommand,
  SubmitCommand,
} from '../commands/approval-commands.ts';
import type { SetDeadlinesCommand, TransitionCommand } from '../commands/document-commands.ts';
import type {
  CoDraftersCommand,
  CreateDraftCommand,
  DiscardCommand,
  HandOverCommand,
  RemindCommand,
  SaveDraftCommand,
} from '../commands/draft-commands.ts';
import type { DocumentItem } from '../model/types.ts';

/** Drafts, and the way of a document to its signature. */
export interface DraftPort {
  /** Version 1, rev 1, state `draft`. Repeating it with the same data answers the document; other data throws `already-exists`. */
  createDraft(command: CreateDraftCommand): Promise<DocumentItem>;
  /** Throws `not-found`, `wrong-state`, `stale`. */
  saveDraft(command: SaveDraftCommand): Promise<DocumentItem>;
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
  /** Notes that its superior reminds the unit of a draft; false where it is none any more. */
  remindDraft(command: RemindCommand): Promise<boolean>;
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
  /** Sets or ends the deadlines of a document. Throws `wrong-state`, `stale`. */
  setDeadlines(command: SetDeadlinesCommand): Promise<DocumentItem>;
}
