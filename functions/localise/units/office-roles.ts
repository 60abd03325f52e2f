import type { Unit } from './directory.ts';

/** The roles by which a plan names a unit's offices; each unit fills them with its own. A closed list. */
export const OFFICE_ROLES = [
  'văn phòng',
  'tham mưu cải cách hành chính',
  'văn hóa - xã hội',
  'kinh tế',
  'một cửa',
  'truyền thông',
  'công an',
  'quân sự',
  'mặt trận',
  'đoàn thanh niên',
] as const;

/** A role of an office. */
export type OfficeRole = (typeof OFFICE_ROLES)[number];

/** An office of a unit: its name in full, and the short one that tables and recipients use. */
export interface Office {
  readonly name: string;
  readonly shortName: string;
}

/** A unit's offices; null: the unit has none in this role. */
export type Offices = Readonly<Record<OfficeRole, Office | null>>;

const office = (name: string, shortName = name): Office => ({ name, shortName });

const SOCIAL = office('Phòng Văn hóa - Xã hội');
const ECONOMIC = office('Phòng Kinh tế');
const ECONOMIC_URBAN = office('Phòng Kinh tế, Hạ tầng và Đô thị');

/** Phú Quốc, the one đặc khu whose office has a phường's name (Nghị định 150/2025/NĐ-CP). */
const PHU_QUOC = '31078';

/**
 * The offices that a unit of a kind has unless it says otherwise: the specialised ones of Nghị định 150/2025/NĐ-CP, and
 * those of Party and mass bodies by their usual names. What stands for `truyền thông` differs from place to place most.
 */
export function defaultOffices({ code, kind }: Pick<Unit, 'code' | 'kind'>): Offices {
  return {
    'văn phòng': office('Văn phòng HĐND và UBND'),
    'tham mưu cải cách hành chính': SOCIAL,
    'văn hóa - xã hội': SOCIAL,
    'kinh tế': kind === 'phường' || code === PHU_QUOC ? ECONOMIC_URBAN : ECONOMIC,
    'một cửa': office('Trung tâm Phục vụ hành chính công', 'Trung tâm Phục vụ HCC'),
    'truyền thông': office('Trung tâm Dịch vụ tổng hợp'),
    'công an': office(`Công an ${kind}`),
    'quân sự': office(`Ban Chỉ huy Quân sự ${kind}`),
    'mặt trận': office(`Ủy ban MTTQ Việt Nam ${kind}`),
    'đoàn thanh niên': office(`Đoàn Thanh niên ${kind}`),
  };
}
