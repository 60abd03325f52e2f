import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, checkState, isNextOf, readOwnDocument, type SeenVersion } from '../read-document.ts';

/** Approves what was seen, as its signer and not its drafter; repeating it answers the same. Throws `wrong-state`, `stale`, `own-draft`. */
export async function approveDocument(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion },
): Promise<DocumentItem> {
  requireRole(actor, 'approve');
  const { docId, seen } = input;
  const document = await readOwnDocument(deps, actor, docId);
  const isDone = document.state === 'approved' && document.signerId === actor.staffId;
  if (isDone && isNextOf(document, seen)) return document;
  checkState(document, 'approve', actor);
  checkSeen(document, seen);
  return deps.register.approveDocument({
    organ: actor.organ,
    docId,
    version: seen.version,
    contentHash: document.contentHash ?? '',
    actor: actor.staffId,
    at: deps.clock.now(),
  });
}
