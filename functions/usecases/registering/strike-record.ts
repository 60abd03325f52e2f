import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type ReasonInput, transitionWithReason } from '../transition-with-reason.ts';

/**
 * Strikes a number that was recorded by mistake: its line stays in the book, struck, and the document waits for its number again.
 * Throws `wrong-state`, `stale`, `not-recorded`, `series-closed`.
 */
export async function strikeRecord(deps: Deps, actor: Actor, input: ReasonInput): Promise<DocumentItem> {
  return deps.register.strikeRecord(await transitionWithReason(deps, actor, 'strike', input));
}
