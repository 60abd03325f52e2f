import type { WithdrawalNotice } from '#register/commands/mistake-commands.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type ReasonInput, transitionWithReason } from '../transition-with-reason.ts';

/** Reason of a withdrawal, and its notice. */
export interface WithdrawInput extends ReasonInput {
  readonly notice?: WithdrawalNotice | undefined;
}

/**
 * Withdraws an issued document (thu hồi, Điều 18.4): it is found and read as before, with the reason and its notice, and never
 * changes again but for what its recipients answer. Throws `wrong-state`, `stale`.
 */
export async function withdrawDocument(deps: Deps, actor: Actor, input: WithdrawInput): Promise<DocumentItem> {
  const command = await transitionWithReason(deps, actor, 'withdraw', input);
  return deps.register.withdrawDocument({ ...command, ...(input.notice && { notice: input.notice }) });
}
