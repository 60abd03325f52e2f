import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';

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
  const document = await readForAct(deps, actor, 'amend', input);
  return deps.register.amendDocument({ document, actor: actor.staffId, at: deps.clock.now(), by: input.by });
}
