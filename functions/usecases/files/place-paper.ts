import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, checkState, readOwnDocument, type SeenVersion } from '../read-document.ts';

/** Says where the signed paper of a document lies (Điều 19): shelf, box, folder. Throws `wrong-state`, `stale`. */
export async function placePaper(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion; readonly place: string },
): Promise<DocumentItem> {
  requireRole(actor, 'place');
  const { docId, seen, place } = input;
  const document = await readOwnDocument(deps, actor, docId);
  checkState(document, 'place', actor);
  checkSeen(document, seen);
  const { organ, staffId } = actor;
  return deps.register.placePaper({ organ, docId, version: seen.version, place, actor: staffId, at: deps.clock.now() });
}
