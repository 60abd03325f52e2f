import { checkDocument } from '#document/checking/check-document.ts';
import type { IsoDate } from '#document/dates.ts';
import { type FrozenDocument, profileDifferences } from '#document/frozen-document.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { checkAuthorisation } from '../approval/find-approver.ts';
import { requireProfile } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';

/**
 * Checks that a frozen document may bear a day: same profile values, no younger basis. Throws `no-profile`,
 * `profile-changed`, `authorisation-missing`, `basis-after-issue`.
 */
export function checkIssueDay(frozen: FrozenDocument, profiles: readonly OrganProfile[], day: IsoDate): void {
  const current = requireProfile(profiles, frozen.profile.organId, day);
  const differences = profileDifferences(frozen, current);
  if (differences.length > 0) throw new UseCaseError('profile-changed', { differences });
  checkAuthorisation(frozen.document, current, day);
  const { findings } = checkDocument(frozen.document, { profiles: [current], on: day });
  // A newer release may know more rules; what was approved by the older ones stays approved.
  const younger = findings.filter(({ code }) => code === 'BASIS_AFTER_DOCUMENT');
  if (younger.length > 0) throw new UseCaseError('basis-after-issue', { findings: younger });
}
