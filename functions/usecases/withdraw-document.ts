import type { DocumentItem } from '../register/types.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { checkSeen, checkState, readOwnDocument, type Seen } from './read-document.ts';
import { requireRole } from './who-may.ts';

/**
 * Withdraws an issued document (thu hồi): it is found and read as before, with the reason, and never changes again.
 * Throws `wrong-state`, `stale`.
 */
export async function withdrawDocument(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: Seen; readonly reason: string },
): Promise<DocumentItem> {
  requireRole(actor, 'withdraw');
  const { docId, seen, reason } = input;
  const document = await readOwnDocument(deps, actor, docId);
  checkState(document, 'withdraw', actor);
  checkSeen(document, seen);
  return deps.register.withdrawDocument({
    organ: actor.organ,
    docId,
    version: seen.version,
    actor: actor.staffId,
    at: deps.clock.now(),
    reason: reason.normalize('NFC'),
  });
}
