import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';

/** Says where the signed paper of a document lies (Điều 19): shelf, box, folder. Throws `wrong-state`, `stale`. */
export async function placePaper(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion; readonly place: string },
): Promise<DocumentItem> {
  requireRole(actor, 'place');
  const document = await readForAct(deps, actor, 'place', input);
  return deps.register.placePaper({ document, place: input.place, actor: actor.staffId, at: deps.clock.now() });
}
