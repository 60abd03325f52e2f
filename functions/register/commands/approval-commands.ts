import type { RouteStep } from '../model/step.schema.ts';
import type { AuditDetails, BlobRef, DocumentSummary } from '../model/types.ts';
import type { TransitionCommand } from './document-commands.ts';

/** Approver of a submitted document: the person whom its signature block names. */
export interface Approver {
  /** staffId. */
  approverId: string;
  /** Tells whether that person saved the draft. */
  ownDraft: boolean;
}

/** Submitting freezes: `frozen` is the blob with the data and every profile value; its hash becomes the contentHash. */
export interface SubmitCommand extends TransitionCommand {
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

/** Someone other than the drafter looks at what was submitted: from then on it is not taken back. */
export type OpenCommand = TransitionCommand;

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
  /** Further details for the audit event. */
  details?: AuditDetails;
}

/** Other data for a submitted document, with all that follows from it, in one transition; its save is the next. */
export interface RewriteCommand extends TransitionCommand {
  act: 'change-signer' | 'edit';
  data: BlobRef;
  frozen: BlobRef;
  summary: DocumentSummary;
  approver: Approver;
  restricted?: boolean;
}
