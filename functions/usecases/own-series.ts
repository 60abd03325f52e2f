import { foldNotation } from '../document/code-notation.ts';
import type { CodeQuery } from '../document/code-query.ts';
import { dateParts } from '../document/dates.ts';
import { documentTypes, type TypeCode } from '../document/document-types.ts';
import type { OrganProfile } from '../document/organ-profile.schema.ts';

/** How many years back a number without a year is looked for among one's own. */
const YEARS_BACK = 10;

/** A series of a year of the asker's organ. */
export interface OwnSeries {
  readonly year: number;
  readonly name: string;
}

/** Which of one's own series a query may mean, and the query with what they complete. */
export interface OwnAnswer {
  readonly series: readonly OwnSeries[];
  readonly notation: string | null;
  readonly typeCode: TypeCode | null;
}

/**
 * Completes a query from the organ's own profiles: `KH 35` by its abbreviation to KH-UBND; `12/UBND`, which lacks the
 * unit of a công văn, to its series of công văn.
 */
export function ownSeries(profiles: readonly OrganProfile[], query: CodeQuery, thisYear: number): OwnAnswer {
  const abbreviations = new Set(profiles.map(({ abbreviation }) => foldNotation(abbreviation)));
  const lacksUnit = query.notation !== null && abbreviations.has(query.notation);
  const typeCode = lacksUnit ? 'CongVan' : query.typeCode;
  const typed = lacksUnit ? null : query.notation;
  const series = yearsOf(profiles, query.year, thisYear).flatMap((year) =>
    seriesOfYear(profiles, year, (type, profile) => {
      if (typeCode !== null && type !== typeCode) return false;
      return typed === null || mayBear(type, profile, typed);
    }).map((name) => ({ year, name })),
  );
  const latest = profiles.at(-1);
  const completed = typed === null && typeCode === 'KeHoach' && latest ? planNotation(latest) : typed;
  return { series, notation: completed, typeCode };
}

function yearsOf(profiles: readonly OrganProfile[], year: number | null, thisYear: number): number[] {
  if (year !== null) return [year];
  const first = Math.min(thisYear, ...profiles.map(({ validFrom }) => dateParts(validFrom).year));
  const count = Math.min(thisYear - first + 1, YEARS_BACK);
  return Array.from({ length: count }, (_, i) => thisYear - i);
}

function seriesOfYear(
  profiles: readonly OrganProfile[],
  year: number,
  fits: (type: TypeCode, profile: OrganProfile) => boolean,
): string[] {
  const valid = profiles.filter(
    ({ validFrom, validTo }) =>
      dateParts(validFrom).year <= year && (validTo === null || dateParts(validTo).year >= year),
  );
  const names = valid.flatMap((profile) =>
    profile.series.filter(({ types }) => types.some((type) => fits(type, profile))).map(({ name }) => name),
  );
  return [...new Set(names)];
}

/** Whether documents of a type can bear a folded symbol. */
function mayBear(type: TypeCode, profile: OrganProfile, notation: string): boolean {
  if (type === 'KeHoach') return notation === planNotation(profile);
  return notation.startsWith(`${foldNotation(profile.abbreviation)}-`);
}

function planNotation({ abbreviation }: OrganProfile): string {
  return foldNotation(`${documentTypes.KeHoach.abbreviation}-${abbreviation}`);
}
