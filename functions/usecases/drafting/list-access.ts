import type { View } from '#register/model/types.ts';
import type { Page } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readOwnDocument } from '../read-document.ts';

/** Lists who viewed or downloaded a document of the actor's organ, newest first. Throws `not-found`, `bad-cursor`. */
export async function listAccess(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly cursor?: string | undefined },
): Promise<Page<View>> {
  requireRole(actor, 'read-views');
  await readOwnDocument(deps, actor, input.docId);
  return deps.register.listAccess(actor.organ, input.docId, input.cursor === undefined ? {} : { cursor: input.cursor });
}
