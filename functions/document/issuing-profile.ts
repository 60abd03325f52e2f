import { foldNotation } from './code-notation.ts';
import type { OrganProfile } from './schemas/organ-profile.schema.ts';
import { findType, notationOfType } from './type-table.ts';
import { TYPE_TRAITS } from './type-traits.ts';

/**
 * The profile as whom a document issues. Without `series`: the organ itself. With it: the numbers are of that series, and where an
 * advisory body of the organ (hội đồng, ban, tổ) has it for its own, the document bears the body's names under the organ's
 * (PL I, Mục II.3.a). Null where the profile has no such series.
 */
export function issuingProfile(profile: OrganProfile, series: string | undefined): OrganProfile | null {
  if (series === undefined) {
    const own = profile.series.filter(({ body }) => body === undefined);
    // The same object where nothing is left out: what was frozen before there were bodies is frozen alike.
    return own.length === profile.series.length ? profile : { ...profile, series: own };
  }
  const named = profile.series.find(({ name }) => name === series);
  if (!named) return null;
  const { body } = named;
  if (!body) return { ...profile, series: [named] };
  const { parentLines: _, ...organ } = profile;
  return { ...organ, ...body, parentName: body.parentName ?? abbreviated(profile.name), series: [named] };
}

/** An organ's name with its common words abbreviated, as it stands above another's (PL I, Mục II.2.a). */
function abbreviated(name: string): string {
  return name.replace(/^(?:Ủy|Uỷ) ban nhân dân(?=\s)/iu, 'UBND').replace(/^Hội đồng nhân dân(?=\s)/iu, 'HĐND');
}

/** The organ and each of its advisory bodies, as whom documents of an older book may have been issued. */
export function issuingProfiles(profile: OrganProfile): OrganProfile[] {
  const bodies = profile.series.filter(({ body }) => body !== undefined).map(({ name }) => name);
  return [undefined, ...bodies].flatMap((series) => issuingProfile(profile, series) ?? []);
}

/** The symbol of the plans that a profile issues: `KH-UBND`. */
export function planNotation({ abbreviation }: OrganProfile): string {
  return `${TYPE_TRAITS.KeHoach.abbreviation}-${abbreviation}`;
}

/** Tells whether documents of a type that a profile issues can bear a folded symbol. */
export function mayBear(code: string, profile: OrganProfile, notation: string): boolean {
  const type = findType(code, profile.types);
  if (!type) return false;
  if (type.abbreviation !== null) return notation === foldNotation(notationOfType(type, profile.abbreviation, ''));
  return notation.startsWith(`${foldNotation(profile.abbreviation)}-`);
}
