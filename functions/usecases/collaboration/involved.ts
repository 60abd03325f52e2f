import { vietnamDate } from '#document/dates.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { deputiesOf } from '../approval/office-steps.ts';
import { withApprover } from '../approval/with-approver.ts';
import type { Deps } from '../deps.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Throws `not-involved` unless someone drafts, checks or signs a document, or stands in for whose turn it is. */
export async function requireInvolved(deps: Deps, actor: Actor, document: DocumentItem): Promise<void> {
  const { drafterId, coDrafters = [], route = [], approverId } = await withApprover(deps, document);
  const people = [drafterId, ...coDrafters, approverId, ...route.flatMap(({ holder, deputy }) => [holder, deputy])];
  if (people.includes(actor.staffId)) return;
  const office = await deps.register.getOffice(actor.organ);
  if (deputiesOf(office, document, vietnamDate(deps.clock.now())).includes(actor.staffId)) return;
  throw new UseCaseError('not-involved');
}
