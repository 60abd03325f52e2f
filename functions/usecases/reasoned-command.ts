import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { checkSeen, checkState, readOwnDocument, type Seen } from './read-document.ts';
import { requireRole } from './who-may.ts';

/** What a person asks who ends or sends back a document: which one, as it was seen, and why. */
export interface Reasoned {
  readonly docId: string;
  readonly seen: Seen;
  readonly reason: string;
}

/** The register's command for a transition that needs a reason, once role, state and version allow it. Throws `wrong-state`, `stale`. */
export async function reasonedCommand(deps: Deps, actor: Actor, act: 'return' | 'withdraw', input: Reasoned) {
  requireRole(actor, act);
  const { docId, seen, reason } = input;
  const document = await readOwnDocument(deps, actor, docId);
  checkState(document, act, actor);
  checkSeen(document, seen);
  return {
    organ: actor.organ,
    docId,
    version: seen.version,
    actor: actor.staffId,
    at: deps.clock.now(),
    reason: reason.normalize('NFC'),
  };
}
