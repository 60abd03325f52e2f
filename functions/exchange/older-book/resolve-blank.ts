import { dateParts } from '#document/dates.ts';
import { issuingProfiles } from '#document/issuing-profile.ts';
import { olderSeriesFor } from '#document/older-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { type RowFinding, rowFinding } from './import-texts.ts';
import { type BlankRow, FIELD_WORDS } from './parse-import-row.ts';
import { type ImportRecord, readSymbol } from './resolve-import-row.ts';

/** A number of an older book without a document, as the register takes it. */
export interface BlankRecord {
  readonly kind: 'cancelled' | 'empty' | 'secret';
  readonly year: number;
  readonly series: string;
  readonly number: number;
  readonly codeSuffix: string | null;
  /** As printed, where the row has it. */
  readonly notation: string | null;
  readonly issuedDate: string | null;
  readonly note: string | null;
}

/** Day and series of a line beside a blank. */
export type BlankNeighbour = Pick<ImportRecord, 'issuedDate' | 'series'>;

/** A blank, or why it cannot be placed. */
export interface ResolvedBlank {
  readonly blank: BlankRecord | null;
  readonly findings: readonly RowFinding[];
}

/**
 * Makes of a row a number without a document: its year by its day, its series by its symbol; what it does not say is as on the line
 * beside it.
 */
export function resolveBlank(
  { row, blank }: BlankRow,
  profiles: readonly OrganProfile[],
  today: string,
  neighbour: BlankNeighbour | undefined,
): ResolvedBlank {
  const { number, codeSuffix, notation, issuedDate: typed, findings } = row;
  if (number === null) return { blank: null, findings };
  const issuedDate = typed !== null && typed <= today ? typed : null;
  const issuers = profiles.toReversed().flatMap(issuingProfiles);
  const symbol = notation === null || issuers.length === 0 ? null : readSymbol(notation, issuers, null);
  const foreign = symbol && 'code' in symbol ? [rowFinding(symbol.code, FIELD_WORDS.code, symbol.params)] : [];
  const own = symbol && 'type' in symbol ? symbol : null;
  const day = issuedDate ?? neighbour?.issuedDate;
  const series = own ? olderSeriesFor(own.issuer, own.type.code) : neighbour?.series;
  const wrong = [
    ...findings,
    ...foreign,
    ...(day === undefined ? [rowFinding('BLANK_YEAR', FIELD_WORDS.issuedDate)] : []),
    ...(series === undefined ? [rowFinding('BLANK_SERIES', FIELD_WORDS.code)] : []),
  ];
  if (day === undefined || series === undefined || wrong.length > 0) return { blank: null, findings: wrong };
  const { kind, note } = blank;
  const { year } = dateParts(day);
  return {
    blank: { kind, year, series, number, codeSuffix, notation: own?.notation ?? null, issuedDate, note },
    findings,
  };
}
