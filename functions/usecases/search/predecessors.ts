import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Deps } from '../deps.ts';
import { readProfiles } from '../profiles.ts';
import { sharingOf } from '../sharing/organ-sharing.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Organ that was taken over, with its profiles, oldest first. */
export interface Predecessor {
  readonly organ: string;
  readonly profiles: readonly OrganProfile[];
}

/**
 * Lists the organs that an organ took over and whose books it reads as its own: its profiles name them, and theirs name it as successor
 * (decision 0445). One that cannot be read is left out.
 */
export async function predecessorsOf(
  deps: Deps,
  organ: string,
  profiles: readonly OrganProfile[],
): Promise<Predecessor[]> {
  const named = [...new Set(profiles.flatMap(({ predecessors = [] }) => predecessors))].filter((one) => one !== organ);
  const found = await Promise.all(
    named.map(async (one) => {
      if ((await sharingOf(deps, one)).successor !== organ) return [];
      return [{ organ: one, profiles: await readProfiles(deps, one).catch(noneIfBroken) }];
    }),
  );
  return found.flat();
}

function noneIfBroken(error: unknown): [] {
  if (error instanceof UseCaseError && error.code === 'broken-profile') return [];
  throw error;
}
