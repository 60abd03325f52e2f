import type { IsoDate } from './dates.ts';
import type { Document } from './document-types.ts';
import type { OrganProfile } from './schemas/organ-profile.schema.ts';
import { toCapitals } from './text/vietnamese.ts';

/** A signer as the profile names one. */
export type ProfileSigner = OrganProfile['signers'][number];

/** The people whom a signature block names: by its last position, and by its name where it gives one. One in a good profile. */
export function approversOf(
  { signer }: Pick<Document, 'signer'>,
  profile: Pick<OrganProfile, 'signers'>,
): ProfileSigner[] {
  const position = toCapitals(signer.authority.at(-1)?.position ?? '');
  const name = signer.fullName === undefined ? null : toCapitals(signer.fullName);
  const fits = (one: ProfileSigner) =>
    toCapitals(one.position) === position && (name === null || toCapitals(one.fullName) === name);
  const found = profile.signers.filter(fits);
  return found.filter((one, index) => found.findIndex(({ staffId }) => staffId === one.staffId) === index);
}

/** Tells whether a block signs by an authorisation in writing: TUQ., limited in time and matter (Điều 13.3). */
export function isAuthorised({ signer }: Pick<Document, 'signer'>): boolean {
  return signer.authority[0]?.prefix === 'TUQ.';
}

/** Tells whether an authorisation in writing covers a day (Điều 13.3). */
export function coversDay(authorisation: ProfileSigner['authorisation'], day: IsoDate): boolean {
  return authorisation !== undefined && authorisation.issuedDate <= day && day <= authorisation.until;
}

/** staffIds of those who hold a position, however it is capitalised. */
export function holdersIdsOf(position: string, profile: OrganProfile): string[] {
  const wanted = toCapitals(position);
  return [
    ...new Set(profile.signers.filter((one) => toCapitals(one.position) === wanted).map(({ staffId }) => staffId)),
  ];
}
