import type { DocumentItem } from '#register/model/types.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { may } from '../permissions.ts';
import { type ReasonInput, transitionWithReason } from '../transition-with-reason.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Who sends back says why; a clerk also that it was not signed on paper. */
export interface ReturnInput extends ReasonInput {
  readonly notSigned?: boolean | undefined;
}

/**
 * Sends a submitted or approved document back to its drafter, with the reason: the signer, or of what was approved the clerk, who
 * says that it was not signed on paper. Throws `wrong-state`, `stale`, `unsigned-not-confirmed`.
 */
export async function returnDocument(deps: Deps, actor: Actor, input: ReturnInput): Promise<DocumentItem> {
  const command = await transitionWithReason(deps, actor, 'return', input);
  const isSigner = may(actor, 'return');
  if (!isSigner && !input.notSigned) throw new UseCaseError('unsigned-not-confirmed');
  return deps.register.returnDocument({ ...command, ...(!isSigner && { facts: { notSigned: true } }) });
}
