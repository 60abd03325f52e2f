import type { View } from '#register/model/types.ts';
import type { Page } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { readOwnDocument } from '../read-document.ts';
import { requireRole } from '../who-may.ts';

/** Who looked at a document of the actor's organ or took its files, newest first. Throws `not-found`, `bad-cursor`. */
export async function listViews(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly cursor?: string | undefined },
): Promise<Page<View>> {
  requireRole(actor, 'read-views');
  await readOwnDocument(deps, actor, input.docId);
  return deps.register.listViews(actor.organ, input.docId, input.cursor === undefined ? {} : { cursor: input.cursor });
}
