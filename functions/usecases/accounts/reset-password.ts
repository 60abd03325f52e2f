import type { Actor } from '../actor.ts';
import { requireRole } from '../permissions.ts';
import { UseCaseError } from '../use-case-error.ts';
import type { Accounts, OneTimePassword } from './accounts.ts';

/**
 * Gives a member of the actor's organ a one-time password in place of theirs. Throws `own-reset`: with a session left open, nobody
 * gets an admin's account for good.
 */
export async function resetPassword(
  accounts: Pick<Accounts, 'reset'>,
  actor: Actor,
  { staffId }: { readonly staffId: string },
): Promise<OneTimePassword> {
  requireRole(actor, 'reset-password');
  if (staffId === actor.staffId) throw new UseCaseError('own-reset');
  return accounts.reset({ organ: actor.organ, staffId });
}
