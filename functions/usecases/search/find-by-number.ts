import { foldSymbol } from '#document/code-notation.ts';
import { dateParts, vietnamDate } from '#document/dates.ts';
import { parseCodeQuery } from '#document/numbering/code-query.ts';
import type { SymbolPageRequest } from '#register/commands/page-requests.ts';
import type { BlankKind } from '#register/model/blank-number.schema.ts';
import type { NumberedDocument, Page } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import { seriesTypes } from '../book/series-rows.ts';
import type { Deps } from '../deps.ts';
import { mayRead } from '../may-read.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, startOf } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';
import { findBlank, olderSeriesOf } from './blank-answer.ts';
import { type AskedNumber, completeQuery, type OwnSeries } from './complete-query.ts';
import { lookInPredecessors, lookInSeries, seriesOfPredecessors } from './look-in-series.ts';
import { predecessorsOf } from './predecessors.ts';

/** Thousands of organs may have one symbol; each hit is read from its row and its document, 50 of them took 33 ms. */
const FOUND_PER_PAGE = 10;
const MAX_INDEX_PAGES = 20;

const noPage: Page<NumberedDocument> = { items: [] };

/** Number missing from a series of the asker's own organ; never reported of other organs. */
export interface AbsentNumber {
  /** Name of the asker's organ, as it was last. */
  readonly organName: string;
  readonly year: number;
  readonly series: string;
  /** Types that the series numbers. */
  readonly types: string;
  /**
   * `not-yet-given`: chưa cấp. `not-recorded`: of another system's numbers, not recorded here. `not-in-book`: the book of a year that is over does not have it. `below-start`: of an older book, not
   * brought in. `other-symbol`: the series gave it to another symbol. `cancelled`, `empty`: the older book has it without a document.
   */
  readonly reason: 'not-yet-given' | 'not-recorded' | 'not-in-book' | 'below-start' | 'other-symbol' | BlankKind;
  /** Highest number that the book has, where that says more than the reason. */
  readonly last?: number;
  /** The symbol it was given with, where it is another; of a blank its own. */
  readonly symbol?: string;
  /** Note of the older book on a blank. */
  readonly note?: string;
}

/** Every organ and year that has a number: the asker's own first, those of its predecessors, the newest year. */
export interface NumberAnswer {
  readonly asked: AskedNumber;
  readonly found: readonly NumberedDocument[];
  readonly absent: readonly AbsentNumber[];
  readonly cursor?: string;
}

/**
 * Finds documents by number in any spelling: `35/KH-UBND`, `Số 35 / kh-ubnd`, `35 kh ubnd`, `KH 35 2025`. What the
 * spelling lacks is completed from the asker's own series, and from those of each predecessor. Throws `no-number-in-query`, `bad-cursor`.
 */
