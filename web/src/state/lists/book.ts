import { answer, api } from '../../api/client.ts';
import type { NumberedDocument, Person, Series } from '../../api/types.ts';
import { createLoaded } from '../loaded.ts';

/** The book of a year as the page shows it. */
export interface Book {
  readonly series: readonly Series[];
  readonly items: readonly NumberedDocument[];
  /** More documents than a page shows: the printed book has them all. */
  readonly isCut: boolean;
}

/** A period of the book: its year, and days within it. */
export interface BookPeriod {
  readonly year: number;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The own organ's documents of a period, newest first. */
export function createBook({ organ }: Person, { year, from, to }: BookPeriod) {
  const days = { ...(from && { from }), ...(to && { to }) };
  return createLoaded<Book>(async () => {
    const [series, found] = await Promise.all([
      answer(api.GET('/series', { params: { query: { year } } })),
      answer(api.GET('/search', { params: { query: { organ, year, limit: 100, ...days } } })),
    ]);
    return { series: series.data.items, items: found.data.items, isCut: found.data.cursor !== undefined };
  });
}

/**
 * Makes the download path of a period's book; days replace the year where given. The days go instead of the year where
 * they are given.
 */
export function bookPath({ year, from, to }: BookPeriod, format: 'xlsx' | 'docx'): string {
  const period = from && to ? { from, to } : { year: String(year) };
  return `/book?${new URLSearchParams({ ...period, format })}`;
}
