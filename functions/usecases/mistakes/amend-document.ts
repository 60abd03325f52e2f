import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, checkState, readOwnDocument, type SeenVersion } from '../read-document.ts';

/**
 * Links an issued document with the one of the same type that amends it (sửa đổi, bổ sung, Điều 18.3): it stays in force, and both
 * show the link. Throws `wrong-state`, `stale`, `not-found`, `not-an-amendment`.
 */
export async function amendDocument(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion; readonly by: string },
): Promise<DocumentItem> {
  requireRole(actor, 'amend');
  const { docId, seen, by } = input;
  const document = await readOwnDocument(deps, actor, docId);
  checkState(document, 'amend', actor);
  checkSeen(document, seen);
  const { organ, staffId } = actor;
  return deps.register.amendDocument({ organ, docId, version: seen.version, actor: staffId, at: deps.clock.now(), by });
}
