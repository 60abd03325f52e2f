import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, checkState, readOwnDocument, type SeenVersion } from '../read-document.ts';

/**
 * Links an issued document with the công văn that corrects it (đính chính, Điều 18.3): both show it, the state of neither
 * changes. Throws `wrong-state`, `stale`, `not-found`, `not-a-correction`.
 */
export async function correctDocument(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion; readonly by: string },
): Promise<DocumentItem> {
  requireRole(actor, 'correct');
  const { docId, seen, by } = input;
  const document = await readOwnDocument(deps, actor, docId);
  checkState(document, 'correct', actor);
  checkSeen(document, seen);
  return deps.register.correctDocument({
    organ: actor.organ,
    docId,
    version: seen.version,
    actor: actor.staffId,
    at: deps.clock.now(),
    by,
  });
}
