import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';

/** An organ that its first admin may claim. */
export interface ClaimableOrgan {
  readonly organ: string;
  readonly name: string;
}

/** The organs of a directory, each by the latest name that its profiles give it. */
export function claimableOrgans(profiles: readonly Pick<OrganProfile, 'organId' | 'name'>[]): ClaimableOrgan[] {
  const names = new Map(profiles.map(({ organId, name }) => [organId, name]));
  return [...names].map(([organ, name]) => ({ organ, name }));
}
