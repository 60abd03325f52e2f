import type { TypeCode } from './type-traits.ts';

/** Group of a type: of Điều 7, a copy (Điều 25), a normative document (văn bản quy phạm pháp luật), or one that an organ names itself. */
export type TypeGroup = 'administrative' | 'copy' | 'normative' | 'own';

/** A type of outgoing document, whether it is drafted here or elsewhere. */
export interface RegisteredType {
  /** Stable id: `QuyetDinh`. */
  readonly code: string;
  /** As printed and cited: "Quyết định". */
  readonly typeName: string;
  /** Abbreviation of PL III, Mục I, case and marks as there; null: the symbol names organ and unit (công văn, thư công). */
  readonly abbreviation: string | null;
  readonly group: TypeGroup;
  /** Its place among the types of Điều 7, from 1; null where it has none there. */
  readonly ordinal: number | null;
  /** Tells whether the symbol has the year: 17/2026/NQ-HĐND. */
  readonly symbolYear: boolean;
  /** Tells whether the symbol must name who drafted it (PL I, Mục II.3.b). */
  readonly symbolNamesUnit: boolean;
  /** Tells whether a document of it corrects others (đính chính, Điều 18.3). */
  readonly corrects: boolean;
}

/** Code of the công văn, whose traits no other type of Điều 7 has. */
const LETTER: TypeCode = 'CongVan';

/** The 29 types of Điều 7, in its order, with the abbreviations of PL III, Mục I. */
const ADMINISTRATIVE: ReadonlyArray<readonly [code: string, typeName: string, abbreviation: string | null]> = [
  ['NghiQuyet', 'Nghị quyết', 'NQ'],
  ['QuyetDinh', 'Quyết định', 'QĐ'],
  ['ChiThi', 'Chỉ thị', 'CT'],
  ['QuyChe', 'Quy chế', 'QC'],
  ['QuyDinh', 'Quy định', 'QyĐ'],
  ['ThongCao', 'Thông cáo', 'TC'],
  ['ThongBao', 'Thông báo', 'TB'],
  ['HuongDan', 'Hướng dẫn', 'HD'],
  ['ChuongTrinh', 'Chương trình', 'CTr'],
  ['KeHoach', 'Kế hoạch', 'KH'],
  ['PhuongAn', 'Phương án', 'PA'],
  ['DeAn', 'Đề án', 'ĐA'],
  ['DuAn', 'Dự án', 'DA'],
  ['BaoCao', 'Báo cáo', 'BC'],
  ['BienBan', 'Biên bản', 'BB'],
  ['ToTrinh', 'Tờ trình', 'TTr'],
  ['HopDong', 'Hợp đồng', 'HĐ'],
  ['CongVan', 'Công văn', null],
  ['CongDien', 'Công điện', 'CĐ'],
  ['BanGhiNho', 'Bản ghi nhớ', 'BGN'],
  ['BanThoaThuan', 'Bản thỏa thuận', 'BTT'],
  ['GiayUyQuyen', 'Giấy uỷ quyền', 'GUQ'],
  ['GiayMoi', 'Giấy mời', 'GM'],
  ['GiayGioiThieu', 'Giấy giới thiệu', 'GGT'],
  ['GiayNghiPhep', 'Giấy nghỉ phép', 'GNP'],
  ['PhieuGui', 'Phiếu gửi', 'PG'],
  ['PhieuChuyen', 'Phiếu chuyển', 'PC'],
  ['PhieuBao', 'Phiếu báo', 'PB'],
  ['ThuCong', 'Thư công', null],
];

/** The three copies, which form one series of their own (Điều 25; PL III, Mục I). */
const COPIES: ReadonlyArray<readonly [code: string, typeName: string, abbreviation: string]> = [
  ['BanSaoY', 'Bản sao y', 'SY'],
  ['BanTrichSao', 'Bản trích sao', 'TrS'],
  ['BanSaoLuc', 'Bản sao lục', 'SL'],
];

/** Văn bản quy phạm pháp luật of a People's Council and a People's Committee. */
const NORMATIVE: ReadonlyArray<readonly [code: string, typeName: string, abbreviation: string]> = [
  ['NghiQuyetQppl', 'Nghị quyết', 'NQ'],
  ['QuyetDinhQppl', 'Quyết định', 'QĐ'],
];

/** Every type that needs no naming by the organ: of Điều 7, the copies, the normative ones. */
export const TYPE_TABLE: readonly RegisteredType[] = [
  ...ADMINISTRATIVE.map((row, index) => typeOf(row, 'administrative', index + 1)),
  ...COPIES.map((row) => typeOf(row, 'copy', null)),
  ...NORMATIVE.map((row) => typeOf(row, 'normative', null)),
];

/** Abbreviations of all types that a symbol may name (PL III, Mục I), by the type's name; some are in mixed case and are kept so. */
export const TYPE_ABBREVIATIONS: Readonly<Record<string, string>> = Object.fromEntries(
  TYPE_TABLE.flatMap(({ typeName, abbreviation }) => (abbreviation === null ? [] : [[typeName, abbreviation]])),
);

/** A type that an organ's profile lists beside those of the table. */
export interface OwnType {
  readonly code: string;
  readonly typeName: string;
  readonly abbreviation: string | null;
  readonly symbolYear?: true | undefined;
}

/** A type by its code: of the table, else of those that the organ lists; undefined where neither knows it. */
export function findType(code: string, own: readonly OwnType[] = []): RegisteredType | undefined {
  return [...TYPE_TABLE, ...own.map(toRegistered)].find((type) => type.code === code);
}

/** Symbol of a document of a type without its number: `QĐ-UBND`, `UBND-HCC` (PL I, Mục II.3.b). */
export function notationOfType(type: Pick<RegisteredType, 'abbreviation'>, organ: string, unit: string): string {
  if (type.abbreviation !== null) return `${type.abbreviation}-${organ}`;
  return unit === '' ? organ : `${organ}-${unit}`;
}

function typeOf(
  [code, typeName, abbreviation]: readonly [string, string, string | null],
  group: TypeGroup,
  ordinal: number | null,
): RegisteredType {
  const isLetter = code === LETTER;
  return {
    ...{ code, typeName, abbreviation, group, ordinal },
    ...{ symbolYear: group === 'normative', symbolNamesUnit: isLetter, corrects: isLetter },
  };
}

function toRegistered({ code, typeName, abbreviation, symbolYear }: OwnType): RegisteredType {
  return {
    ...{ code, typeName, abbreviation, group: 'own', ordinal: null },
    ...{ symbolYear: symbolYear === true, symbolNamesUnit: false, corrects: false },
  };
}
