import { formatShortDate, type IsoDate } from '#document/dates.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import { OFFICE_ROLES, type OfficeRole } from '../units/office-roles.ts';
import { capitalised, type ProvinceNames } from '../units/province-names.ts';
import { type UnitProfile, unitName } from '../units/unit-profile.ts';

/** Blanks and their meanings; the only list of them. */
export const BLANKS = {
  'donVi.ten': 'phường Bình Long',
  'donVi.Ten': 'Phường Bình Long, ở đầu câu',
  'donVi.TEN': 'PHƯỜNG BÌNH LONG',
  'donVi.tenRieng': 'Bình Long',
  'donVi.loai': 'phường',
  'donVi.Loai': 'Phường, ở đầu câu',
  'donVi.ubnd': 'UBND phường',
  'donVi.ubndTen': 'UBND phường Bình Long',
  'donVi.ubndDayDu': 'Ủy ban nhân dân phường Bình Long',
  'donVi.chuTich': 'Chủ tịch UBND phường',
  'donVi.diaBan': 'địa bàn phường',
  'donVi.diaBanTen': 'địa bàn phường Bình Long',
  'donVi.khuDanCu': 'khu phố',
  nam: '2026',
  'capTren.ten': 'tỉnh Đồng Nai',
  'capTren.Ten': 'Tỉnh Đồng Nai, ở đầu câu',
  'capTren.tenRieng': 'Đồng Nai',
  'capTren.loai': 'tỉnh',
  'capTren.ubnd': 'UBND tỉnh',
  'capTren.chuTich': 'Chủ tịch UBND tỉnh',
  'capTren.soNgay': 'Kế hoạch số 51/KH-UBND ngày 30/01/2026',
  'capTren.keHoach': 'Kế hoạch số 51/KH-UBND ngày 30/01/2026 của UBND tỉnh về việc …',
} as const;

/** Name of a blank that is not an office's. */
export type BlankName = keyof typeof BLANKS;

/** Prefix of a blank for an office: `[[coQuan.một cửa]]`, `[[coQuan.một cửa.viết tắt]]` for its short name. */
export const OFFICE_PREFIX = 'coQuan.';
const SHORT_SUFFIX = '.viết tắt';

/** Values of the blanks for a unit and its superior; a missing office has none. */
export type BlankValues = ReadonlyMap<string, string>;

/** The superior as a unit's plan names it. */
export interface SuperiorNames {
  readonly names: ProvinceNames;
  readonly properName: string;
  /** Number and symbol of its plan. */
  readonly code: string;
  readonly issuedDate: IsoDate;
  /** UBND tỉnh, as it was called when it issued. */
  readonly issuedBy: string;
  /** Trích yếu as it is cited: "về việc …". */
  readonly citedAs: string;
}

/** Fills the list of blanks for one unit. */
export function blankValues(profile: UnitProfile, superior: SuperiorNames, year: number): BlankValues {
  const { kind, name: properName } = profile.unit;
  const name = unitName(profile);
  const cited = `Kế hoạch số ${superior.code} ${formatShortDate(superior.issuedDate)}`;
  const named: Readonly<Record<BlankName, string>> = {
    'donVi.ten': name,
    'donVi.Ten': capitalised(name),
    'donVi.TEN': toCapitals(name),
    'donVi.tenRieng': properName,
    'donVi.loai': kind,
    'donVi.Loai': capitalised(kind),
    'donVi.ubnd': `UBND ${kind}`,
    'donVi.ubndTen': `UBND ${name}`,
    'donVi.ubndDayDu': `Ủy ban nhân dân ${name}`,
    'donVi.chuTich': `Chủ tịch UBND ${kind}`,
    'donVi.diaBan': `địa bàn ${kind}`,
    'donVi.diaBanTen': `địa bàn ${name}`,
    'donVi.khuDanCu': profile.residentialUnits,
    nam: String(year),
    'capTren.ten': superior.names.name,
    'capTren.Ten': capitalised(superior.names.name),
    'capTren.tenRieng': superior.properName,
    'capTren.loai': superior.names.kind,
    'capTren.ubnd': superior.names.committee,
    'capTren.chuTich': `Chủ tịch ${superior.names.committee}`,
    'capTren.soNgay': cited,
    'capTren.keHoach': `${cited} của ${superior.issuedBy} ${superior.citedAs}`,
  };
  const values = new Map<string, string>(Object.entries(named));
  for (const role of OFFICE_ROLES) {
    const office = profile.offices[role];
    if (!office) continue;
    values.set(`${OFFICE_PREFIX}${role}`, office.name);
    values.set(`${OFFICE_PREFIX}${role}${SHORT_SUFFIX}`, office.shortName);
  }
  return values;
}

/** The role of an office that a blank names, or null. */
export function roleOf(name: string): OfficeRole | null {
  if (!name.startsWith(OFFICE_PREFIX)) return null;
  const words = name.slice(OFFICE_PREFIX.length);
  const role = words.endsWith(SHORT_SUFFIX) ? words.slice(0, -SHORT_SUFFIX.length) : words;
  return OFFICE_ROLES.find((known) => known === role) ?? null;
}

/** Finds the problem of a blank's name, or null. */
export function blankProblem(name: string): 'BLANK_UNKNOWN' | 'ROLE_UNKNOWN' | null {
  if (Object.hasOwn(BLANKS, name) || roleOf(name)) return null;
  return name.startsWith(OFFICE_PREFIX) ? 'ROLE_UNKNOWN' : 'BLANK_UNKNOWN';
}
