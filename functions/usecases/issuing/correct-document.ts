import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { requireRole } from '../permissions.ts';
import { readForAct, type SeenVersion } from '../read-document.ts';

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
  const document = await readForAct(deps, actor, 'correct', input);
  return deps.register.correctDocument({ document, actor: actor.staffId, at: deps.clock.now(), by: input.by });
}
