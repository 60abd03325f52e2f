import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { Signer } from '#document/schemas/signer.schema.ts';
import type { SignerBlock } from './act.ts';

/** What of the office's information says who may sign, and how. */
export type SigningProfile = Pick<OrganProfile, 'headPosition' | 'signers'>;

type ProfileSigner = SigningProfile['signers'][number];

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
export function signerOf(block: Signer | undefined, { signers }: SigningProfile): ProfileSigner | undefined {
  const position = block?.authority.at(-1)?.position;
  if (position === undefined) return undefined;
  const found = signers.filter(
    (one) => isSame(one.position, position) && (block?.fullName === undefined || isSame(one.fullName, block.fullName)),
  );
  return found.length === 1 ? found[0] : undefined;
}

const isSame = (one: string, other: string): boolean => one.toLocaleLowerCase('vi') === other.toLocaleLowerCase('vi');

function isDeputy(position: string, head: string): boolean {
  return !isSame(position, head) && position.toLocaleLowerCase('vi').startsWith('phó');
}
