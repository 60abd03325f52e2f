import type { IsoDate } from './dates.ts';
import type { OrganProfile } from './schemas/organ-profile.schema.ts';

/** The profile of an organ that is valid on a day, or null. */
export function profileOn(profiles: readonly OrganProfile[], organId: string, date: IsoDate): OrganProfile | null {
  const valid = profiles.filter((p) => p.organId === organId && p.validFrom <= date && (p.validTo ?? date) >= date);
  return valid.reduce<OrganProfile | null>((best, p) => (best && best.validFrom > p.validFrom ? best : p), null);
}

/** Two profiles of one organ of which both would be valid on some day. */
export type Overlap = readonly [earlier: OrganProfile, later: OrganProfile];

/** Profiles of one organ that are valid at once; none in a good directory. */
export function overlappingProfiles(profiles: readonly OrganProfile[]): Overlap[] {
  const sorted = [...profiles].sort(
    (a, b) => a.organId.localeCompare(b.organId) || a.validFrom.localeCompare(b.validFrom),
  );
  return sorted.flatMap((earlier, i) =>
    sorted
      .slice(i + 1)
      .filter((later) => later.organId === earlier.organId && (earlier.validTo ?? later.validFrom) >= later.validFrom)
      .map((later): Overlap => [earlier, later]),
  );
}

/** The series that numbers documents of a type, or null where the profile names none. */
export function seriesFor(profile: OrganProfile, type: string): OrganProfile['series'][number] | null {
  return profile.series.find((s) => s.types.includes(type)) ?? null;
}