export async function findByNumber(
  deps: Deps,
  actor: Actor,
  input: { readonly text: string; readonly year?: number | undefined; readonly cursor?: string | undefined },
): Promise<NumberAnswer> {
  requireRole(actor, 'find');
  const query = parseCodeQuery(input.text);
  if (!query) throw new UseCaseError('no-number-in-query', { params: { text: input.text.slice(0, 100) } });
  const thisYear = dateParts(vietnamDate(deps.clock.now())).year;
  const profiles = await readProfiles(deps, actor.organ);
  const year = input.year ?? query.year;
  const { series, notation, typeCode } = completeQuery(profiles, { ...query, year }, thisYear);
  const suffix = query.codeSuffix === undefined ? {} : { codeSuffix: query.codeSuffix };
  const asked = { number: query.number, ...suffix, notation, typeCode, year };

  const lookInAllOwn = async () => {
    const start = (one: OwnSeries) => startOf(profiles, one.name)(one.year);
    if (input.cursor !== undefined) return [];
    const older = olderSeriesOf(notation, profiles);
    const names = new Set(series.map(({ name }) => name));
    const years = [...new Set([year ?? thisYear, ...series.map((one) => one.year)])];
    const blanks =
      older === undefined || names.has(older)
        ? []
        : await Promise.all(years.map((one) => findBlank(deps, actor.organ, asked, { year: one, name: older })));
    const own = await Promise.all(
      series.map((one) => lookInOwn(deps, actor, asked, one, { thisYear, start: start(one) })),
    );
    return [...own, ...blanks.map((absent): OwnLines => ({ found: [], absent }))];
  };

  const predecessors = await predecessorsOf(deps, actor.organ, profiles);
  const theirs = seriesOfPredecessors(predecessors, { ...query, year }, thisYear);
  const except = [{ organ: actor.organ, series }, ...theirs].flatMap((one) =>
    one.series.map(({ year, name }) => ({ organ: one.organ, year, series: name })),
  );
  const [answers, taken, { items, cursor }] = await Promise.all([
    lookInAllOwn(),
    input.cursor === undefined ? lookInPredecessors(deps, actor, asked, theirs) : [],
    notation === null
      ? noPage
      : lookInIndex(deps, actor, foldSymbol(asked.number, notation, asked.codeSuffix), { year, except }, input.cursor),
  ]);
  const own = answers.flatMap(({ found }) => found);
  const organName = profiles.at(-1)?.name ?? '';
  const absent = answers
    .flatMap((answer) => answer.absent ?? [])
    .map((one) => ({ ...one, organName, types: seriesTypes(profiles, one.series) }));
  return { asked, found: [...own, ...taken, ...items], absent, ...(cursor !== undefined && { cursor }) };
}

/** Lines of an own series under a number, or the reason why there are none. */
interface OwnLines {
  readonly found: readonly NumberedDocument[];
  readonly absent?: Omit<AbsentNumber, 'organName' | 'types'> | undefined;
}

/** The documents that have the number in one of the asker's series, or why there is none; neither: nothing to be said. */
async function lookInOwn(
  deps: Deps,
  actor: Actor,
  asked: AskedNumber,
  { year, name: series }: OwnSeries,
  { thisYear, start }: { readonly thisYear: number; readonly start: number },
): Promise<OwnLines> {
  const { number } = asked;
  const { organ } = actor;
  const { lines, found, seesFirst } = await lookInSeries(deps, actor, asked, { organ, year, name: series });
  if (found.length > 0) return { found };
  const blank = await findBlank(deps, organ, asked, { year, name: series });
  if (blank || year !== (asked.year ?? thisYear)) return { found, absent: blank };
  const at = { year, series };
  const [other] = lines;
  if (other)
    return { found, absent: seesFirst ? { ...at, reason: 'other-symbol', symbol: other.row.symbol } : undefined };
  const counter = await deps.register.getSeries(organ, year, series);
  const last = await deps.register.lastNumber(organ, year, series);
  const reached = last === undefined ? {} : { last };
  if (year < thisYear) return { found, absent: { ...at, reason: 'not-in-book', ...reached } };
  if (number < (counter?.start ?? start)) return { found, absent: { ...at, reason: 'below-start' } };
  const isRecorded = counter?.given === 'recorded';
  return { found, absent: { ...at, reason: isRecorded ? 'not-recorded' : 'not-yet-given' } };
}

/** Finds the number in other series; skips those already read. */
async function lookInIndex(
  deps: Deps,
  actor: Actor,
  symbolKey: string,
  { year, except }: { readonly year: number | null; readonly except: NonNullable<SymbolPageRequest['except']> },
  from: string | undefined,
): Promise<Page<NumberedDocument>> {
  const items: NumberedDocument[] = [];
  let cursor = from;
  for (let pages = 0; pages < MAX_INDEX_PAGES; pages++) {
    const page = await deps.register.findBySymbol(symbolKey, {
      limit: FOUND_PER_PAGE,
      except,
      ...(year !== null && { year }),
      ...(cursor !== undefined && { cursor }),
    });
    const seen = await Promise.all(page.items.map(({ document }) => mayRead(deps, actor, document)));
    items.push(...page.items.filter((_, index) => seen[index]));
    cursor = page.cursor;
    if (cursor === undefined) return { items };
    if (items.length >= FOUND_PER_PAGE) break;
  }
  return { items, ...(cursor !== undefined && { cursor }) };
}
