import { approversOf, coversDay, isAuthorised } from '#document/approver.ts';
import type { IsoDate } from '#document/dates.ts';
import type { Document } from '#document/document-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { UseCaseError } from '../use-case-error.ts';

/**
 * Finds who is to approve a document: the staffId of the one person whom its signature block names, by position and name. Throws
 * `no-approver` where the profile has none or two, `authorisation-missing` where one who signs TUQ. has no paper for that day.
 */
export function findApprover(document: Document, profile: OrganProfile, day: IsoDate): string {
  const [approver, ...others] = approversOf(document, profile);
  const position = document.signer.authority.at(-1)?.position ?? '';
  const { fullName = '' } = document.signer;
  if (!approver || others.length > 0) {
    throw new UseCaseError('no-approver', { params: { position, fullName, found: approver ? others.length + 1 : 0 } });
  }
  checkAuthorisation(document, profile, day);
  return approver.staffId;
}

/** Throws `authorisation-missing` where the block says TUQ. and its paper does not cover the day (Điều 13.3). */
export function checkAuthorisation(document: Document, profile: OrganProfile, day: IsoDate): void {
  if (!isAuthorised(document)) return;
  const [approver] = approversOf(document, profile);
  const { authorisation } = approver ?? {};
  if (coversDay(authorisation, day)) return;
  const { fullName = '' } = approver ?? {};
  throw new UseCaseError('authorisation-missing', { params: { fullName, day, until: authorisation?.until ?? '' } });
}
