/** Code of a type that is drafted here, as in `schema: "KeHoach@1"`; what is registered may be of any of `type-table.ts`. */
export type TypeCode = 'KeHoach' | 'CongVan';

/** Traits in which the types differ; code asks these, not the type's name. */
export interface DocumentTypeTraits {
  /** As printed and cited. */
  readonly typeName: string;
  /** Abbreviation of PL III, Mục I; null for a công văn, whose symbol has none. */
  readonly abbreviation: string | null;
  /** Name of the schema of its data, with its version. */
  readonly schemaName: `${TypeCode}@1`;
  /** Tells whether the symbol names organ and drafting unit (12/UBND-HCC) in place of type and organ. */
  readonly symbolNamesUnit: boolean;
  /** Tells whether type and trích yếu stand as a title (ô 5a), not as "V/v" under the number (ô 5b). */
  readonly hasTitle: boolean;
  /** Tells whether "Kính gửi" names who acts (ô 9a), and "Như trên" heads Nơi nhận. */
  readonly hasAddressees: boolean;
}

/** Traits of the types that are drafted here. */
export const TYPE_TRAITS = {
  KeHoach: {
    ...{ typeName: 'Kế hoạch', abbreviation: 'KH', schemaName: 'KeHoach@1' },
    ...{ symbolNamesUnit: false, hasTitle: true, hasAddressees: false },
  },
  CongVan: {
    ...{ typeName: 'Công văn', abbreviation: null, schemaName: 'CongVan@1' },
    ...{ symbolNamesUnit: true, hasTitle: false, hasAddressees: true },
  },
} as const satisfies Readonly<Record<TypeCode, DocumentTypeTraits>>;

/** All type codes. */
export const TYPE_CODES = ['KeHoach', 'CongVan'] as const satisfies readonly TypeCode[];

/** The type whose symbol names the drafting unit. */
export const TYPE_NAMING_UNIT = TYPE_CODES.find((code) => TYPE_TRAITS[code].symbolNamesUnit) ?? null;

/** Tells whether a text is the code of a type that is drafted here. */
export function isTypeCode(code: string): code is TypeCode {
  return TYPE_CODES.some((known) => known === code);
}

/** Type code of a document's data by the name of its schema; of data that names none, the first. */
export function typeCodeOf({ schema }: { readonly schema: string }): TypeCode {
  return TYPE_CODES.find((code) => TYPE_TRAITS[code].schemaName === schema) ?? TYPE_CODES[0];
}

/** The traits of a document's type. */
export function traitsOf(document: { readonly schema: string }): DocumentTypeTraits {
  return TYPE_TRAITS[typeCodeOf(document)];
}
