import { z } from 'zod';
import { authorityLines } from '#document/issuer.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { signer } from '#document/schemas/signer.schema.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import type { OfficeDocument } from '../../api/types.ts';

/** Lines of a paper that a clerk compares, as they are printed. */
export interface PaperHead {
  /** Name of the issuing organ, a line each, the upper organ's first. */
  readonly head: readonly string[];
  /** Authority lines above the name: `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`, `PHÓ CHỦ TỊCH`. */
  readonly authority: readonly string[];
  readonly name: string;
}

const signed = z.looseObject({ issuer: z.enum(['organ', 'head']), signer });

/** Reads head and signature block of a document; without its data they are what its summary has. */
export function paperHead(document: OfficeDocument, data: unknown, profile: OrganProfile | null): PaperHead {
  const { organName, signerInfo } = document;
  const read = signed.safeParse(data).data;
  const upper = profile?.parentLines ?? (profile?.parentName ? [profile.parentName] : []);
  const authority = read && profile ? authorityLines(read, profile) : [signerInfo?.position ?? ''];
  return {
    head: [...upper, ...(profile?.headerLines ?? [organName])].map(toCapitals),
    authority: authority.map(toCapitals),
    name: signerInfo?.fullName ?? '',
  };
}
