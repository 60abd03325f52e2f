import type { RouteStep } from '../model/step.schema.ts';
import type { AuditDetails, BlobRef, DocumentSummary } from '../model/types.ts';
import type { TransitionCommand } from './document-commands.ts';

/** Approver of a submitted document: the person whom its signature block names. */
export interface Approver {
  /** staffId. */
  readonly approverId: string;
  /** Tells whether that person saved the draft. */
  readonly ownDraft: boolean;
}

/** Submitting freezes: `frozen` is the blob with the data and every profile value; its hash becomes the contentHash. */
export interface SubmitCommand extends TransitionCommand {
  readonly frozen: BlobRef;
  readonly summary: DocumentSummary;
  readonly approver: Approver;
  /** It goes to its own organ and those that it is sent to alone. */
  readonly restricted?: boolean;
  /** Its steps before the signature, in their order. */
  readonly route?: readonly RouteStep[];
  /** Issued documents of the same organ that it is to replace; they end when it is issued. */
  readonly replaces?: readonly string[];
}

/** Đồng ý, chuyển tiếp: a step passes what it saw. `deputies`: who stands in for its holder today. */
export interface PassCommand extends TransitionCommand {
  readonly contentHash: string;
  readonly deputies: readonly string[];
}

/** Back to the step before, with the reason. */
export interface StepBackCommand extends TransitionCommand {
  readonly reason: string;
  readonly deputies: readonly string[];
}

/** Someone other than the drafter looks at what was submitted: from then on it is not taken back. */
export type OpenCommand = TransitionCommand;

/**
 * Approving what was seen: `contentHash` is that of the frozen blob. The actor is the one whom the signature block names, and
 * saved none of the draft unless the office lets them.
 */
export interface ApproveCommand extends TransitionCommand {
  readonly contentHash: string;
  /** The office lets a signer approve what they drafted. */
  readonly ownDraftAllowed?: boolean;
  /** Approver of a submitted document: the person whom its signature block names. */
  readonly approverId?: string;
}

/** Back to draft, with the reason that the drafter reads. */
export interface ReturnCommand extends TransitionCommand {
  readonly reason: string;
  /** Further details for the audit event. */
  readonly details?: AuditDetails;
}

/** Other data for a submitted document, with all that follows from it, in one transition; its save is the next. */
export interface RewriteCommand extends TransitionCommand {
  readonly act: 'change-signer' | 'edit';
  readonly data: BlobRef;
  readonly frozen: BlobRef;
  readonly summary: DocumentSummary;
  readonly approver: Approver;
  readonly restricted?: boolean;
}
