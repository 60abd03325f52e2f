import type { Present } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';

/**
 * Notes that the actor has a document open, or has closed it. It tells who else has it open, and since when. A sign a
 * minute keeps them there; nothing is locked. Throws `not-found`.
 */
export async function signPresence(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly hasLeft?: boolean | undefined },
): Promise<Present[]> {
  requireRole(actor, 'read-draft');
  const { organ, docId } = await readOwnDocument(deps, actor, input.docId);
  const { hasLeft = false } = input;
  return deps.register.signPresence({ organ, docId, staffId: actor.staffId, hasLeft, at: deps.clock.now() });
}
