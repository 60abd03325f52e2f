import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';

/** Kinds of offices at their beginning: head lines, leader, and steps before the signature. */
export type OfficeKind = 'commune' | 'department' | 'school' | 'committee' | 'small';

/** Number of people who check a document before its signer: content, then form. */
export type StepCount = 0 | 1 | 2;

/** A kind as the wizard offers it. */
export interface KindChoice {
  readonly kind: OfficeKind;
  readonly label: string;
  /** The steps that offices of this kind mostly have. */
  readonly steps: StepCount;
}

/** The kinds in the order of how many offices are of each. */
export const KINDS: readonly KindChoice[] = [
  { kind: 'commune', label: 'UBND xã, phường, đặc khu', steps: 2 },
  { kind: 'school', label: 'Trường học', steps: 1 },
  { kind: 'department', label: 'Sở, ban, ngành', steps: 2 },
  { kind: 'committee', label: 'Ban, hội đồng có con dấu', steps: 0 },
  { kind: 'small', label: 'Đơn vị ít người, khác', steps: 0 },
];

const COMMITTEE = /^ủy ban nhân dân /iu;

/** The kind that a name speaks of. */
export function kindOf(name: string): OfficeKind {
  const plain = name.trim().toLocaleLowerCase('vi');
  if (COMMITTEE.test(plain)) return 'commune';
  if (plain.startsWith('trường ')) return 'school';
  if (plain.startsWith('sở ')) return 'department';
  return /^(ban|hội đồng) /u.test(plain) ? 'committee' : 'small';
}

/** An office by its name alone, as most of its kind are; each word of it may be changed. */
export function profileOfKind(
  kind: OfficeKind,
  named: string,
  { organId, validFrom }: Pick<OrganProfile, 'organId' | 'validFrom'>,
): OrganProfile {
  const name = named.trim();
  const common = {
    schema: 'OrganProfile@1',
    organId,
    validFrom,
    validTo: null,
    name,
    parentName: null,
    sharedWith: 'recipients',
    signers: [],
    series: [
      { name: 'ke-hoach', types: ['KeHoach'] },
      { name: 'cong-van', types: ['CongVan'] },
    ],
  } as const satisfies Partial<OrganProfile>;
  const { short, headWords, ...traits } = traitsOf(kind, name);
  return {
    ...common,
    signers: [],
    series: common.series.map(({ name: series, types }) => ({ name: series, types: [...types] })),
    ...traits,
    namesInOpening: { organ: short, head: `${headWords} ${short}` },
    namesInAttachment: { organ: short, head: `${headWords} ${short}` },
  };
}

type Traits = Pick<
  OrganProfile,
  'headerLines' | 'place' | 'abbreviation' | 'collectiveName' | 'headPosition' | 'positions' | 'units'
> & { readonly short: string; readonly headWords: string };

function traitsOf(kind: OfficeKind, name: string): Traits {
  if (kind === 'commune') return communeTraits(name);
  const [head, ...deputies] = POSITIONS[kind];
  return {
    headerLines: [name],
    place: placeIn(name),
    abbreviation: initials(name),
    collectiveName: kind === 'committee' ? name : null,
    headPosition: head,
    positions: [head, ...deputies],
    units: kind === 'department' ? [{ abbreviation: 'VP', name: 'Văn phòng' }] : [],
    short: name,
    headWords: head,
  };
}

/** A UBND has no organ above it on its head; its name stands on two lines (PL I, Mục II.2). */
function communeTraits(name: string): Traits {
  const unit = name.replace(COMMITTEE, '');
  return {
    headerLines: ['Ủy ban nhân dân', unit],
    place: placeIn(name),
    abbreviation: 'UBND',
    collectiveName: 'Ủy ban nhân dân',
    headPosition: 'Chủ tịch',
    positions: ['Chủ tịch', 'Phó Chủ tịch', 'Chánh Văn phòng'],
    units: [
      { abbreviation: 'VP', name: 'Văn phòng HĐND và UBND' },
      { abbreviation: 'VHXH', name: 'Phòng Văn hóa - Xã hội' },
      { abbreviation: 'KT', name: 'Phòng Kinh tế' },
    ],
    short: `UBND ${unit}`,
    headWords: 'Chủ tịch',
  };
}

const POSITIONS: Readonly<Record<Exclude<OfficeKind, 'commune'>, readonly [string, ...string[]]>> = {
  school: ['Hiệu trưởng', 'Phó Hiệu trưởng'],
  department: ['Giám đốc', 'Phó Giám đốc', 'Chánh Văn phòng'],
  committee: ['Trưởng ban', 'Phó Trưởng ban'],
  small: ['Trưởng đơn vị', 'Phó Trưởng đơn vị'],
};

/** Reads the name after xã, phường, tỉnh, thành phố; a number keeps the word before it: Phường 1. */
function placeIn(name: string): string {
  const [, kind = '', place = ''] = /(?:^|\s)(xã|phường|đặc khu|tỉnh|thành phố)\s+(.+)$/iu.exec(name) ?? [];
  if (place === '') return '';
  return /^\d/.test(place) ? `${kind.charAt(0).toLocaleUpperCase('vi')}${kind.slice(1)} ${place}` : place;
}

/** `SNV` of Sở Nội vụ: first letters without their marks of the words before a place; Đ is a letter of its own. */
function initials(name: string): string {
  const before = name.replace(/\s(?:xã|phường|đặc khu|tỉnh|thành phố)\s.*$/iu, '');
  const letters = [...before.matchAll(/(?<!\p{L})\p{L}/gu)].map(([letter]) => letter.normalize('NFD').charAt(0));
  return letters.join('').toLocaleUpperCase('vi').slice(0, 12);
}
