import { approversOf, type ProfileSigner } from '#document/approver.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Signer } from '#document/schemas/signer.schema.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import type { SignerBlock } from './act.ts';

/** Fields of the office's profile that decide who signs, and how. */
export type SigningProfile = Pick<OrganProfile, 'headPosition' | 'signers'>;

/** `Phó Chủ tịch Trần Thị B`: a signer as a list offers them. */
export const signerLabel = ({ position, fullName }: ProfileSigner): string => `${position} ${fullName}`;

/**
 * The signature block of a signer: the head by right, a deputy with KT. for the head (PL I, Mục II.7.b). The name is said where several
 * people have the position; otherwise it comes from the office's information.
 */
export function signerBlock(signer: ProfileSigner, { headPosition, signers }: SigningProfile): SignerBlock {
  const { position, fullName } = signer;
  const authority = isDeputy(position, headPosition)
    ? [{ prefix: 'KT.' as const, position: headPosition }, { position }]
    : [{ position }];
  const namesakes = signers.filter((one) => isSame(one.position, position));
  return { authority, ...(namesakes.length > 1 && { fullName }) };
}

/** The signer whom a block names; undefined where it names none of the office, or several. */
export function signerOf(signer: Signer | undefined, profile: SigningProfile): ProfileSigner | undefined {
  const [found, ...others] = signer ? approversOf({ signer }, profile) : [];
  return others.length === 0 ? found : undefined;
}

const isSame = (one: string, other: string): boolean => toCapitals(one) === toCapitals(other);

function isDeputy(position: string, head: string): boolean {
  return !isSame(position, head) && toCapitals(position).startsWith('PHÓ');
}
