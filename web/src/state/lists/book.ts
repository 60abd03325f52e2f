import { answer, api } from '../../api/client.ts';
import type { components } from '../../api/generated/contract.d.ts';
import type { NumberedDocument, Person, Series } from '../../api/types.ts';
import type { AddressFields } from '../address-fields.ts';
import { createLoaded } from '../loaded.ts';

/** The book as it is printed, the last lines of each volume. */
export type BookLines = components['schemas']['BookLines'];
/** A volume of the book, and its last lines. */
export type BookVolumeLines = components['schemas']['BookVolumeLines'];

/** The book of a year as the page shows it. */
export interface Book {
  readonly series: readonly Series[];
  /** As it is printed, for who keeps it; null for all others. */
  readonly printed: BookLines | null;
  /** The documents in it, newest first, for those who do not keep it. */
  readonly items: readonly NumberedDocument[];
  /** More documents than a page shows. */
  readonly isCut: boolean;
}

/** A part of the book: its year, days within it, and one series where it is not all. */
export interface BookPart {
  readonly year: number;
  readonly from: string;
  readonly to: string;
  readonly series: string;
}

/** The part of the book that an address names, or else this year; days outside its year are not asked for. */
export function bookPart({ year = '', from = '', to = '', series = '' }: AddressFields, thisYear: number): BookPart {
  const of = /^[12]\d{3}$/.test(year) ? Number(year) : thisYear;
  const within = (day: string) => (day.startsWith(`${of}-`) ? day : '');
  return { year: of, from: within(from), to: within(to), series };
}

/** The period of a part as the API takes it: the whole year, or days of it. */
function periodQuery({ year, from, to, series }: BookPart) {
  const days = from === '' && to === '' ? { year } : { from: from || `${year}-01-01`, to: to || `${year}-12-31` };
  return { ...days, ...(series !== '' && { series }) };
}

/** The own organ's book. */
export function createBook({ organ, roles }: Person, part: BookPart) {
  const { year, from, to } = part;
  const days = { ...(from && { from }), ...(to && { to }) };
  const keepsIt = roles.includes('clerk');
  return createLoaded<Book>(async () => {
    const [series, printed, found] = await Promise.all([
      answer(api.GET('/series', { params: { query: { year } } })),
      keepsIt ? answer(api.GET('/book/lines', { params: { query: periodQuery(part) } })) : null,
      keepsIt ? null : answer(api.GET('/search', { params: { query: { organ, year, limit: 100, ...days } } })),
    ]);
    const { items = [], cursor } = found?.data ?? {};
    return { series: series.data.items, printed: printed?.data ?? null, items, isCut: cursor !== undefined };
  });
}

/** Makes the download path of a part of the book. */
export function bookPath(part: BookPart, format: 'xlsx' | 'docx'): string {
  const query = Object.entries(periodQuery(part)).map(([name, value]) => [name, String(value)]);
  return `/book?${new URLSearchParams([...query, ['format', format]])}`;
}
