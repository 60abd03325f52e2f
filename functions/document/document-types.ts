import { type CongVan, congVan } from './schemas/cong-van.schema.ts';
import { type KeHoach, keHoach } from './schemas/ke-hoach.schema.ts';
import { TYPE_TABLE } from './type-table.ts';

/** Data of a document of any type. */
export type Document = KeHoach | CongVan;

/** Code of a type that is drafted here, as in `schema: "KeHoach@1"`; what is registered may be of any of `type-table.ts`. */
export type TypeCode = 'KeHoach' | 'CongVan';

/** Traits in which the types differ; code asks these, not the type's name. */
export interface DocumentTypeTraits {
  /** As printed and cited. */
  readonly typeName: string;
  /** Abbreviation of PL III, Mục I; null for a công văn, whose symbol has none. */
  readonly abbreviation: string | null;
  /** Tells whether the symbol names organ and drafting unit (12/UBND-HCC) in place of type and organ. */
  readonly symbolNamesUnit: boolean;
  /** Tells whether type and trích yếu stand as a title (ô 5a), not as "V/v" under the number (ô 5b). */
  readonly hasTitle: boolean;
  /** Tells whether "Kính gửi" names who acts (ô 9a), and "Như trên" heads Nơi nhận. */
  readonly hasAddressees: boolean;
}

/** The document types and the schemas of their data. */
export const documentTypes = {
  KeHoach: {
    ...{ typeName: 'Kế hoạch', abbreviation: 'KH', schemaName: 'KeHoach@1', schema: keHoach },
    ...{ symbolNamesUnit: false, hasTitle: true, hasAddressees: false },
  },
  CongVan: {
    ...{ typeName: 'Công văn', abbreviation: null, schemaName: 'CongVan@1', schema: congVan },
    ...{ symbolNamesUnit: true, hasTitle: false, hasAddressees: true },
  },
} as const satisfies Readonly<Record<TypeCode, DocumentTypeTraits & { schemaName: string; schema: unknown }>>;

/** The traits of a document's type. */
export function traitsOf(document: Pick<Document, 'schema'>): DocumentTypeTraits {
  return documentTypes[typeCodeOf(document)];
}

/** All type codes. */
export const TYPE_CODES = ['KeHoach', 'CongVan'] as const satisfies readonly TypeCode[];

/** Type code of a document's data. */
export function typeCodeOf({ schema }: Pick<Document, 'schema'>): TypeCode {
  return schema === documentTypes.KeHoach.schemaName ? 'KeHoach' : 'CongVan';
}

/** Abbreviations of all types that a symbol may name (PL III, Mục I), by the type's name; some are in mixed case and are kept so. */
export const TYPE_ABBREVIATIONS: Readonly<Record<string, string>> = Object.fromEntries(
  TYPE_TABLE.flatMap(({ typeName, abbreviation }) => (abbreviation === null ? [] : [[typeName, abbreviation]])),
);
