import type { Cell } from './read-workbook.ts';

/** A day, or why there is none. */
export interface ImportDate {
  readonly date: string | null;
  readonly finding?: 'MISSING' | 'DATE_UNREADABLE' | 'DATE_IS_NUMBER';
}

const NUMERIC = /^(?:ngày\s+)?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/iu;
const WRITTEN = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:T.*)?$/;
/** Before this year no book of ours begins. */
const FIRST_YEAR = 1945;

/** Reads a day: a date of Excel, or text as dd/mm/yyyy or written out. A bare number is no day, whatever Excel makes of it. */
export function readImportDate(cell: Cell, text: string): ImportDate {
  if (text === '') return { date: null, finding: 'MISSING' };
  if (typeof cell === 'number') return { date: null, finding: 'DATE_IS_NUMBER' };
  const iso = ISO.exec(text);
  const [, day, month, year] = NUMERIC.exec(text) ?? WRITTEN.exec(text) ?? [];
  const date = iso ? dayOf(iso[1], iso[2], iso[3]) : dayOf(year, month, day);
  return date === null ? { date, finding: 'DATE_UNREADABLE' } : { date };
}

function dayOf(year = '', month = '', day = ''): string | null {
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
  return isReal && Number(year) >= FIRST_YEAR ? date : null;
}
