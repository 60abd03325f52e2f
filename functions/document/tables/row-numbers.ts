import type { Row, Table } from '../schemas/table.schema.ts';
import { pointLetter, toCapitals, toRoman } from '../text/vietnamese.ts';

/** What a row prints in the column of numbers. */
export interface RowNumber {
  /** Null: nothing. */
  readonly label: string | null;
  /** Whether the row is set in bold: groups, totals, rows of the widest levels. */
  readonly bold: boolean;
}

type Level = NonNullable<Row['level']>;

const BOLD_LEVELS: ReadonlySet<Level> = new Set(['letter', 'roman']);
const COUNTED = ['letter', 'roman', 'clause', 'subclause', 'point'] as const satisfies readonly Level[];

/**
 * Numbers the rows of a table one after the other: items from 1, groups in Roman numerals, rows of levels A, I, 1, 1.1, a by
 * their place. Each level counts anew below a wider one.
 */
export function createRowNumberer(table: Pick<Table, 'restart' | 'numberGroups'>): (row: Row) => RowNumber {
  let item = 0;
  let group = 0;
  const counts: Record<(typeof COUNTED)[number], number> = { letter: 0, roman: 0, clause: 0, subclause: 0, point: 0 };

  function ofLevel(level: Level): string {
    if (level === 'dash') return '-';
    counts[level] += 1;
    for (const narrower of COUNTED.slice(COUNTED.indexOf(level) + 1)) counts[narrower] = 0;
    return labelOf(level, counts[level], counts.clause);
  }

  return (row) => {
    if (row.group !== undefined) {
      group += 1;
      if (table.restart) item = 0;
      return { label: table.numberGroups === false ? null : toRoman(group), bold: true };
    }
    if (row.total) return { label: null, bold: true };
    if (row.continued) return { label: null, bold: false };
    if (row.level) return { label: ofLevel(row.level), bold: BOLD_LEVELS.has(row.level) };
    item += 1;
    return { label: String(item), bold: false };
  };
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
