import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { checkSeen, checkState, isNextOf, readOwnDocument, type SeenVersion } from '../read-document.ts';
import { UseCaseError } from '../use-case-error.ts';

/**
 * Throws a draft away, by its drafter: it leaves the lists, its chain and its data stay, and a copy begins anew. What came down
 * from a superior and nobody has saved yet is nobody's to throw away. Repeating it answers the same. Throws `not-drafter`,
 * `wrong-state`, `stale`.
 */
export async function discardDraft(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: SeenVersion },
): Promise<DocumentItem> {
  requireRole(actor, 'discard');
  const { docId, seen } = input;
  const document = await readOwnDocument(deps, actor, docId);
  if (document.drafterId !== actor.staffId) throw new UseCaseError('not-drafter');
  if (document.state === 'discarded' && isNextOf(document, seen)) return document;
  checkState(document, 'discard', actor);
  checkSeen(document, seen);
  return deps.register.discardDraft({ document, actor: actor.staffId, at: deps.clock.now() });
}
