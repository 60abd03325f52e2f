import { answer, api } from '../../api/client.ts';
import type { paths } from '../../api/generated/contract.d.ts';
import { createLoaded } from '../loaded.ts';

/** Counts of what an office issued in a year. */
export type Statistics = paths['/statistics']['get']['responses'][200]['content']['application/json'];

/** One count with its name. */
export interface Count {
  readonly label: string;
  readonly count: number;
}

/** Counts of a year of the own office. */
export function createStatistics(year: number) {
  return createLoaded<Statistics>(
    async () => (await answer(api.GET('/statistics', { params: { query: { year } } }))).data,
  );
}

/** Named counts, the greatest first; `''` gets a name. */
export function countsOf(counts: Readonly<Record<string, number>>, unnamed: string): Count[] {
  return Object.entries(counts)
    .map(([label, count]) => ({ label: label === '' ? unnamed : label, count }))
    .sort((a, b) => b.count - a.count || a.label.localeCompare(b.label, 'vi'));
}

/** The months of a year, January first. */
export function monthCounts(byMonth: readonly number[]): Count[] {
  return byMonth.map((count, at) => ({ label: `Tháng ${at + 1}`, count }));
}

/** Counts by people's ids as counts by their names. */
export function peopleCounts(counts: Readonly<Record<string, number>>, names: ReadonlyMap<string, string>): Count[] {
  const named = new Map<string, number>();
  for (const [id, count] of Object.entries(counts)) {
    const name = names.get(id) ?? '';
    named.set(name, (named.get(name) ?? 0) + count);
  }
  return countsOf(Object.fromEntries(named), 'Không rõ người soạn');
}
