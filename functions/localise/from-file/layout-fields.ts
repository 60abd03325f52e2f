import { z } from 'zod';
import type { Document } from '#document/document-types.ts';
import { signerName } from '#document/issuer.ts';
import {
  circulation,
  commonFields,
  draftingUnit,
  draftMark,
  draftMonth,
  urgency,
} from '#document/schemas/common.schema.ts';
import { congVan } from '#document/schemas/cong-van.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { signer } from '#document/schemas/signer.schema.ts';
import { archiveLine } from '#document/text/archive-line.ts';
import { toCapitals } from '#document/text/vietnamese.ts';

/** Fields of head and foot; a value that no draft may have is left out. */
export const layoutFields = z.object({
  issuer: commonFields.issuer.optional().catch(undefined),
  draftingUnit: draftingUnit.optional().catch(undefined),
  archive: commonFields.archive.catch(undefined),
  addressees: congVan.shape.addressees.optional().catch(undefined),
  signer: signer.optional().catch(undefined),
  urgency: urgency.optional().catch(undefined),
  circulation: circulation.optional().catch(undefined),
  draftMark: draftMark.optional().catch(undefined),
  draftMonth: draftMonth.optional().catch(undefined),
});
/** See {@link layoutFields}. */
export type LayoutFields = z.infer<typeof layoutFields>;

/** A field that is taken or left as a whole. */
export interface Field<T> {
  readonly id: string;
  /** Tells whether a draft may be without it; a file that lacks it then took it away. */
  readonly mayLack: boolean;
  readonly of: (fields: LayoutFields) => T | undefined;
  /** The field as it is printed. */
  readonly say: (value: T, profile: OrganProfile) => unknown;
  readonly put: (document: Document, value: T | undefined) => Document;
}

function field<T>(one: Field<T>): Field<T> {
  return one;
}

const issuer = field({
  id: 'issuer',
  mayLack: false,
  of: (fields) => fields.issuer,
  say: (value, { namesInOpening }) => namesInOpening[value],
  put: (document, value) => (value === undefined ? document : { ...document, issuer: value }),
});

const addressees = field({
  id: 'addressees',
  mayLack: false,
  of: (fields) => fields.addressees,
  say: (value) => value,
  put: (document, value) =>
    value === undefined || !('addressees' in document) ? document : { ...document, addressees: value },
});

const signature = field({
  id: 'signer',
  mayLack: false,
  of: (fields) => fields.signer,
  say: (value, profile) => {
    const { authority, otherPosition } = value;
    const lines = authority.map(({ prefix, position }) => toCapitals(`${prefix ?? ''} ${position}`.trim()));
    const other = otherPosition === undefined ? [] : [toCapitals(otherPosition)];
    return [...lines, ...other, signerName(value, profile) ?? ''];
  },
  put: (document, value) => (value === undefined ? document : { ...document, signer: value }),
});

/** The line Lưu: in a công văn its unit is part of the symbol, so it is never without one. */
const archive = field({
  id: 'archive',
  mayLack: true,
  of: ({ draftingUnit: unit, archive: kept }): Pick<LayoutFields, 'draftingUnit' | 'archive'> => ({
    ...(unit === undefined ? {} : { draftingUnit: unit }),
    ...(kept === undefined ? {} : { archive: kept }),
  }),
  say: ({ draftingUnit: unit, archive: kept }) =>
    archiveLine({
      ...(unit === undefined ? {} : { draftingUnit: unit }),
      ...(kept === undefined ? {} : { archive: kept }),
    }),
  put: (document, value) => {
    const { archive: _, ...rest } = document;
    const kept = value?.archive === undefined ? {} : { archive: value.archive };
    if (value?.draftingUnit !== undefined) return { ...rest, ...kept, draftingUnit: value.draftingUnit };
    if ('addressees' in rest) return { ...rest, ...kept };
    const { draftingUnit: __, ...none } = rest;
    return { ...none, ...kept };
  },
});

const urgent = field({
  id: 'urgency',
  mayLack: true,
  of: (fields) => fields.urgency,
  say: (value) => value,
  put: ({ urgency: _, ...rest }, value) => ({ ...rest, ...(value === undefined ? {} : { urgency: value }) }),
});

const limited = field({
  id: 'circulation',
  mayLack: true,
  of: (fields) => fields.circulation,
  say: (value) => value,
  put: ({ circulation: _, ...rest }, value) => ({ ...rest, ...(value === undefined ? {} : { circulation: value }) }),
});

const mark = field({
  id: 'draftMark',
  mayLack: true,
  of: (fields) => fields.draftMark,
  say: (value) => value,
  put: ({ draftMark: _, ...rest }, value) => ({ ...rest, ...(value === undefined ? {} : { draftMark: value }) }),
});

const month = field({
  id: 'draftMonth',
  mayLack: false,
  of: (fields) => fields.draftMonth,
  say: (value) => `tháng ${Number(value.slice(5))} năm ${value.slice(0, 4)}`,
  put: (document, value) => (value === undefined ? document : { ...document, draftMonth: value }),
});

/** Visitor of fields whose values have types of their own. */
type EachField = <T>(field: Field<T>) => void;

/** Visits the fields that a document prints in head and foot. */
export function eachField(document: Document, visit: EachField): void {
  visit(urgent);
  visit(limited);
  visit(mark);
  visit(month);
  if ('addressees' in document) visit(addressees);
  visit(issuer);
  visit(signature);
  visit(archive);
}
