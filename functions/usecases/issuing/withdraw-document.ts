import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type ReasonInput, transitionWithReason } from '../transition-with-reason.ts';

/**
 * Withdraws an issued document (thu hồi): it is found and read as before, with the reason, and never changes again.
 * Throws `wrong-state`, `stale`.
 */
export async function withdrawDocument(deps: Deps, actor: Actor, input: ReasonInput): Promise<DocumentItem> {
  return deps.register.withdrawDocument(await transitionWithReason(deps, actor, 'withdraw', input));
}
