import type { Document } from './document-types.ts';
import type { OrganProfile } from './schemas/organ-profile.schema.ts';
import type { Signer } from './schemas/signer.schema.ts';
import { toCapitals } from './text/vietnamese.ts';

/** Names the issuer in the opening sentence: "Chủ tịch UBND tỉnh". */
export function issuerInOpening(document: Pick<Document, 'issuer'>, profile: OrganProfile): string {
  return profile.namesInOpening[document.issuer];
}

/** Names the issuer on the Kèm theo line: "UBND phường Bình Long" (PL I, Mục III.1.c). */
export function issuerInAttachment(document: Pick<Document, 'issuer'>, profile: OrganProfile): string {
  return profile.namesInAttachment[document.issuer];
}

/**
 * Authority lines above the name, as printed but for capitals: TM. and the collective first where the organ itself
 * issues and is led by a collective, then the signer's own lines (PL I, Mục II.7.b).
 */
export function authorityLines(document: Pick<Document, 'issuer' | 'signer'>, profile: OrganProfile): string[] {
  const own = document.signer.authority.map(({ prefix, position }) => (prefix ? `${prefix} ${position}` : position));
  const collective = document.issuer === 'organ' ? profile.collectiveName : null;
  return collective === null ? own : [`TM. ${collective}`, ...own];
}

/** The signer's name: the one in the data, else the one whom the profile names for the last position; null if none. */
export function signerName(signer: Signer, profile: OrganProfile): string | null {
  if (signer.fullName !== undefined) return signer.fullName;
  const holders = holdersOf(signer.authority.at(-1)?.position ?? '', profile);
  return holders.length === 1 ? (holders[0] ?? null) : null;
}

/** Names of those who hold a position, however it is capitalised. */
export function holdersOf(position: string, profile: OrganProfile): string[] {
  const wanted = toCapitals(position);
  return profile.signers.filter((one) => toCapitals(one.position) === wanted).map(({ fullName }) => fullName);
}
