import { vietnamDate } from '#document/dates.ts';
import { currentStep, isHolder } from '#register/documents/steps.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { deputiesOf } from '../approval/office-steps.ts';
import { withApprover } from '../approval/with-approver.ts';
import type { Deps } from '../deps.ts';
import { actionOf, may, requireRole } from '../permissions.ts';
import { checkSeen, checkState, readOwnDocument } from '../read-document.ts';
import type { ReasonInput } from '../transition-with-reason.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Reason of a return; a clerk also says that it was not signed on paper. */
export interface ReturnInput extends ReasonInput {
  readonly notSigned?: boolean | undefined;
}

/**
 * Sends a submitted or approved document back to its drafter, with the reason: the one who signs it, or of what was approved the
 * clerk, who says that it was not signed on paper; before that whoever has the step that it is at. Throws `wrong-state`, `stale`,
 * `not-holder`, `not-approver`, `unsigned-not-confirmed`.
 */
export async function returnDocument(deps: Deps, actor: Actor, input: ReturnInput): Promise<DocumentItem> {
  const { docId, seen, reason, notSigned = false } = input;
  // Whom no state lets do it is told so before they are told the state.
  requireRole(actor, may(actor, 'return') ? 'return' : 'return-approved');
  const read = await readOwnDocument(deps, actor, docId);
  const document = await withApprover(deps, read);
  requireRole(actor, actionOf('return', document.state) ?? 'return');
  checkState(document, 'return', actor);
  checkSeen(document, seen);
  const { organ, staffId } = actor;
  const at = deps.clock.now();
  const deputies = deputiesOf(await deps.register.getOffice(organ), document, vietnamDate(at));
  const asClerk = checkReturner(document, actor, deputies, notSigned) === 'clerk';
  return deps.register.returnDocument({
    document: read,
    actor: staffId,
    at,
    reason: reason.normalize('NFC'),
    ...(asClerk && { details: { notSigned } }),
  });
}

/** As whom someone returns a document. What names nobody who may approve it goes back by any signer. */
function checkReturner(
  document: DocumentItem,
  actor: Actor,
  deputies: readonly string[],
  notSigned: boolean,
): 'step' | 'signer' | 'clerk' {
  if (document.state === 'submitted' && currentStep(document)) {
    if (isHolder(document, actor.staffId, deputies)) return 'step';
    throw new RegisterError('not-holder', { docId: document.docId });
  }
  const { state, signerId, approverId = signerId, signerInfo } = document;
  const isTheirs = approverId === undefined || approverId === actor.staffId;
  if (isTheirs && may(actor, 'return')) return 'signer';
  if (state !== 'approved' || !may(actor, 'issue')) {
    throw new RegisterError('not-approver', { fullName: signerInfo?.fullName ?? '' });
  }
  if (!notSigned) throw new UseCaseError('unsigned-not-confirmed');
  return 'clerk';
}
