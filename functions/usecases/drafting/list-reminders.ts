import { vietnamDate } from '#document/dates.ts';
import { isUnitDocId } from '#localise/units/unit-doc-id.ts';
import { currentStep } from '#register/documents/steps.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { withApprover } from '../approval/with-approver.ts';
import type { Deps } from '../deps.ts';
import { may, requireRole } from '../permissions.ts';
import { NO_DRAFTER_YET } from '../read-document.ts';
import { isStepOf } from './list-work.ts';

/** Documents that wait for someone: at most a page of each kind, the oldest first. */
export interface Reminders {
  /** Numbered but not issued: their files are owed. For clerks. */
  readonly unfinished: readonly DocumentItem[];
  /** Submitted, at a step that they take (Điều 12). */
  readonly toCheck: readonly DocumentItem[];
  /** Submitted, with their signature block, past every step: for signers. */
  readonly toApprove: readonly DocumentItem[];
  /** Approved: for clerks. */
  readonly toIssue: readonly DocumentItem[];
  /** Issued and not sent: for clerks. */
  readonly toSend: readonly DocumentItem[];
  /** Their own drafts that came back: for drafters. */
  readonly returned: readonly DocumentItem[];
  /** Drafts that came down from a superior and that nobody has gone on with, or of which it reminds: for drafters, their own and those of nobody yet. */
  readonly cameDown: readonly DocumentItem[];
}

/** Tells whether a draft is as it came from a superior: whoever saves a draft of nobody has it. */
function isUntouched({ docId, rev, version }: DocumentItem): boolean {
  return rev === 1 && version === 1 && isUnitDocId(docId);
}

/** Tells whether a draft that came down waits for the unit: untouched, or its superior reminds of it. */
export function waitsForUnit(document: DocumentItem): boolean {
  return isUntouched(document) || document.remindedAt !== undefined;
}

/** Tells whether a draft is nobody's yet. */
export function isOfNobody({ drafterId }: DocumentItem): boolean {
  return drafterId === NO_DRAFTER_YET;
}

/** Lists the documents that wait for the actor, by their roles. */
export async function listReminders(deps: Deps, actor: Actor): Promise<Reminders> {
  requireRole(actor, 'read-draft');
  const inState = async (state: DocumentItem['state'], isFor: boolean) =>
    isFor ? (await deps.register.listByState(actor.organ, state, { limit: 100 })).items : [];
  const isOwn = ({ drafterId }: DocumentItem) => drafterId === actor.staffId;
  const [numbered, submitted, approved, drafts, office] = await Promise.all([
    inState('numbered', may(actor, 'issue')),
    inState('submitted', may(actor, 'pass-step')),
    inState('approved', may(actor, 'issue')),
    inState('draft', may(actor, 'save')),
    deps.register.getOffice(actor.organ),
  ]);
  const today = vietnamDate(deps.clock.now());
  const onTheWay = await Promise.all(submitted.map((document) => withApprover(deps, document)));
  return {
    unfinished: numbered,
    toCheck: onTheWay.filter((document) => isStepOf(document, actor, office, today)),
    toApprove: onTheWay.filter((document) => !currentStep(document) && document.approverId === actor.staffId),
    toIssue: approved,
    toSend: may(actor, 'send') ? (await deps.register.listUnsent(actor.organ, { limit: 100 })).items : [],
    returned: drafts.filter((document) => isOwn(document) && document.returnReason !== undefined),
    cameDown: drafts.filter((document) => waitsForUnit(document) && (isOwn(document) || isOfNobody(document))),
  };
}
