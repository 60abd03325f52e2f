import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { actionOf, requireRole } from './permissions.ts';
import { checkSeen, checkState, readOwnDocument, type SeenVersion } from './read-document.ts';

/** Input of a transition that needs a reason. */
export interface ReasonInput {
  readonly docId: string;
  readonly seen: SeenVersion;
  readonly reason: string;
}

/** The register's command for a transition that needs a reason, once role, state and version allow it. Throws `wrong-state`, `stale`. */
export async function transitionWithReason(deps: Deps, actor: Actor, act: 'return' | 'withdraw', input: ReasonInput) {
  const { docId, seen, reason } = input;
  // Who may do it in no state is told so before they are told the state.
  requireRole(actor, act === 'return' ? 'return-approved' : act);
  const document = await readOwnDocument(deps, actor, docId);
  requireRole(actor, actionOf(act, document.state) ?? act);
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
