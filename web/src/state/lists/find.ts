import { answer, api } from '../../api/client.ts';
import type { NumberedDocument } from '../../api/types.ts';
import type { AddressFields } from '../address-fields.ts';

/** Result of the one search box. */
export interface Found {
  readonly items: readonly NumberedDocument[];
  /** Said where a number of the own organ is not given: `chưa cấp` and the like. */
  readonly absent: readonly string[];
  /** Another page of words. */
  readonly cursor?: string | undefined;
}

/** Filters of a search by words. */
export interface Filters {
  readonly typeCode?: string | undefined;
  readonly year?: number | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Words of a name. */
  readonly signer?: string | undefined;
  readonly recipient?: string | undefined;
}

/** Filters as an address has them; a year that is none is left out. */
export function toFilters({ year = '', signer = '', recipient = '', ...others }: AddressFields): Filters {
  return {
    ...others,
    year: /^[12]\d{3}$/.test(year) ? Number(year) : undefined,
    signer: signer.trim(),
    recipient: recipient.trim(),
  };
}

/** Tells whether a text may name a number: `35/KH-UBND`, `35 kh ubnd`, `KH 35 2025`, `số 35`. */
export function looksLikeNumber(text: string): boolean {
  const words = text.trim().split(/[\s/.-]+/);
  return words.length <= 8 && words.some((word) => /^\d{1,6}$/.test(word));
}

/** Tells whether filters other than the year are set: a number alone needs none. */
export function isNarrowed({ year: _, ...others }: Filters): boolean {
  return Object.values(others).some((value) => value !== undefined && value !== '');
}

/** Finds by number where the text may be one, and by words else or where no document has the number. */
export async function find(text: string, filters: Filters, cursor?: string): Promise<Found> {
  const absent: string[] = [];
  if (cursor === undefined && !isNarrowed(filters) && looksLikeNumber(text)) {
    const byNumber = await findNumber(text, filters.year).catch(() => null);
    if (byNumber && byNumber.items.length > 0) return byNumber;
    absent.push(...(byNumber?.absent ?? []));
  }
  const given = Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined && value !== ''));
  const query = {
    ...(text !== '' && { text }),
    ...given,
    ...(cursor !== undefined && { cursor }),
  };
  const { data } = await answer(api.GET('/search', { params: { query } }));
  return { items: data.items, absent, cursor: data.cursor };
}

/** Finds by number alone. */
export async function findNumber(number: string, year?: number): Promise<Found> {
  const query = { number, ...(year && { year }) };
  const { data } = await answer(api.GET('/find', { params: { query } }));
  const absent = data.absent.map(
    ({ symbol, types, year: of, reasonName }) => `${symbol ?? types} (${of}): ${reasonName}`,
  );
  return { items: data.found, absent };
}
