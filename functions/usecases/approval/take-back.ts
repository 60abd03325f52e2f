import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkDrafter, checkSeen, checkState, isNextOf, readOwnDocument, type SeenVersion } from '../read-document.ts';

/**
 * Takes a submitted document back (Rút lại), by its drafter, while nobody has opened it; repeating it answers the same. Throws
 * `not-drafter`, `wrong-state`, `stale`, `already-opened`.
 */
export async function takeBack(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion },
): Promise<DocumentItem> {
  requireRole(actor, 'take-back');
  const { docId, seen } = input;
  const document = await readOwnDocument(deps, actor, docId);
  checkDrafter(document, actor);
  if (document.state === 'draft' && document.returnReason === undefined && isNextOf(document, seen)) return document;
  checkState(document, 'take-back', actor);
  checkSeen(document, seen);
  return deps.register.takeBack({ document, actor: actor.staffId, at: deps.clock.now() });
}
