import { foldNotation } from './code-notation.ts';
import { seriesFor } from './organ-directory.ts';
import type { OrganProfile } from './schemas/organ-profile.schema.ts';
import { findType, notationOfType, type OwnType, type RegisteredType, TYPE_TABLE } from './type-table.ts';

/** Types and abbreviations of Thông tư 01/2011/TT-BNV, by which older books were kept, and of Pháp lệnh 01/2012/UBTVQH13. */
const OLDER: ReadonlyArray<readonly [code: string, typeName: string, abbreviation: string]> = [
  ['BanGhiNho', 'Bản ghi nhớ', 'GN'],
  ['BanThoaThuan', 'Bản thỏa thuận', 'TTh'],
  ['GiayUyQuyen', 'Giấy uỷ quyền', 'UQ'],
  ['GiayGioiThieu', 'Giấy giới thiệu', 'GT'],
  ['GiayNghiPhep', 'Giấy nghỉ phép', 'NP'],
  ['BanCamKet', 'Bản cam kết', 'CK'],
  ['GiayChungNhan', 'Giấy chứng nhận', 'CN'],
  ['GiayDiDuong', 'Giấy đi đường', 'ĐĐ'],
  ['VanBanHopNhat', 'Văn bản hợp nhất', 'VBHN'],
  ['GiayBienNhan', 'Giấy biên nhận hồ sơ', 'BN'],
];

/** Every type that may stand in an older book: those of today first, then those of older rules. */
const ALL_TYPES: readonly RegisteredType[] = [
  ...TYPE_TABLE,
  ...OLDER.map(([code, typeName, abbreviation]): RegisteredType => {
    return {
      ...{ code, typeName, abbreviation, group: 'administrative', ordinal: null },
      ...{ symbolYear: false, symbolNamesUnit: false, corrects: false },
    };
  }),
];

/** A type that may stand in an older book, by its code; undefined where nobody knows it. */
export function findOlderType(code: string, own: readonly OwnType[] = []): RegisteredType | undefined {
  return findType(code, own) ?? ALL_TYPES.find((type) => type.code === code);
}

/** Names of types, as they stand before a trích yếu. */
export function olderTypeNames(): string[] {
  return [...new Set(ALL_TYPES.map(({ typeName }) => typeName))];
}

/** A type by its name, of those that are no văn bản quy phạm pháp luật. */
export function olderTypeNamed(typeName: string): RegisteredType | undefined {
  return ALL_TYPES.find((type) => !type.symbolYear && foldNotation(type.typeName) === foldNotation(typeName));
}

/**
 * The type of a symbol of an organ: `QĐ-UBND`; one with the year is of văn bản quy phạm pháp luật. HĐ and HD are told apart by
 * their marks, or are the first of the two.
 */
export function typeOfNotation(
  typed: string,
  issuer: OrganProfile,
  hasYear: boolean,
): { readonly type: RegisteredType; readonly notation: string } | undefined {
  const own = (issuer.types ?? []).flatMap(({ code }) => findType(code, issuer.types) ?? []);
  const named = [...own, ...ALL_TYPES]
    .filter(({ abbreviation, symbolYear }) => abbreviation !== null && symbolYear === hasYear)
    .map((type) => ({ type, notation: notationOfType(type, issuer.abbreviation, '') }))
    .filter(({ notation }) => foldNotation(notation) === foldNotation(typed));
  const plain = (text: string) => text.normalize('NFC').toLocaleLowerCase('vi');
  return named.find(({ notation }) => plain(notation) === plain(typed)) ?? named[0];
}

const OLDER_SERIES = 'so-cu-';

/** Series of an older book for types that no series of the profile numbers; our own numbers never stand in them. */
export const OLDER_SERIES_NAMES: readonly string[] = [
  ...new Set(ALL_TYPES.map(({ code }) => `${OLDER_SERIES}${code}`)),
];

/** The series in which documents of a type of an older book stand. */
export function olderSeriesFor(profile: OrganProfile, code: string): string {
  return seriesFor(profile, code)?.name ?? `${OLDER_SERIES}${code}`;
}

/** The type that a series of an older book is of; undefined for a series of a profile. */
export function typeOfOlderSeries(series: string): RegisteredType | undefined {
  return series.startsWith(OLDER_SERIES) ? findOlderType(series.slice(OLDER_SERIES.length)) : undefined;
}
