import type { DocumentItem } from '../register/types.ts';
import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { checkSeen, checkState, readOwnDocument, type Seen } from './read-document.ts';
import { requireRole } from './who-may.ts';

/** Sends a submitted or approved document back to its drafter, with the reason. Throws `wrong-state`, `stale`. */
export async function returnDocument(
  deps: Deps,
  actor: Actor,
  input: { readonly docId: string; readonly seen: Seen; readonly reason: string },
): Promise<DocumentItem> {
  requireRole(actor, 'return');
  const { docId, seen, reason } = input;
  const document = await readOwnDocument(deps, actor, docId);
  checkState(document, 'return', actor);
  checkSeen(document, seen);
  return deps.register.returnDocument({
    organ: actor.organ,
    docId,
    version: seen.version,
    actor: actor.staffId,
    at: deps.clock.now(),
    reason: reason.normalize('NFC'),
  });
}
