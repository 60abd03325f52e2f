import type { Actor } from './actor.ts';
import type { Deps } from './deps.ts';
import { requireRole } from './permissions.ts';
import { readForAct, type SeenVersion } from './read-document.ts';

/** Input of a transition that needs a reason. */
export interface ReasonInput {
  readonly docId: string;
  readonly seen: SeenVersion;
  readonly reason: string;
}

/** The register's command for a transition that needs a reason, once role, state and version allow it. Throws `wrong-state`, `stale`. */
export async function transitionWithReason(
  deps: Deps,
  actor: Actor,
  act: 'withdraw' | 'ask-void' | 'strike',
  input: ReasonInput,
) {
  requireRole(actor, act);
  const document = await readForAct(deps, actor, act, input);
  return { document, actor: actor.staffId, at: deps.clock.now(), reason: input.reason.normalize('NFC') };
}
