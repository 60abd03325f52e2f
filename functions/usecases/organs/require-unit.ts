import { organProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Register } from '#register/register.ts';
import { UseCaseError } from '../use-case-error.ts';

/**
 * Checks that an organ has a unit of this abbreviation in its newest profile; one without a profile has none. Throws `no-such-unit`.
 */
export async function requireUnit(
  register: Pick<Register, 'listProfiles'>,
  organ: string,
  unit: string | null | undefined,
): Promise<void> {
  if (unit === undefined || unit === null) return;
  const newest = organProfile.safeParse((await register.listProfiles(organ)).at(-1)?.profile).data;
  const known = (newest?.units ?? []).map(({ abbreviation }) => abbreviation);
  if (!known.includes(unit)) throw new UseCaseError('no-such-unit', { params: { unit, known: known.join(', ') } });
}
