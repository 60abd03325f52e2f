import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type ReasonInput, transitionWithReason } from '../transition-with-reason.ts';

/**
 * Asks that the number of an issued document be voided (Hủy số), while nobody outside has it; sending waits meanwhile. Throws
 * `wrong-state`, `stale`, `already-sent`, `sending-unknown`, `already-exported`, `series-closed`.
 */
export async function askVoid(deps: Deps, actor: Actor, input: ReasonInput): Promise<DocumentItem> {
  return deps.register.askVoid(await transitionWithReason(deps, actor, 'ask-void', input));
}
