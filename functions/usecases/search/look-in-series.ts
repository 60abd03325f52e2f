import { foldNotation } from '#document/code-notation.ts';
import type { NumberedDocument } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { mayRead } from '../may-read.ts';
import { type AskedNumber, completeQuery, type OwnAnswer, type OwnSeries } from './complete-query.ts';
import type { Predecessor } from './predecessors.ts';

/** Lines under a number in a series. */
export interface LinesAtNumber {
  /** All lines, of which the asker may not see each. */
  readonly lines: readonly NumberedDocument[];
  /** Those that fit the query and that the asker may see. */
  readonly found: readonly NumberedDocument[];
  /** Tells whether the asker may see the first line. */
  readonly seesFirst: boolean;
}

/** Reads the lines under a number in a series of an organ. */
export async function lookInSeries(
  deps: Deps,
  actor: Actor,
  asked: AskedNumber,
  { organ, year, name }: OwnSeries & { readonly organ: string },
): Promise<LinesAtNumber> {
  const { number, codeSuffix } = asked;
  const lines = (await deps.register.listAtNumber(organ, year, name, number)).filter(
    ({ row }) => codeSuffix === undefined || row.codeSuffix === codeSuffix,
  );
  const seen = await Promise.all(lines.map(({ document }) => mayRead(deps, actor, document)));
  const found = lines.filter(({ row }, index) => seen[index] && fits(row, asked));
  return { lines, found, seesFirst: seen[0] === true };
}

/** Series of one organ that a query may mean, with the query as that organ's symbols complete it. */
export interface OrganSeries extends OwnAnswer {
  readonly organ: string;
}

/** Completes a query from the profiles of each predecessor: `35` is any of its series, `KH 35` that of its plans. */
export function seriesOfPredecessors(
  predecessors: readonly Predecessor[],
  query: Parameters<typeof completeQuery>[1],
  thisYear: number,
): OrganSeries[] {
  return predecessors.map(({ organ, profiles }) => ({ organ, ...completeQuery(profiles, query, thisYear) }));
}

/** Finds a number in the books of predecessors, the newest year of each first. What they lack is not told: they give no more numbers. */
export async function lookInPredecessors(
  deps: Deps,
  actor: Actor,
  asked: AskedNumber,
  theirs: readonly OrganSeries[],
): Promise<NumberedDocument[]> {
  const found = await Promise.all(
    theirs.flatMap(({ organ, series, notation, typeCode }) =>
      series.map((one) => lookInSeries(deps, actor, { ...asked, notation, typeCode }, { organ, ...one })),
    ),
  );
  return found.flatMap((one) => one.found);
}

function fits(row: NumberedDocument['row'], { notation, typeCode }: AskedNumber): boolean {
  return (
    (notation === null || foldNotation(row.codeNotation) === notation) &&
    (typeCode === null || row.typeCode === typeCode)
  );
}
