import { z } from 'zod';
import { type OrganProfile, organProfile } from '#document/schemas/organ-profile.schema.ts';
import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/generated/contract.d.ts';
import type { PreviewInput } from '../../preview/document-xml.ts';
import { signerBlock } from '../document/signer-block.ts';
import { createLoaded } from '../loaded.ts';

/** An organ's information from a day on, with its rev. */
export interface StoredProfile {
  readonly rev: number;
  readonly updatedAt: string;
  readonly updatedBy: string;
  readonly profile: OrganProfile;
}

/** Profiles of the own organ, the oldest first. */
export const profiles = createLoaded<readonly StoredProfile[]>(async () => {
  const { data } = await answer(api.GET('/profiles'));
  return data.items.flatMap(({ profile, rev, updatedAt, updatedBy }) => {
    const read = organProfile.safeParse(profile);
    return read.success ? [{ profile: read.data, rev, updatedAt, updatedBy }] : [];
  });
});

/** The information that holds on a day; the last where none does yet. */
export function holdingOn(all: readonly StoredProfile[], day: string): StoredProfile | undefined {
  return all.findLast(({ profile }) => profile.validFrom <= day) ?? all.at(-1);
}

type Body = paths['/profiles/{validFrom}']['put']['requestBody']['content']['application/json'];
/** It goes as it is: the server checks it and says what is wrong where. */
const asBody = z.custom<Body>((data) => typeof data === 'object' && data !== null);

/** Writes the organ's information from its day on, where that day stands as it was seen. Throws `Problem`. */
export async function saveProfile(profile: OrganProfile, seen: readonly StoredProfile[]): Promise<void> {
  const { validFrom } = profile;
  const standing = seen.find((one) => one.profile.validFrom === validFrom);
  const header = standing ? { 'If-Match': `"r${standing.rev}"` } : { 'If-None-Match': '*' };
  const params = { path: { validFrom }, header };
  await answer(api.PUT('/profiles/{validFrom}', { params, body: asBody.parse(profile) }));
}

/** A short letter that shows head and signature block as an organ's information has them. */
export function letterOf(profile: OrganProfile): PreviewInput {
  const [signer] = profile.signers;
  const data = {
    schema: 'CongVan@1',
    organ: profile.organId,
    issuer: 'organ',
    subject: 'xem trước thể thức',
    addressees: ['Nơi nhận công văn'],
    body: [{ level: 'paragraph', text: 'Nội dung của văn bản.' }],
    recipients: ['Các cơ quan liên quan'],
    draftingUnit: profile.units[0]?.abbreviation || 'VP',
    ...(profile.address && { footAddress: true }),
    signer: signer ? signerBlock(signer, profile) : { authority: [{ position: profile.headPosition }] },
  };
  return { data, profiles: [{ ...profile, validTo: null }], issuance: null, on: profile.validFrom };
}
