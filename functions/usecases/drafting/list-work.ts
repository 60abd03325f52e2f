import { type IsoDate, vietnamDate } from '#document/dates.ts';
import { currentStep, isHolder } from '#register/documents/steps.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Office } from '#register/organs/office.schema.ts';
import type { Actor } from '../actor.ts';
import { deputiesOf } from '../approval/office-steps.ts';
import { withApprover } from '../approval/with-approver.ts';
import type { Deps } from '../deps.ts';
import { may, requireRole } from '../permissions.ts';
import { takeListed } from '../take-listed.ts';
import { MAX_DRAFTS } from './create-document.ts';

/** A list of what waits for a person. */
export type WorkListName = 'drafts' | 'returned' | 'to-check' | 'to-sign' | 'to-number' | 'to-send';

/** A document on its way, whose turn it is, and since when. */
export interface WaitingDocument {
  readonly document: DocumentItem;
  /** staffId, or the role that any of several people has. */
  readonly holder: { readonly staffId: string } | { readonly role: 'clerk' };
  readonly since: string;
  /** Hạn trình, while it is not approved. */
  readonly dueOn?: IsoDate | undefined;
  /** The day is past. */
  readonly isLate: boolean;
}

/** Most documents of a list but drafts: of these a person has at most 500. */
export const MOST_LISTED = 100;

/** Lists of what waits for a person; one that is for other roles is left out. At most {@link MOST_LISTED} documents each, the oldest first. */
export type WorkLists = Partial<Record<WorkListName, readonly WaitingDocument[]>>;

/** Lists all that waits for the actor: drafts, checks, signatures, numbers, sendings. */
export async function listWork(deps: Deps, actor: Actor): Promise<WorkLists> {
  requireRole(actor, 'read-draft');
  const { register } = deps;
  const { organ } = actor;
  const isClerk = may(actor, 'issue');
  const office = await register.getOffice(organ);
  const [own, turns, approved, unsent] = await Promise.all([
    may(actor, 'save') ? listDraftsOf(deps, actor) : [],
    may(actor, 'pass-step') ? listTurnsOf(deps, actor, office) : [],
    isClerk ? takeListed((page) => register.listByState(organ, 'approved', page), MOST_LISTED) : [],
    isClerk ? takeListed((page) => register.listUnsent(organ, page), MOST_LISTED) : [],
  ]);
  const today = vietnamDate(deps.clock.now());
  const due = (documents: readonly DocumentItem[]) => waiting(documents, today);
  return {
    ...(may(actor, 'save') && {
      drafts: due(own.filter(({ returnReason }) => returnReason === undefined)),
      returned: due(own.filter(({ returnReason }) => returnReason !== undefined)),
    }),
    ...(may(actor, 'pass-step') && {
      'to-check': due(turns.filter(currentStep)),
    }),
    ...(may(actor, 'approve') && {
      'to-sign': due(turns.filter((one) => !currentStep(one))),
    }),
    ...(isClerk && { 'to-number': due(approved), 'to-send': due(unsent) }),
  };
}

/** Lists the drafts that someone writes, alone or with others. */
function listDraftsOf({ register }: Deps, { organ, staffId }: Actor): Promise<DocumentItem[]> {
  const isOwn = ({ drafterId, coDrafters = [] }: DocumentItem) => [drafterId, ...coDrafters].includes(staffId);
  return takeListed(
    (page) => register.listByState(organ, 'draft', page),
    MAX_DRAFTS,
    (page) => page.filter(isOwn),
  );
}

/** Lists the submitted documents that wait for someone: to check, or past every step to sign. */
export function listTurnsOf(deps: Deps, actor: Actor, office: Office | undefined): Promise<DocumentItem[]> {
  const today = vietnamDate(deps.clock.now());
  const isTurn = (one: DocumentItem) =>
    currentStep(one) ? isStepOf(one, actor, office, today) : one.approverId === actor.staffId;
  return takeListed(
    (page) => deps.register.listByState(actor.organ, 'submitted', page),
    MOST_LISTED,
    async (page) => (await Promise.all(page.map((one) => withApprover(deps, one)))).filter(isTurn),
  );
}

/** Tells whether a person takes the step that a document is at today: its holder, the deputy, or who stands in. */
function isStepOf(document: DocumentItem, actor: Actor, office: Office | undefined, today: string): boolean {
  return isHolder(document, actor.staffId, deputiesOf(office, document, today));
}

function waiting(documents: readonly DocumentItem[], today: IsoDate): WaitingDocument[] {
  return documents.map((document) => {
    const { state, submitBy, updatedAt } = document;
    const dueOn = state === 'draft' || state === 'submitted' ? submitBy : undefined;
    const isLate = dueOn !== undefined && dueOn < today;
    return { document, holder: holderOf(document), since: updatedAt, ...(dueOn !== undefined && { dueOn }), isLate };
  });
}

/** Finds the holder of a document: its drafter, a step's, the signer, or any clerk. */
export function holderOf({ state, drafterId, holder, approverId }: DocumentItem): WaitingDocument['holder'] {
  if (state === 'draft') return { staffId: drafterId };
  const staffId = state === 'submitted' ? (holder ?? approverId) : undefined;
  return staffId === undefined ? { role: 'clerk' } : { staffId };
}
