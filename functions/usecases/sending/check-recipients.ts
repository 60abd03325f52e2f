import { RegisterError } from '#register/model/register-error.ts';
import type { Recipient } from '#register/model/types.ts';
import type { Deps } from '../deps.ts';
import { inParallel } from '../in-parallel.ts';
import { UseCaseError } from '../use-case-error.ts';

const AT_ONCE = 16;

/**
 * Refuses recipients whose `organId` no organ here has, all at once: who was meant would not see a restricted document, and who takes
 * the id later would. An office outside this system is sent to without one. Throws `no-such-recipients`.
 */
export async function checkRecipients(deps: Pick<Deps, 'register'>, recipients: readonly Recipient[]): Promise<void> {
  const ids = [...new Set(recipients.flatMap(({ organId }) => organId ?? []))];
  const known = new Set((await inParallel(ids, AT_ONCE, (id) => knownIn(deps, id))).flat());
  const unknown = recipients.filter(({ organId }) => organId !== undefined && !known.has(organId));
  if (unknown.length === 0) return;
  const said = unknown.map(({ name, organId }) => `${name} (${organId})`).join('; ');
  throw new UseCaseError('no-such-recipients', { params: { recipients: said } });
}

/** The id where an organ has it: one with a profile, even a profile that no schema reads. */
async function knownIn({ register }: Pick<Deps, 'register'>, organ: string): Promise<string[]> {
  try {
    return (await register.listProfiles(organ)).length > 0 ? [organ] : [];
  } catch (error) {
    if (error instanceof RegisterError && error.code === 'broken-item') return [organ];
    throw error;
  }
}
