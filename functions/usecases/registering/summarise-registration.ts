import { type Finding, type RawFinding, toFinding } from '#document/checking/findings.ts';
import { fieldWord } from '#document/checking/path-labels.ts';
import { seriesFor } from '#document/organ-directory.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { findType, notationOfType, type RegisteredType } from '#document/type-table.ts';
import type { DocumentSummary, SignerInfo } from '#register/model/types.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Fields a clerk gives of a document drafted elsewhere. */
export interface RegisteredFactsInput {
  readonly typeCode: string;
  readonly subject: string;
  readonly signerInfo: SignerInfo;
  /** Abbreviation of the drafting unit: part of a công văn's symbol, and who keeps the record copy. */
  readonly draftingUnit?: string | undefined;
  readonly to: readonly string[];
  readonly issuedAmount?: number | undefined;
  readonly pageAmount?: number | undefined;
  readonly urgency?: string | undefined;
}

/** Summary of a registered document by the profile of its day, with its type. Throws `document-invalid`, `no-series`. */
export function summariseRegistration(
  input: RegisteredFactsInput,
  profile: OrganProfile,
): { readonly summary: DocumentSummary; readonly type: RegisteredType } {
  const { typeCode, subject, signerInfo, draftingUnit, to, issuedAmount, pageAmount, urgency } = input;
  const type = findType(typeCode, profile.types);
  const findings = [...ofType(typeCode, type), ...ofUnit(type, draftingUnit)];
  if (!type || findings.length > 0) throw new UseCaseError('document-invalid', { findings });
  const series = seriesFor(profile, typeCode);
  if (!series) throw new UseCaseError('no-series', { params: { typeName: type.typeName } });
  const summary: DocumentSummary = {
    typeCode,
    typeName: type.typeName,
    organName: profile.name,
    codeNotation: notationOfType(type, profile.abbreviation, draftingUnit ?? ''),
    series: series.name,
    subject,
    signerInfo,
    to: [...to],
    ...(draftingUnit !== undefined && { archivedAt: draftingUnit }),
    ...(urgency !== undefined && { urgency }),
    ...(issuedAmount !== undefined && { issuedAmount }),
    ...(pageAmount !== undefined && { pageAmount }),
  };
  return { summary, type };
}

function ofType(typeCode: string, type: RegisteredType | undefined): Finding[] {
  return type ? [] : [told({ code: 'SERIES_TYPE_UNKNOWN', pointer: ['typeCode'], params: { typeCode } })];
}

/** A công văn's symbol names who drafted it (PL I, Mục II.3.b). */
function ofUnit(type: RegisteredType | undefined, draftingUnit: string | undefined): Finding[] {
  if (!type?.symbolNamesUnit || draftingUnit !== undefined) return [];
  return [told({ code: 'MISSING', pointer: ['draftingUnit'], params: { what: fieldWord('draftingUnit') } })];
}

function told(raw: RawFinding): Finding {
  return toFinding(raw, raw.pointer.join('.'));
}
