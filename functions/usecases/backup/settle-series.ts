import { dateParts, vietnamDate } from '#document/dates.ts';
import type { SeriesCounter } from '#register/model/types.ts';
import { nextNumber } from '#register/numbers/series.ts';
import { readPartition } from '#register/table/keys/partition-name.ts';
import { counterKey } from '#register/table/keys/series-keys.ts';
import type { Inspection } from '#register/upkeep/inspection.ts';
import { seriesOfYear } from '../book/year-series.ts';
import type { Deps } from '../deps.ts';
import { readProfiles, startOf } from '../profiles.ts';

/** Proof that nothing follows a backup: surviving files, a person's word, or none. */
export type LastNumberProof = 'files' | { readonly actor: string; readonly reason: string } | undefined;

/** A restored series that may give numbers. */
export interface RestoredSeries {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  /** The number that it gives next, once it is open. */
  readonly next: number;
  readonly doubt?: SeriesCounter['doubt'] | undefined;
}

interface SeriesName {
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  /** First number of a series that has no counter yet. */
  readonly start: number;
}

/**
 * Shuts every series that may have given numbers after a backup, unless files or a person name its last number. A mark
 * beyond its counter keeps a series shut whatever they say. Series that were opened after the backup are those of the
 * profiles and marks.
 */
export async function settleSeries(
  { deps, inspection }: { readonly deps: Deps; readonly inspection: Inspection },
  {
    since,
    now,
    marks,
    said,
  }: {
    readonly since: string;
    readonly now: Date;
    readonly marks: ReadonlyMap<string, number>;
    readonly said: LastNumberProof;
  },
): Promise<RestoredSeries[]> {
  const { register } = deps;
  const settled: RestoredSeries[] = [];
  for (const name of await seriesSince(deps, inspection, { since, now, marks })) {
    const { organ, year, series } = name;
    const known = await register.getSeries(organ, year, series);
    const mark = marks.get(counterKey(organ, year, series).PK) ?? 0;
    const isBehind = mark > (known?.seq ?? 0);
    if (known?.open === false) continue;
    if (said === 'files' && !isBehind) {
      if (known) settled.push({ organ, year, series, next: nextNumber(known) });
      continue;
    }
    let counter = await register.doubtSeries({ ...name, since, ...(isBehind && { atLeast: mark }) });
    if (typeof said === 'object' && !isBehind) {
      counter = await register.confirmSeries({ organ, year, series, last: counter.seq ?? 0, ...said, at: now });
    }
    settled.push({ organ, year, series, next: nextNumber(counter), doubt: counter.doubt });
  }
  return settled;
}

async function seriesSince(
  deps: Deps,
  inspection: Inspection,
  { since, now, marks }: { readonly since: string; readonly now: Date; readonly marks: ReadonlyMap<string, number> },
): Promise<SeriesName[]> {
  const [first, last] = [new Date(since), now].map((at) => dateParts(vietnamDate(at)).year);
  const isSince = (year: number) => year >= (first ?? 0);
  const names = new Map<string, SeriesName>();
  const add = (name: SeriesName) => {
    const key = counterKey(name.organ, name.year, name.series).PK;
    if (!names.has(key)) names.set(key, name);
  };
  for await (const holding of inspection.holdings()) {
    if (holding.kind === 'series' && isSince(holding.year)) {
      const { organ, year, series, counter } = holding;
      add({ organ, year, series, start: counter?.start ?? 1 });
    }
    if (holding.kind !== 'profiles') continue;
    const { organ } = holding;
    const profiles = await readProfiles(deps, organ);
    for (let year = first ?? 0; year <= (last ?? 0); year++) {
      for (const { name } of seriesOfYear(profiles, year)) {
        add({ organ, year, series: name, start: startOf(profiles, name)(year) });
      }
    }
  }
  for (const partition of marks.keys()) {
    const name = readPartition(partition);
    if (name.kind === 'series' && isSince(name.year)) add({ ...name, start: 1 });
  }
  return [...names.values()];
}
