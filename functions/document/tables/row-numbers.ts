import type { Row, Table } from '../schemas/table.schema.ts';
import { pointLetter, toCapitals, toRoman } from '../text/vietnamese.ts';

/** Number that a row prints in the column of numbers. */
export interface RowNumber {
  /** Null: nothing. */
  readonly label: string | null;
  /** Tells whether the row is set in bold: groups, totals, rows of the widest levels. */
  readonly bold: boolean;
}

type Level = NonNullable<Row['level']>;

const BOLD_LEVELS: ReadonlySet<Level> = new Set(['letter', 'roman']);
const COUNTED = ['letter', 'roman', 'clause', 'subclause', 'point'] as const satisfies readonly Level[];

/** Counters of a table's rows: items, groups, and each level below the wider ones. */
export interface RowCounts {
  item: number;
  group: number;
  readonly levels: Record<(typeof COUNTED)[number], number>;
}

/** Counts of a table of which no row is numbered yet. */
export function noRows(): RowCounts {
  return { item: 0, group: 0, levels: { letter: 0, roman: 0, clause: 0, subclause: 0, point: 0 } };
}

/** A copy that counts on by itself. */
export function copyOf({ item, group, levels }: RowCounts): RowCounts {
  return { item, group, levels: { ...levels } };
}

/** Gives the next row its number, and counts it. */
export function numberRow(counts: RowCounts, row: Row, table: Pick<Table, 'restart' | 'numberGroups'>): RowNumber {
  if (row.group !== undefined) {
    counts.group += 1;
    if (table.restart) counts.item = 0;
    return { label: table.numberGroups === false ? null : toRoman(counts.group), bold: true };
  }
  if (row.total) return { label: null, bold: true };
  if (row.continued) return { label: null, bold: false };
  if (row.level) return { label: levelLabel(counts, row.level), bold: BOLD_LEVELS.has(row.level) };
  counts.item += 1;
  return { label: String(counts.item), bold: false };
}

function levelLabel({ levels }: RowCounts, level: Level): string {
  if (level === 'dash') return '-';
  levels[level] += 1;
  for (const narrower of COUNTED.slice(COUNTED.indexOf(level) + 1)) levels[narrower] = 0;
  return labelOf(level, levels[level], levels.clause);
}

/**
 * Numbers the rows of a table one after the other: items from 1, groups in Roman numerals, rows of levels A, I, 1, 1.1, a by
 * their place. Each level counts anew below a wider one.
 */
export function createRowNumberer(table: Pick<Table, 'restart' | 'numberGroups'>): (row: Row) => RowNumber {
  const counts = noRows();
  return (row) => numberRow(counts, row, table);
}

function labelOf(level: Exclude<Level, 'dash'>, n: number, clause: number): string {
  switch (level) {
    case 'letter':
      return toCapitals(pointLetter(n) ?? String(n));
    case 'roman':
      return toRoman(n);
    case 'clause':
      return String(n);
    case 'subclause':
      return clause === 0 ? String(n) : `${clause}.${n}`;
    case 'point':
      return pointLetter(n) ?? String(n);
  }
}
