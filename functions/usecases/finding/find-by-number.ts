import { foldNotation, foldSymbol } from '#document/code-notation.ts';
import { dateParts, vietnamDate } from '#document/dates.ts';
import type { TypeCode } from '#document/document-types.ts';
import { parseCodeQuery } from '#document/numbering/code-query.ts';
import type { SymbolPageRequest } from '#register/model/commands.ts';
import type { Found, Page } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { mayRead } from '../may-read.ts';
import { requireRole } from '../permissions.ts';
import { readProfiles, startOf } from '../profiles.ts';
import { UseCaseError } from '../use-case-error.ts';
import { completeQuery, type OwnSeries } from './complete-query.ts';

/** Thousands of organs may have one symbol; each hit is read from its row and its document, 50 of them took 33 ms. */
const FOUND_PER_PAGE = 10;
const MAX_INDEX_PAGES = 20;

const noPage: Page<Found> = { items: [] };

/** Query as it was understood. */
export interface AskedNumber {
  readonly number: number;
  /** Folded symbol: `KH-UBND`; null where it was neither typed nor completed. */
  readonly notation: string | null;
  readonly typeCode: TypeCode | null;
  readonly year: number | null;
}

/** Number missing from a series of the asker's own organ; never reported of other organs. */
export interface AbsentNumber {
  readonly year: number;
  readonly series: string;
  /**
   * `not-yet-given`: chưa cấp. `year-over`: that year ended before it. `below-start`: of an older book, not brought in.
   * `other-symbol`: the series gave it to another symbol.
   */
  readonly reason: 'not-yet-given' | 'year-over' | 'below-start' | 'other-symbol';
  /** The symbol it was given with, where it is another. */
  readonly symbol?: string;
}

/** Every organ and year that has a number, the asker's own first, then the newest year first. */
export interface NumberAnswer {
  readonly asked: AskedNumber;
  readonly found: readonly Found[];
  readonly absent: readonly AbsentNumber[];
  readonly cursor?: string;
}

/**
 * Finds documents by number in any spelling: `35/KH-UBND`, `Số 35 / kh-ubnd`, `35 kh ubnd`, `KH 35 2025`. What the
 * spelling lacks is completed from the asker's own series. Throws `no-number-in-query`, `bad-cursor`.
 */
export async function findByNumber(
  deps: Deps,
  actor: Actor,
  input: { readonly text: string; readonly year?: number | undefined; readonly cursor?: string | undefined },
): Promise<NumberAnswer> {
  requireRole(actor, 'find');
  const query = parseCodeQuery(input.text);
  if (!query) throw new UseCaseError('no-number-in-query', { facts: { text: input.text.slice(0, 100) } });
  const thisYear = dateParts(vietnamDate(deps.clock.now())).year;
  const profiles = await readProfiles(deps, actor.organ);
  const year = input.year ?? query.year;
  const { series, notation, typeCode } = completeQuery(profiles, { ...query, year }, thisYear);
  const asked = { number: query.number, notation, typeCode, year };

  const lookInAllOwn = async () => {
    const start = (one: OwnSeries) => startOf(profiles, one.name)(one.year);
    if (input.cursor !== undefined) return [];
    return Promise.all(series.map((one) => lookInOwn(deps, actor, asked, one, { thisYear, start: start(one) })));
  };

  const except = series.map((one) => ({ organ: actor.organ, year: one.year, series: one.name }));
  const [answers, { items, cursor }] = await Promise.all([
    lookInAllOwn(),
    notation === null
      ? noPage
      : lookInIndex(deps, actor, foldSymbol(asked.number, notation), { year, except }, input.cursor),
  ]);
  const own = answers.flatMap((answer) => (answer && 'row' in answer ? [answer] : []));
  const absent = answers.flatMap((answer) => (answer && 'reason' in answer ? [answer] : []));
  return { asked, found: [...own, ...items], absent, ...(cursor !== undefined && { cursor }) };
}

/** The document that has the number in one of the asker's series, or why there is none; undefined: nothing to be said. */
async function lookInOwn(
  deps: Deps,
  actor: Actor,
  { number, notation, typeCode, year }: AskedNumber,
  series: OwnSeries,
  { thisYear, start }: { thisYear: number; start: number },
): Promise<Found | AbsentNumber | undefined> {
  const found = await deps.register.findInOwnSeries(actor.organ, series.year, series.name, number);
  const at = { year: series.year, series: series.name };
  const isAsked = series.year === (year ?? thisYear);
  if (found) {
    const { row, document } = found;
    if (!(await mayRead(deps, actor, document))) return undefined;
    const fits =
      (notation === null || foldNotation(row.codeNotation) === notation) &&
      (typeCode === null || row.typeCode === typeCode);
    if (fits) return found;
    return isAsked ? { ...at, reason: 'other-symbol', symbol: row.symbol } : undefined;
  }
  if (!isAsked) return undefined;
  const counter = await deps.register.getSeries(actor.organ, series.year, series.name);
  if (number < (counter?.start ?? start)) return { ...at, reason: 'below-start' };
  return { ...at, reason: series.year < thisYear ? 'year-over' : 'not-yet-given' };
}

/** Finds the number in other series; skips those already read. */
async function lookInIndex(
  deps: Deps,
  actor: Actor,
  symbolKey: string,
  { year, except }: { year: number | null; except: NonNullable<SymbolPageRequest['except']> },
  from: string | undefined,
): Promise<Page<Found>> {
  const items: Found[] = [];
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
