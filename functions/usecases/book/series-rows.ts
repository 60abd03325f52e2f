import { OLDER_SERIES_NAMES, typeOfOlderSeries } from '#document/older-types.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { findType } from '#document/type-table.ts';
import type { BlankNumber } from '#register/model/blank-number.schema.ts';
import type { RegisterRow } from '#register/model/types.ts';
import type { Deps } from '../deps.ts';
import type { Days } from '../period.ts';
import { blanksWithin } from './blank-entries.ts';

/** The rows of a series in a year. */
export interface SeriesRows {
  readonly series: string;
  readonly year: number;
  /** By number. */
  readonly rows: readonly RegisterRow[];
  /** Numbers of the older book without a document, by number. */
  readonly blanks: readonly BlankNumber[];
}

const PAGE_SIZE = 100;

/** The rows of series within days, strongly consistent, a list for each series and year. */
export async function readSeriesRows(
  deps: Deps,
  organ: string,
  names: readonly string[],
  { from, to, years }: Days,
): Promise<SeriesRows[]> {
  const lists: SeriesRows[] = [];
  for (const year of years) {
    for (const series of names) {
      const rows = await allRows(deps, organ, year, series);
      const blanks = blanksWithin(await deps.register.listBlanks(organ, year, series), rows, { from, to });
      const within = rows.filter(({ issuedDate }) => issuedDate >= from && issuedDate <= to);
      lists.push({ series, year, rows: within, blanks });
    }
  }
  return lists;
}

/** Every series that an organ has or had, in the order of its profiles, then those of older books. */
export function seriesNames(profiles: readonly OrganProfile[]): string[] {
  return [...new Set([...profiles.flatMap(({ series }) => series.map(({ name }) => name)), ...OLDER_SERIES_NAMES])];
}

async function allRows(deps: Deps, organ: string, year: number, series: string): Promise<RegisterRow[]> {
  const rows: RegisterRow[] = [];
  let cursor: string | undefined;
  do {
    const page = await deps.register.listRows(organ, year, series, {
      limit: PAGE_SIZE,
      ...(cursor !== undefined && { cursor }),
    });
    rows.push(...page.items);
    cursor = page.cursor;
  } while (cursor !== undefined);
  return rows;
}

/** Types that a series numbers, as they are cited: "Kế hoạch, Báo cáo". */
export function seriesTypes(profiles: readonly OrganProfile[], name: string): string {
  const older = typeOfOlderSeries(name);
  if (older) return older.typeName;
  const names = profiles
    .toReversed()
    .flatMap(({ series, types }) =>
      series.filter((one) => one.name === name).flatMap((one) => one.types.map((code) => findType(code, types))),
    )
    .flatMap((type) => type?.typeName ?? []);
  return [...new Set(names)].join(', ');
}
