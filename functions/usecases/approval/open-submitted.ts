import { vietnamDate } from '#document/dates.ts';
import { currentStep, isHolder } from '#register/documents/steps.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';
import { deputiesOf } from './office-steps.ts';
import { withApprover } from './with-approver.ts';

/**
 * Records that the one whose turn it is looked at a submitted document: from then on its drafter asks for it and does not take it
 * back. A look of anyone else counts for nothing. Throws `wrong-state`, `stale`.
 */
export async function openSubmitted(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion },
): Promise<DocumentItem> {
  requireRole(actor, 'open-submitted');
  const read = await readForAct(deps, actor, 'take-back', input);
  const document = await withApprover(deps, read);
  const { organ, staffId } = actor;
  const at = deps.clock.now();
  const deputies = deputiesOf(await deps.register.getOffice(organ), document, vietnamDate(at));
  const isTheirs = currentStep(document) ? isHolder(document, staffId, deputies) : document.approverId === staffId;
  if (!isTheirs) return document;
  return deps.register.openSubmitted({ document: read, actor: staffId, at });
}
