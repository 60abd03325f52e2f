import type { Unit } from './directory.ts';
import { defaultOffices, OFFICE_ROLES, type OfficeRole, type Offices } from './office-roles.ts';
import { capitalised } from './province-names.ts';
import type { UnitKind } from './unit-kind.ts';
import type { UnitOverride } from './unit-override.schema.ts';

/** All that a plan needs to know of a unit. */
export interface UnitProfile {
  readonly unit: Unit;
  /** Id of the organ in the register: by the code, since names repeat. */
  readonly organId: string;
  /** staffId of the one who drafts, or null. */
  readonly drafter: string | null;
  /** Abbreviation of the unit that drafts, or null. */
  readonly draftingUnit: string | null;
  /** Tells whether the kind takes a capital: "Phường Trần Hưng Đạo" (PL II, Mục III.1.b). */
  readonly capitalKind: boolean;
  /** Ô 4. */
  readonly place: string;
  readonly offices: Offices;
  /** Parts of the unit: "khu phố", "ấp", "thôn". */
  readonly residentialUnits: string;
  readonly positions: readonly string[];
  readonly signers: NonNullable<UnitOverride['signers']>;
  /** Recipients of the unit's own, beside those that the plan names. */
  readonly recipients: readonly string[];
  /** Number and day of its own documents, by the key under which a plan cites them. */
  readonly ownDocuments: NonNullable<UnitOverride['ownDocuments']>;
  readonly address: readonly string[] | null;
  /** Fields that are defaults or not known yet. */
  readonly open: readonly OpenPoint[];
}

/** Something of a unit that nobody has said yet: the plan is made with a default, or with a hole. */
export type OpenPoint =
  | { readonly what: 'drafter' | 'signer' | 'named' | 'residentialUnits' | 'recipients' }
  | { readonly what: 'office'; readonly role: OfficeRole };

/** Provinces that call the parts of a phường khu phố, and those of a xã ấp; Đồng Nai has thôn too, from Bình Phước. */
const SOUTHERN: Readonly<Record<string, string>> = { '75': 'ấp, thôn', '79': 'ấp', '80': 'ấp' };

/** The general names of the law: tổ dân phố in a phường, thôn in a xã (Luật Tổ chức chính quyền địa phương 2025). */
const GENERAL: Readonly<Record<UnitKind, string>> = {
  phường: 'tổ dân phố',
  xã: 'thôn',
  'đặc khu': 'khu dân cư',
};

/** A unit's profile: the defaults of its kind, and over them what it says of itself. */
export function unitProfile(unit: Unit, override: UnitOverride | null = null): UnitProfile {
  const capitalKind = override?.named === undefined ? startsWithNumber(unit) : override.named !== 'place';
  return {
    unit,
    organId: override?.organId ?? `dv-${unit.code}`,
    drafter: override?.drafter ?? null,
    draftingUnit: override?.draftingUnit ?? null,
    capitalKind,
    place: override?.place ?? (capitalKind ? `${capitalised(unit.kind)} ${unit.name}` : unit.name),
    offices: officesOf(unit, override),
    residentialUnits: override?.residentialUnits ?? defaultResidentialUnits(unit),
    positions: override?.positions ?? ['Chủ tịch', 'Phó Chủ tịch'],
    signers: override?.signers ?? [],
    recipients: override?.recipients ?? [],
    ownDocuments: override?.ownDocuments ?? {},
    address: override?.address ?? null,
    open: openPoints(unit, override),
  };
}

/** The unit's name in running text: "phường Bình Long", "Phường Trần Hưng Đạo". */
export function unitName({ unit, capitalKind }: Pick<UnitProfile, 'unit' | 'capitalKind'>): string {
  return `${capitalKind ? capitalised(unit.kind) : unit.kind} ${unit.name}`;
}

/** "Phường 1 Bảo Lộc": that a name is a number can be seen; that it is a person's cannot. */
function startsWithNumber({ name }: Unit): boolean {
  return /^\d/.test(name);
}

function officesOf(unit: Unit, override: UnitOverride | null): Offices {
  const offices = { ...defaultOffices(unit) };
  for (const role of OFFICE_ROLES) {
    const own = override?.offices?.[role];
    if (own !== undefined) offices[role] = own && { name: own.name, shortName: own.shortName ?? own.name };
  }
  return offices;
}

function defaultResidentialUnits({ kind, provinceCode }: Unit): string {
  const ofCommunes = SOUTHERN[provinceCode];
  if (ofCommunes === undefined || kind === 'đặc khu') return GENERAL[kind];
  return kind === 'phường' ? 'khu phố' : ofCommunes;
}

function openPoints(unit: Unit, override: UnitOverride | null): OpenPoint[] {
  const offices = OFFICE_ROLES.filter((role) => override?.offices?.[role] === undefined);
  return [
    ...(override?.drafter === undefined ? [{ what: 'drafter' as const }] : []),
    ...(override?.signers?.length ? [] : [{ what: 'signer' as const }]),
    ...(override?.named !== undefined || startsWithNumber(unit) ? [] : [{ what: 'named' as const }]),
    ...offices.map((role) => ({ what: 'office' as const, role })),
    ...(override?.residentialUnits === undefined ? [{ what: 'residentialUnits' as const }] : []),
    ...(override?.recipients === undefined ? [{ what: 'recipients' as const }] : []),
  ];
}
