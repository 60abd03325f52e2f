import { currentStep } from '#register/documents/steps.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { withApprover } from '../approval/with-approver.ts';
import type { Deps } from '../deps.ts';
import { sightOf } from '../may-read.ts';
import { requireRole } from '../permissions.ts';
import { takeListed } from '../take-listed.ts';

/** Turn of a person with a document: it is drafted, takes a step before the signature, or is signed. */
export type Turn = 'draft' | 'step' | 'signature';

/** A document whose turn is one person's. */
export interface HeldDocument {
  readonly document: DocumentItem;
  readonly turn: Turn;
  /** The admin who asks may see what the document says. */
  readonly isVisible: boolean;
}

/** Most documents of a state that one answer lists; what is beyond comes once these are handed over. */
const MOST_HELD = 500;

/**
 * Lists the documents that wait for one person of the admin's office, the oldest first: what has to go to others when the person leaves.
 * Throws `role-missing`.
 */
export async function listHeld(deps: Deps, actor: Actor, staffId: string): Promise<HeldDocument[]> {
  requireRole(actor, 'put-member');
  const { register } = deps;
  const { organ } = actor;
  const [drafts, submitted, sees] = await Promise.all([
    takeListed(
      (page) => register.listByState(organ, 'draft', page),
      MOST_HELD,
      (page) => page.filter(({ drafterId }) => drafterId === staffId),
    ),
    takeListed(
      (page) => register.listByState(organ, 'submitted', page),
      MOST_HELD,
      async (page) => {
        const named = await Promise.all(page.map((one) => withApprover(deps, one)));
        return named.filter((one) => (currentStep(one)?.holder ?? one.approverId) === staffId);
      },
    ),
    sightOf(deps, actor, organ),
  ]);
  return [...drafts, ...submitted].map((document) => ({
    document,
    turn: document.state === 'draft' ? 'draft' : currentStep(document) ? 'step' : 'signature',
    isVisible: sees(document),
  }));
}
