import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type ReasonInput, transitionWithReason } from '../transition-with-reason.ts';

/** Sends a submitted or approved document back to its drafter, with the reason. Throws `wrong-state`, `stale`. */
export async function returnDocument(deps: Deps, actor: Actor, input: ReasonInput): Promise<DocumentItem> {
  return deps.register.returnDocument(await transitionWithReason(deps, actor, 'return', input));
}
