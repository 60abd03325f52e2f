import { foldNotation } from '#document/code-notation.ts';
import { dateParts } from '#document/dates.ts';
import { issuingProfiles, mayBear } from '#document/issuing-profile.ts';
import type { CodeQuery } from '#document/numbering/code-query.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { findType, TYPE_TABLE } from '#document/type-table.ts';
import { TYPE_NAMING_UNIT, type TypeCode } from '#document/type-traits.ts';

/** Years to look back for a number without a year in one's own series. */
const YEARS_BACK = 10;

/** A series of a year of the asker's organ. */
export interface OwnSeries {
  readonly year: number;
  readonly name: string;
}

/** Query as it was understood. */
export interface AskedNumber {
  readonly number: number;
  /** A letter of an older book's number: `a`, `bis`. */
  readonly codeSuffix?: string;
  /** Folded symbol: `KH-UBND`; null where it was neither typed nor completed. */
  readonly notation: string | null;
  readonly typeCode: TypeCode | null;
  readonly year: number | null;
}

/** Series of the organ that a query may mean, and the completed query. */
export interface OwnAnswer {
  readonly series: readonly OwnSeries[];
  readonly notation: string | null;
  readonly typeCode: TypeCode | null;
}

/**
 * Completes a query from the organ's own profiles: `KH 35` by its abbreviation to KH-UBND; `12/UBND`, which lacks the
 * unit of a công văn, to its series of công văn.
 */
export function completeQuery(profiles: readonly OrganProfile[], query: CodeQuery, thisYear: number): OwnAnswer {
  const issuing = profiles.flatMap(issuingProfiles);
  const asked = (profile: OrganProfile) => foldNotation(profile.abbreviation) === query.notation;
  const lacksUnit = issuing.some(asked);
  const typeCode = lacksUnit ? TYPE_NAMING_UNIT : query.typeCode;
  const alone = typesAbbreviated(query.notation);
  const typed = lacksUnit || alone.length > 0 ? null : query.notation;
  const latest = profiles.at(-1);
  const completed = typed ?? completedNotation(query, typeCode, latest);
  const fits = (type: string, profile: OrganProfile) => {
    if (typeCode !== null && type !== typeCode) return false;
    if (alone.length > 0 && !alone.includes(type)) return false;
    if (typed !== null) return mayBear(type, profile, typed);
    // What is not typed is completed as the organ's own; an advisory body is meant where its symbol is.
    if (isBody(profile)) return lacksUnit ? asked(profile) : completed === null;
    return !lacksUnit || profiles.some(asked);
  };
  const series = yearsOf(profiles, query.year, thisYear).flatMap((year) =>
    seriesOfYear(issuing, year, fits).map((name) => ({ year, name })),
  );
  return { series, notation: completed, typeCode };
}

/** Types of which a folded symbol is nothing but the abbreviation; HD is that of hướng dẫn and of hợp đồng. */
function typesAbbreviated(notation: string | null): string[] {
  return TYPE_TABLE.filter(({ abbreviation }) => abbreviation !== null && foldNotation(abbreviation) === notation).map(
    ({ code }) => code,
  );
}

/** Completes an abbreviation alone, or the name of a plan, to a symbol of the organ. */
function completedNotation(
  { notation }: CodeQuery,
  typeCode: string | null,
  latest: OrganProfile | undefined,
): string | null {
  if (!latest) return notation;
  if (typesAbbreviated(notation).length > 0) return `${notation}-${foldNotation(latest.abbreviation)}`;
  const { abbreviation = null } = findType(typeCode ?? '') ?? {};
  return notation === null && abbreviation !== null ? foldNotation(`${abbreviation}-${latest.abbreviation}`) : null;
}

function isBody({ series }: OrganProfile): boolean {
  return series.every(({ body }) => body !== undefined);
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
  fits: (type: string, profile: OrganProfile) => boolean,
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
