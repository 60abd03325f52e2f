import { type CongVan, congVan } from './schemas/cong-van.schema.ts';
import { type KeHoach, keHoach } from './schemas/ke-hoach.schema.ts';
import { type DocumentTypeTraits, TYPE_TRAITS, type TypeCode } from './type-traits.ts';

/** Data of a document of any type. */
export type Document = KeHoach | CongVan;

/** The document types and the schemas of their data. */
export const documentTypes = {
  KeHoach: { ...TYPE_TRAITS.KeHoach, schema: keHoach },
  CongVan: { ...TYPE_TRAITS.CongVan, schema: congVan },
} as const satisfies Readonly<Record<TypeCode, DocumentTypeTraits & { readonly schema: unknown }>>;
