import { z } from 'zod';
import { notationOf } from './code-notation.ts';
import type { IsoDate } from './dates.ts';
import type { Document } from './document-types.ts';
import { authorityLines, issuerInAttachment, issuerInOpening, signerName } from './issuer.ts';
import { issuingProfile } from './issuing-profile.ts';
import { congVan } from './schemas/cong-van.schema.ts';
import { keHoach } from './schemas/ke-hoach.schema.ts';
import { type OrganProfile, organProfile } from './schemas/organ-profile.schema.ts';
import { isoDate } from './schemas/text.schema.ts';

/**
 * A document as it was submitted: its data and the organ's profile that it was resolved with. Nothing else is read when
 * it is issued, and the contentHash is the SHA-256 of its canonical JSON.
 */
export const frozenDocument = z.strictObject({
  schema: z.literal('FrozenDocument@1'),
  document: z.discriminatedUnion('schema', [keHoach, congVan]),
  profile: organProfile,
  frozenOn: isoDate,
});

/** A document as it was submitted. */
export type FrozenDocument = z.infer<typeof frozenDocument>;

/** Freezes a checked document with the profile it was resolved with. */
export function freeze(document: Document, profile: OrganProfile, on: IsoDate): FrozenDocument {
  return { schema: 'FrozenDocument@1', document, profile, frozenOn: on };
}

/** A value of the profile that a document prints and that is another now. */
export interface ProfileDifference {
  /** Name of the value, in Vietnamese. */
  readonly field: string;
  readonly was: string;
  readonly now: string;
}

/** Lists what the document would print otherwise by another profile of its organ. */
export function profileDifferences(frozen: FrozenDocument, current: OrganProfile): ProfileDifference[] {
  const was = printedValues(frozen.document, frozen.profile);
  const issuing = issuingProfile(current, frozen.document.series);
  if (!issuing) return [{ field: 'hệ thống số', was: frozen.document.series ?? '', now: '' }];
  const now = printedValues(frozen.document, issuing);
  return was.flatMap(([field, value], i) => {
    const other = now[i]?.[1] ?? '';
    return value === other ? [] : [{ field, was: value, now: other }];
  });
}

/** Reason why a document goes back to its drafter, as the drafter reads it. */
export function returnReason(differences: readonly ProfileDifference[]): string {
  const changes = differences.map(({ field, was, now }) => `${field}: “${was}” nay là “${now}”`);
  return `Thông tin cơ quan đã đổi từ khi trình. ${changes.join('; ')}. Hãy xem lại rồi trình lại.`;
}

function opensWithIssuer(document: Document): boolean {
  return 'opening' in document && document.opening !== undefined;
}

function printedValues(document: Document, profile: OrganProfile): Array<[string, string]> {
  return [
    ['tên cơ quan', profile.headerLines.join(' / ')],
    ['cơ quan chủ quản', profile.parentLines?.join(' / ') ?? profile.parentName ?? ''],
    ['địa danh', profile.place],
    ['ký hiệu', notationOf(document, profile)],
    ['người ban hành trong câu mở đầu', opensWithIssuer(document) ? issuerInOpening(document, profile) : ''],
    ['người ban hành trong dòng Kèm theo', document.appendices?.length ? issuerInAttachment(document, profile) : ''],
    ['quyền hạn, chức vụ người ký', authorityLines(document, profile).join(' / ')],
    ['họ tên người ký', signerName(document.signer, profile) ?? ''],
    ['địa chỉ', document.footAddress ? (profile.address ?? []).join(' / ') : ''],
  ];
}
