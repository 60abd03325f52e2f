import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { PROFILE_FIELDS, type ProfileField } from '../admin/profile-fields.ts';
import { suggestSignIn } from '../admin/sign-in-name.ts';
import { kindOf, type OfficeKind, profileOfKind } from './office-kinds.ts';

/** The office as somebody declares it: what they typed stands, the rest follows from kind and name. */
export interface OfficeForm {
  readonly name: string;
  /** Null: as the name says. */
  readonly kind: OfficeKind | null;
  readonly validFrom: string;
  /** Values typed over derived ones, by field id. */
  readonly typed: Readonly<Record<string, string>>;
}

/** The fields that an office is asked for at once; the others stand under them, filled in. */
export const FIRST_FIELDS: readonly ProfileField[] = fieldsOf('parentName', 'headerLines', 'place', 'abbreviation');

/** See {@link FIRST_FIELDS}. */
export const FURTHER_FIELDS: readonly ProfileField[] = PROFILE_FIELDS.filter(
  (field) => field.id !== 'name' && !FIRST_FIELDS.includes(field),
);

/** A form that nobody has typed into: from the first day of a year. */
export function emptyOfficeForm(name: string, today: string): OfficeForm {
  return { name, kind: null, validFrom: `${today.slice(0, 4)}-01-01`, typed: {} };
}

/** The form of an office that was declared: what it says differently from most of its kind counts as typed. */
export function formOfOffice(profile: OrganProfile): OfficeForm {
  const { name, validFrom } = profile;
  const usual = profileOfKind(kindOf(name), name, profile);
  const typed = PROFILE_FIELDS.flatMap((field) => {
    const text = field.read(profile);
    return field.id === 'name' || text === field.read(usual) ? [] : [[field.id, text] as const];
  });
  return { name, kind: null, validFrom, typed: Object.fromEntries(typed) };
}

/** The office's information that a form makes. */
export function officeOf({ name, kind, validFrom, typed }: OfficeForm, organId: string): OrganProfile {
  const base = profileOfKind(kind ?? kindOf(name), name, { organId, validFrom });
  return PROFILE_FIELDS.reduce((profile, field) => {
    const text = typed[field.id];
    return text === undefined ? profile : field.write(profile, text);
  }, base);
}

/** `phuong-binh-long` of Ủy ban nhân dân phường Bình Long: the id of an office that is declared. */
export function organIdOf(name: string): string {
  return suggestSignIn(name.trim().replace(/^(ủy ban nhân dân|ubnd)\s+/iu, ''), []);
}

function fieldsOf(...ids: readonly string[]): ProfileField[] {
  return PROFILE_FIELDS.filter(({ id }) => ids.includes(id));
}
