import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { TYPE_TABLE } from '#document/type-table.ts';
import type { Problem } from '../../api/problem.ts';
import { formatDay } from '../format.ts';
import { linesOf, PROFILE_FIELDS } from './profile-fields.ts';
import { suggestSignIn } from './sign-in-name.ts';

type Series = OrganProfile['series'][number];
type Signer = OrganProfile['signers'][number];

/** A series as it is typed: its types by their names, one a line. */
export interface SeriesRow {
  readonly kept: Omit<Series, 'types' | 'given' | 'startAt'> | null;
  readonly types: string;
  readonly isRecorded: boolean;
  readonly startAt: string;
}

/** A signer as they are typed; `kept` null: somebody new. */
export interface SignerRow {
  readonly kept: Signer | null;
  readonly fullName: string;
  readonly position: string;
}

/** The organ's information as the form has it. */
export interface ProfileForm {
  readonly validFrom: string;
  /** Values that were typed, by the ids of the fields. */
  readonly texts: Readonly<Record<string, string>>;
  readonly signers: readonly SignerRow[];
  readonly series: readonly SeriesRow[];
}

/** The form of an organ's information. */
export function formOf(profile: OrganProfile): ProfileForm {
  return {
    validFrom: profile.validFrom,
    texts: Object.fromEntries(PROFILE_FIELDS.map((field) => [field.id, field.read(profile)])),
    signers: profile.signers.map((kept) => ({ kept, fullName: kept.fullName, position: kept.position })),
    series: profile.series.map(({ types, given, startAt, ...kept }) => ({
      kept,
      types: types.map((code) => typeName(code, profile)).join('\n'),
      isRecorded: given === 'recorded',
      startAt: startAt === undefined ? '' : String(startAt),
    })),
  };
}

/** The organ's information that a form makes of the one it began with; what was not touched stays as it is. */
export function profileOf(base: OrganProfile, form: ProfileForm): OrganProfile {
  const written = PROFILE_FIELDS.reduce((profile, field) => {
    const text = form.texts[field.id] ?? '';
    return text === field.read(base) ? profile : field.write(profile, text);
  }, base);
  const isSameDay = form.validFrom === base.validFrom;
  return {
    ...written,
    validFrom: form.validFrom,
    validTo: isSameDay ? base.validTo : null,
    signers: signersOf(form.signers),
    series: seriesOf(form.series, base),
  };
}

/** Field that a form changes, as it is and as it will be. */
export interface ChangedField {
  readonly label: string;
  readonly was: string;
  readonly will: string;
}

/** Fields that a form changes, with both values as they are typed. */
export function changedFields(base: OrganProfile, next: OrganProfile): ChangedField[] {
  const fields = PROFILE_FIELDS.map((field) => ({ label: field.label, was: field.read(base), will: field.read(next) }));
  const signers = (profile: OrganProfile) =>
    profile.signers.map(({ position, fullName }) => `${position} ${fullName}`).join('\n');
  const series = (profile: OrganProfile) =>
    profile.series
      .map(({ types, given, startAt }) => {
        const names = types.map((code) => typeName(code, profile)).join(', ');
        return `${names}${given === 'recorded' ? ' (ghi lại số)' : ''}${startAt === undefined ? '' : `, từ số ${startAt}`}`;
      })
      .join('\n');
  const others = [
    { label: 'Người ký', was: signers(base), will: signers(next) },
    { label: 'Các sổ', was: series(base), will: series(next) },
  ];
  return [...fields, ...others].filter(({ was, will }) => was !== will);
}

/** Says what saving does to the days: corrects those from that day, or begins others. */
export function dayLine(validFrom: string, days: readonly string[]): string {
  const day = formatDay(validFrom);
  return days.includes(validFrom)
    ? `Sửa Thông tin cơ quan có từ ${day}: văn bản đề ngày từ hôm ấy mà chưa có số sẽ in theo bản sửa.`
    : `Thông tin mới từ ${day}; văn bản đề ngày trước hôm ấy vẫn in theo thông tin cũ.`;
}

/** Lists the server's faults at a field, once each, without program names. */
export function faultsAt(problem: Problem | null, pointer: readonly (string | number)[]): string[] {
  const here = (problem?.errors ?? []).filter((error) => pointer.every((step, at) => error.pointer?.[at] === step));
  const said = new Set(here.map(({ message }) => message.replace(/ \([a-zA-Z]+\)/g, '')));
  return [...said];
}

function signersOf(rows: readonly SignerRow[]): Signer[] {
  const taken = rows.flatMap(({ kept }) => (kept ? [kept.staffId] : []));
  return rows.map(({ kept, ...row }) => {
    const [fullName, position] = [row.fullName.trim(), row.position.trim()];
    if (kept) return { ...kept, fullName, position };
    const staffId = suggestSignIn(fullName, taken);
    taken.push(staffId);
    return { staffId, fullName, position };
  });
}

function seriesOf(rows: readonly SeriesRow[], base: OrganProfile): Series[] {
  const taken = rows.flatMap(({ kept }) => (kept ? [kept.name] : []));
  return rows.map((row, at) => {
    const names = linesOf(row.types);
    const kept = row.kept ?? { name: suggestSignIn(names[0] ?? 'so', taken) };
    taken.push(kept.name);
    const given = base.series[at]?.given === 'own' ? { given: 'own' as const } : {};
    return {
      ...kept,
      types: names.map((name) => typeCode(name, base)),
      ...(row.isRecorded ? { given: 'recorded' as const } : given),
      ...(row.startAt.trim() !== '' && { startAt: Number(row.startAt) }),
    };
  });
}

function typeName(code: string, { types = [] }: Pick<OrganProfile, 'types'>): string {
  return [...TYPE_TABLE, ...types].find((type) => type.code === code)?.typeName ?? code;
}

/** A name that nobody knows stays as it was typed: the server says so at its place. */
function typeCode(name: string, { types = [] }: Pick<OrganProfile, 'types'>): string {
  const wanted = name.toLocaleLowerCase('vi');
  const found = [...TYPE_TABLE, ...types].find((type) => type.typeName.toLocaleLowerCase('vi') === wanted);
  return found?.code ?? name;
}
