import { notationOf } from '#document/code-notation.ts';
import { addresseesOf } from '#document/document-fields.ts';
import type { Document } from '#document/document-types.ts';
import { signerName } from '#document/issuer.ts';
import { seriesFor } from '#document/organ-directory.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { TYPE_TRAITS, type TypeCode, typeCodeOf } from '#document/type-traits.ts';
import type { DocumentSummary } from '#register/model/types.ts';
import { UseCaseError } from './use-case-error.ts';

/** Summary of a document for lists, the book and the metadata. Throws `no-series`. */
export function summarise(document: Document, profile: OrganProfile): DocumentSummary {
  const { typeCode, typeName, ...text } = summariseText(document);
  const series = seriesFor(profile, typeCode);
  if (!series) throw new UseCaseError('no-series', { params: { typeName } });
  const position = document.signer.authority.at(-1)?.position;
  const fullName = signerName(document.signer, profile);
  return {
    typeCode,
    typeName,
    organName: profile.name,
    codeNotation: notationOf(document, profile),
    series: series.name,
    ...text,
    ...(position !== undefined && fullName !== null && { signerInfo: { position, fullName } }),
  };
}

/** The part of a summary that follows from the data alone. */
export function summariseText(
  document: Document,
): Omit<DocumentSummary, 'organName' | 'codeNotation' | 'series' | 'signerInfo' | 'typeCode'> & { typeCode: TypeCode } {
  const typeCode = typeCodeOf(document);
  const { typeName } = TYPE_TRAITS[typeCode];
  const { draftingUnit, urgency, archive } = document;
  return {
    typeCode,
    typeName,
    subject: document.subject,
    to: [...addresseesOf(document), ...document.recipients],
    ...(draftingUnit !== undefined && { archivedAt: draftingUnit }),
    ...(urgency !== undefined && { urgency }),
    ...(archive?.issuedAmount !== undefined && { issuedAmount: archive.issuedAmount }),
  };
}
