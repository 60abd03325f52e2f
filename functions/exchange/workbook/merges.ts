import type { MergedCells } from './cell.ts';

/** Cells merged over several rows, found by row; however many a sheet has, a row asks for few. */
export interface MergeIndex {
  /** Last row of what is merged downwards from a row; the row itself where nothing is. */
  lastRowFrom(row: number): number;
  /** Cells merged over a row from above it or with it, at most one for each first column. */
  over(row: number): readonly MergedCells[];
}

/** Indexes what a sheet merges downwards. */
export function indexMerges(merges: readonly MergedCells[]): MergeIndex {
  const downward = merges.filter(({ top, bottom }) => top < bottom).toSorted((a, b) => a.top - b.top);
  const byColumn = [...Map.groupBy(downward, ({ left }) => left).values()];
  const lastRows = new Map<number, number>();
  for (const { top, bottom } of downward) lastRows.set(top, Math.max(bottom, lastRows.get(top) ?? 0));
  return {
    lastRowFrom: (row) => lastRows.get(row) ?? row,
    over: (row) =>
      byColumn.flatMap((column) => {
        const last = lastFrom(column, row);
        return last && row <= last.bottom ? [last] : [];
      }),
  };
}

/** The last of a column's merges that begins at a row or above it. */
function lastFrom(column: readonly MergedCells[], row: number): MergedCells | undefined {
  let [low, high] = [0, column.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((column[middle]?.top ?? 0) <= row) low = middle + 1;
    else high = middle;
  }
  return column[low - 1];
}
