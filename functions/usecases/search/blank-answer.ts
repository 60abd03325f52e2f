import { foldNotation } from '#document/code-notation.ts';
import { olderSeriesFor, typeOfNotation } from '#document/older-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import type { BlankKind } from '#register/model/blank-number.schema.ts';
import type { Deps } from '../deps.ts';
import type { OwnSeries } from './complete-query.ts';

/** A number of an older book without a document, as it is answered. */
export interface BlankAnswer {
  readonly year: number;
  readonly series: string;
  readonly reason: BlankKind;
  readonly symbol: string;
  /** Note of the book beside it. */
  readonly note?: string;
}

/** Number that is looked for in a series. */
export interface BlankQuery {
  readonly number: number;
  readonly codeSuffix?: string;
  readonly notation: string | null;
}

/** Tells whether a series of the older book has the number without a document. */
export async function findBlank(
  deps: Deps,
  organ: string,
  { number, codeSuffix, notation }: BlankQuery,
  { year, name: series }: OwnSeries,
): Promise<BlankAnswer | undefined> {
  const suffix = codeSuffix === undefined ? {} : { codeSuffix };
  const blank = await deps.register.getBlank({ organ, year, series, codeNumber: number, ...suffix });
  if (!blank) return undefined;
  const own = blank.symbol.split('/').slice(1).join('/');
  if (notation !== null && own !== '' && !foldNotation(own).endsWith(notation)) return undefined;
  const { kind: reason, symbol, note } = blank;
  return { year, series, reason, symbol, ...(note !== undefined && { note }) };
}

/** The series of an older book that a symbol is of, where no series of the profile numbers its type. */
export function olderSeriesOf(notation: string | null, profiles: readonly OrganProfile[]): string | undefined {
  const profile = profiles.at(-1);
  const named = notation === null || !profile ? undefined : typeOfNotation(notation, profile, false);
  return profile && named && olderSeriesFor(profile, named.type.code);
}
