import { z } from 'zod';
import { foldNotation } from '#document/code-notation.ts';
import type { IsoDate } from '#document/dates.ts';
import { issuingProfiles, mayBear } from '#document/issuing-profile.ts';
import { findOlderType, olderSeriesFor } from '#document/older-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { typeCode } from '#document/schemas/type.schema.ts';
import type { DocumentSummary, RegisterRow } from '#register/model/types.ts';
import { requireProfile } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';

const recordSchema = z.strictObject({
  /** Of any type that an older book has. */
  typeCode,
  codeNotation: z.string(),
  subject: z.string(),
  signerInfo: z.strictObject({ position: z.string(), fullName: z.string() }).optional(),
  to: z.array(z.string()).readonly().optional(),
  archivedAt: z.string().optional(),
  issuedAmount: z.number().optional(),
});

/**
 * Entry of an older book for a document on paper. `codeNotation` as printed: `KH-UBND`; `archivedAt`: keeper of the
 * record copy.
 */
export type PaperRecord = z.infer<typeof recordSchema>;

/** A record as it is kept before its file: repair finds in it what the file does not say. */
export const paperRecordBlob = z.strictObject({
  schema: z.literal('PaperRecord@1'),
  record: recordSchema,
  /** SHA-256 of a file that came with it, lower-case hex. */
  file: z.string().optional(),
});

/** See {@link paperRecordBlob}. */
export type PaperRecordBlob = z.infer<typeof paperRecordBlob>;

/** The record that a line of the book was made of. */
export function recordOf(row: RegisterRow): PaperRecord {
  const { typeCode, codeNotation, subject, signerInfo, to, archivedAt, issuedAmount } = row;
  return recordSchema.parse({ typeCode, codeNotation, subject, signerInfo, to, archivedAt, issuedAmount });
}

/** Summary of a paper record, for lists and the book. Throws `no-profile`, `no-series`. */
export function summariseRecord(
  record: PaperRecord,
  profiles: readonly OrganProfile[],
  organ: string,
  on: IsoDate,
): DocumentSummary {
  const notation = foldNotation(record.codeNotation);
  const issuers = issuingProfiles(requireProfile(profiles, organ, on));
  const profile = issuers.find((one) => mayBear(record.typeCode, one, notation)) ?? issuers[0];
  const type = findOlderType(record.typeCode, profile?.types);
  if (!profile || !type) throw new UseCaseError('no-series', { params: { typeName: record.typeCode } });
  const { typeCode, codeNotation, subject, signerInfo, to = [], archivedAt, issuedAmount } = record;
  return {
    typeCode,
    typeName: type.typeName,
    organName: profile.name,
    codeNotation: codeNotation.normalize('NFC'),
    series: olderSeriesFor(profile, typeCode),
    subject: subject.normalize('NFC'),
    to: to.map((line) => line.normalize('NFC')),
    ...(signerInfo && { signerInfo }),
    ...(archivedAt !== undefined && { archivedAt: archivedAt.normalize('NFC') }),
    ...(issuedAmount !== undefined && { issuedAmount }),
  };
}
