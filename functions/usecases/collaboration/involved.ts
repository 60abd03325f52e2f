import { vietnamDate } from '#document/dates.ts';
import { holdersOf } from '#register/documents/steps.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { deputiesOf } from '../approval/office-steps.ts';
import { withApprover } from '../approval/with-approver.ts';
import type { Deps } from '../deps.ts';
import { UseCaseError } from '../use-case-error.ts';

/** People of a document by what they do with it. */
export type Involved = Pick<DocumentItem, 'drafterId' | 'coDrafters' | 'route' | 'approverId'>;

/** Tells whether someone drafts, checks or signs a document. */
export function isInvolved({ drafterId, coDrafters = [], route = [], approverId }: Involved, staffId: string): boolean {
  return [drafterId, ...coDrafters, ...holdersOf(route), approverId].includes(staffId);
}

/** Throws `not-involved` unless someone drafts, checks or signs a document, or stands in for whose turn it is. */
export async function requireInvolved(deps: Deps, actor: Actor, document: DocumentItem): Promise<void> {
  if (isInvolved(await withApprover(deps, document), actor.staffId)) return;
  const office = await deps.register.getOffice(actor.organ);
  if (deputiesOf(office, document, vietnamDate(deps.clock.now())).includes(actor.staffId)) return;
  throw new UseCaseError('not-involved');
}
