import { dateParts, type IsoDate } from '#document/dates.ts';
import type { WorkingDays } from '#document/working-days.ts';
import { type Cell, cellText, isBlankRow, type SheetRows } from '../workbook/cell.ts';

/** A row that is none: its sheet, its number in it, and what it says. */
export interface BadDayRow {
  readonly sheet: string;
  readonly row: number;
  readonly text: string;
}

/** The days of a list, and its rows that are none. */
export interface ReadWorkingDays extends WorkingDays {
  readonly bad: readonly BadDayRow[];
}

/**
 * Reads a list of days: the day in the first column (a date, or `02/9/2026`), in the second "nghỉ" or "làm bù". Rows without a
 * day at the top are titles.
 */
export function readWorkingDays(sheets: readonly SheetRows[]): ReadWorkingDays {
  const read = sheets.flatMap(({ name, rows }) => {
    const filled = rows.filter(({ cells }) => !isBlankRow(cells));
    const begin = filled.findIndex(({ cells }) => dayOf(cells[0] ?? null) !== null);
    const lines = begin < 0 ? filled : filled.slice(begin);
    return lines.map(({ row, cells }) => ({ sheet: name, row, ...lineOf(cells) }));
  });
  const daysOf = (kind: 'off' | 'make-up') =>
    [...new Set(read.flatMap((line) => (line.kind === kind && line.day !== null ? [line.day] : [])))].sort();
  const bad = read.filter(({ day, kind }) => day === null || kind === null);
  return {
    off: daysOf('off'),
    makeUp: daysOf('make-up'),
    bad: bad.map(({ sheet, row, text }) => ({ sheet, row, text })),
  };
}

function lineOf([first = null, second = null]: readonly Cell[]) {
  return { day: dayOf(first), kind: kindOf(second), text: `${cellText(first)} ${cellText(second)}`.trim() };
}

function dayOf(cell: Cell): IsoDate | null {
  const text = cell instanceof Date ? cellText(cell).slice(0, 10) : typed(cellText(cell));
  const { year, month, day } = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateParts(text) : { year: 0, month: 0, day: 0 };
  const real = new Date(Date.UTC(year, month - 1, day));
  return year > 0 && real.getUTCMonth() === month - 1 && real.getUTCDate() === day ? text : null;
}

/** `2/9/2026` as ISO writes it, or nothing. */
function typed(text: string): string {
  const [, day, month, year] = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/.exec(text) ?? [];
  if (day === undefined || month === undefined || year === undefined) return '';
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function kindOf(cell: Cell): 'off' | 'make-up' | null {
  const text = cellText(cell).normalize('NFC').trim().toLocaleLowerCase('vi');
  if (text.startsWith('nghỉ')) return 'off';
  return text.startsWith('làm') ? 'make-up' : null;
}
