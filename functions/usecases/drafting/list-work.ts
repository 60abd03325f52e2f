import { type IsoDate, vietnamDate } from '#document/dates.ts';
import { currentStep, isHolder } from '#register/documents/steps.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Office } from '#register/organs/office.schema.ts';
import type { Actor } from '../actor.ts';
import { deputiesOf } from '../approval/office-steps.ts';
import { withApprover } from '../approval/with-approver.ts';
import type { Deps } from '../deps.ts';
import { may, requireRole } from '../permissions.ts';

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

/** Lists of what waits for a person; one that is for other roles is left out. At most 100 documents each, the oldest first. */
export type WorkLists = Partial<Record<WorkListName, readonly WaitingDocument[]>>;

/** Lists all that waits for the actor: drafts, checks, signatures, numbers, sendings. */
export async function listWork(deps: Deps, actor: Actor): Promise<WorkLists> {
  requireRole(actor, 'read-draft');
  const inState = async (state: DocumentItem['state'], isFor: boolean) =>
    isFor ? (await deps.register.listByState(actor.organ, state, { limit: 100 })).items : [];
  const isClerk = may(actor, 'issue');
  const [drafts, submitted, approved, unsent, office] = await Promise.all([
    inState('draft', may(actor, 'save')),
    inState('submitted', may(actor, 'pass-step')),
    inState('approved', isClerk),
    isClerk ? deps.register.listUnsent(actor.organ, { limit: 100 }) : { items: [] },
    deps.register.getOffice(actor.organ),
  ]);
  const own = drafts.filter(({ drafterId, coDrafters = [] }) => [drafterId, ...coDrafters].includes(actor.staffId));
  const turns = await Promise.all(submitted.map((document) => withApprover(deps, document)));
  const today = vietnamDate(deps.clock.now());
  const due = (documents: readonly DocumentItem[]) => waiting(documents, today);
  return {
    ...(may(actor, 'save') && {
      drafts: due(own.filter(({ returnReason }) => returnReason === undefined)),
      returned: due(own.filter(({ returnReason }) => returnReason !== undefined)),
    }),
    ...(may(actor, 'pass-step') && {
      'to-check': due(turns.filter((document) => isStepOf(document, actor, office, today))),
    }),
    ...(may(actor, 'approve') && {
      'to-sign': due(turns.filter((one) => !currentStep(one) && one.approverId === actor.staffId)),
    }),
    ...(isClerk && { 'to-number': due(approved), 'to-send': due(unsent.items) }),
  };
}

/** Tells whether a person takes the step that a document is at today: its holder, the deputy, or who stands in. */
export function isStepOf(document: DocumentItem, actor: Actor, office: Office | undefined, today: string): boolean {
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
