import { isUnitDocId } from '#localise/units/unit-doc-id.ts';
import { currentStep } from '#register/documents/steps.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { may, requireRole } from '../permissions.ts';
import { NO_DRAFTER_YET } from '../read-document.ts';
import { takeListed } from '../take-listed.ts';
import { MAX_DRAFTS } from './create-document.ts';
import { listTurnsOf, MOST_LISTED } from './list-work.ts';

/** Documents that wait for someone: at most {@link MOST_LISTED} of a kind, drafts aside; the oldest first. */
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
  const { register } = deps;
  const { organ, staffId } = actor;
  const inState = (state: DocumentItem['state'], isFor: boolean) =>
    isFor ? takeListed((page) => register.listByState(organ, state, page), MOST_LISTED) : [];
  const office = await register.getOffice(organ);
  const [unfinished, turns, toIssue, drafts, toSend] = await Promise.all([
    inState('numbered', may(actor, 'issue')),
    may(actor, 'pass-step') ? listTurnsOf(deps, actor, office) : [],
    inState('approved', may(actor, 'issue')),
    may(actor, 'save') ? listWaitingDrafts(deps, actor) : [],
    may(actor, 'send') ? takeListed((page) => register.listUnsent(organ, page), MOST_LISTED) : [],
  ]);
  return {
    unfinished,
    toCheck: turns.filter(currentStep),
    toApprove: turns.filter((document) => !currentStep(document)),
    toIssue,
    toSend,
    returned: drafts.filter((document) => isReturnedTo(document, staffId)),
    cameDown: drafts.filter((document) => isForUnit(document, staffId)),
  };
}

/** Lists the drafts that came back to someone, or came down and wait for them or for anybody. */
function listWaitingDrafts({ register }: Deps, { organ, staffId }: Actor): Promise<DocumentItem[]> {
  const waits = (document: DocumentItem) => isReturnedTo(document, staffId) || isForUnit(document, staffId);
  return takeListed(
    (page) => register.listByState(organ, 'draft', page),
    MAX_DRAFTS,
    (page) => page.filter(waits),
  );
}

function isReturnedTo({ drafterId, returnReason }: DocumentItem, staffId: string): boolean {
  return drafterId === staffId && returnReason !== undefined;
}

function isForUnit(document: DocumentItem, staffId: string): boolean {
  return waitsForUnit(document) && (document.drafterId === staffId || isOfNobody(document));
}
