import type { Cell } from '../workbook/cell.ts';

/** A day, or why there is none. */
export interface ImportDate {
  readonly date: string | null;
  readonly finding?: 'MISSING' | 'DATE_UNREADABLE' | 'DATE_IS_NUMBER';
}

/** An hour before or after the day: `08:30`, `8 giờ 30 phút`, `15h`. */
const HOUR =
  /(?:^|[\s,]+)(?:lúc\s+)?(?:\d{1,2}(?::\d{2}){1,2}(?:\s*[ap]m)?|\d{1,2}\s*(?:giờ|h)\s*(?:\d{1,2}\s*(?:phút|p)?)?)(?=$|[\s,])[\s,]*/iu;
/** The day of the week: `(thứ ba)`, `Thứ Hai, `. */
const WEEKDAY = /[\s,]*\(?(?<!\p{L})(?:thứ\s+(?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật)(?!\p{L})\)?[\s,]*/iu;
const NUMERIC = /^(?:ngày\s*:?\s*)?(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/iu;
/** Of a year of two digits day and month have two as well: `5/1/26` may be of another order. */
const SHORT = /^(?:ngày\s*:?\s*)?(\d{2})\s*[/.-]\s*(\d{2})\s*[/.-]\s*(\d{2})$/iu;
const WRITTEN = /^(?:ngày\s*:?\s*)?(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+năm\s+(\d{4})$/iu;
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ]\d{2}:.*)?$/;
/** Before this year no book of ours begins. */
const FIRST_YEAR = 1945;
/** Years of two digits from here on are of the last century. */
const LAST_CENTURY = 80;

/** Reads a day: a date of Excel, or text as dd/mm/yyyy or written out. A bare number is no day, whatever Excel makes of it. */
export function readImportDate(cell: Cell, text: string): ImportDate {
  if (text === '') return { date: null, finding: 'MISSING' };
  if (typeof cell === 'number') return { date: null, finding: 'DATE_IS_NUMBER' };
  const iso = ISO.exec(text);
  const day = text
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(HOUR, ' ')
    .replace(WEEKDAY, ' ')
    .replace(/[\s.,;]+$/, '')
    .trim();
  const [, dd, mm, yy] = NUMERIC.exec(day) ?? WRITTEN.exec(day) ?? SHORT.exec(day) ?? [];
  const date = iso ? dayOf(iso[1], iso[2], iso[3]) : dayOf(yy, mm, dd);
  return date === null ? { date, finding: 'DATE_UNREADABLE' } : { date };
}

function dayOf(typed = '', month = '', day = ''): string | null {
  const century = Number(typed) >= LAST_CENTURY ? '19' : '20';
  const year = typed.length === 2 ? `${century}${typed}` : typed;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = new Date(`${date}T00:00:00Z`);
  const isReal = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(date);
  return isReal && Number(year) >= FIRST_YEAR ? date : null;
}
