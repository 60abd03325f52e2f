import { type CongVan, congVan } from './schemas/cong-van.schema.ts';
import { type KeHoach, keHoach } from './schemas/ke-hoach.schema.ts';

/** Data of a document of any type. */
export type Document = KeHoach | CongVan;

/** Code of a document type, as in `schema: "KeHoach@1"`. */
export type TypeCode = 'KeHoach' | 'CongVan';

/**
 * The document types: name as printed and cited, abbreviation of PL III, Mục I (a công văn has none in its symbol),
 * and the schema of their data.
 */
export const documentTypes = {
  KeHoach: { typeName: 'Kế hoạch', abbreviation: 'KH', schemaName: 'KeHoach@1', schema: keHoach },
  CongVan: { typeName: 'Công văn', abbreviation: null, schemaName: 'CongVan@1', schema: congVan },
} as const;

/** All type codes. */
export const TYPE_CODES = ['KeHoach', 'CongVan'] as const satisfies readonly TypeCode[];

/** Type code of a document's data. */
export function typeCodeOf(document: Document): TypeCode {
  return document.schema === 'KeHoach@1' ? 'KeHoach' : 'CongVan';
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
