import { type CongVan, congVan } from './schemas/cong-van.schema.ts';
import { type KeHoach, keHoach } from './schemas/ke-hoach.schema.ts';

/** Data of a document of any type. */
export type Document = KeHoach | CongVan;

/** Code of a document type, as in `schema: "KeHoach@1"`. */
export type TypeCode = 'KeHoach' | 'CongVan';

/** What the types differ in; whoever needs to know asks here, not for the type's name. */
export interface DocumentTypeTraits {
  /** As printed and cited. */
  readonly typeName: string;
  /** Abbreviation of PL III, Mục I; null for a công văn, whose symbol has none. */
  readonly abbreviation: string | null;
  /** Whether the symbol names organ and drafting unit (12/UBND-HCC) in place of type and organ. */
  readonly symbolNamesUnit: boolean;
  /** Whether type and trích yếu stand as a title (ô 5a), not as "V/v" under the number (ô 5b). */
  readonly hasTitle: boolean;
  /** Whether "Kính gửi" names who acts (ô 9a), and "Như trên" heads Nơi nhận. */
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

/** Abbreviations of all types that a symbol may name (PL III, Mục I); some are in mixed case and are kept so. */
export const TYPE_ABBREVIATIONS: Readonly<Record<string, string>> = {
  'Nghị quyết': 'NQ',
  'Quyết định': 'QĐ',
  'Chỉ thị': 'CT',
  'Quy chế': 'QC',
  'Quy định': 'QyĐ',
  'Thông cáo': 'TC',
  'Thông báo': 'TB',
  'Hướng dẫn': 'HD',
  'Chương trình': 'CTr',
  'Kế hoạch': 'KH',
  'Phương án': 'PA',
  'Đề án': 'ĐA',
  'Dự án': 'DA',
  'Báo cáo': 'BC',
  'Biên bản': 'BB',
  'Tờ trình': 'TTr',
  'Hợp đồng': 'HĐ',
  'Công điện': 'CĐ',
  'Bản ghi nhớ': 'BGN',
  'Bản thỏa thuận': 'BTT',
  'Giấy uỷ quyền': 'GUQ',
  'Giấy mời': 'GM',
  'Giấy giới thiệu': 'GGT',
  'Giấy nghỉ phép': 'GNP',
  'Phiếu gửi': 'PG',
  'Phiếu chuyển': 'PC',
  'Phiếu báo': 'PB',
  'Bản sao y': 'SY',
  'Bản trích sao': 'TrS',
  'Bản sao lục': 'SL',
};
