import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import { keepCheck } from '../approval/check-of-approval.ts';
import { withApprover } from '../approval/with-approver.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, checkState, isNextOf, readOwnDocument, type SeenVersion } from '../read-document.ts';

/**
 * Approves what was seen, and keeps its check against the decree as its proof; as the one whom its signature block names; repeating it answers the same. Throws `wrong-state`, `stale`,
 * `not-approver`, `own-draft` (unless the office allows it).
 */
export async function approveDocument(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion },
): Promise<DocumentItem> {
  requireRole(actor, 'approve');
  const { docId, seen } = input;
  const read = await readOwnDocument(deps, actor, docId);
  const document = await withApprover(deps, read);
  const isDone = document.state === 'approved' && document.signerId === actor.staffId;
  if (isDone && isNextOf(document, seen)) return document;
  checkState(document, 'approve', actor);
  checkSeen(document, seen);
  await keepCheck(deps, document);
  const office = await deps.register.getOffice(actor.organ);
  return deps.register.approveDocument({
    document: read,
    contentHash: document.contentHash ?? '',
    ownDraftAllowed: office?.ownDraftAllowed ?? false,
    ...(document.approverId !== undefined && { approverId: document.approverId }),
    actor: actor.staffId,
    at: deps.clock.now(),
  });
}
