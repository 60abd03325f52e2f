import { BOOK_COLUMNS, type BookVolume, bookCells, type EntryState } from '#exchange/book/book.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { type BookRequest, readBook } from './read-book.ts';

/** A line of the book as it is printed. */
export interface BookLine {
  /** Id of its document; absent: a number without one. */
  readonly docId?: string | undefined;
  readonly state: EntryState;
  /** One a column. */
  readonly cells: readonly string[];
}

/** A volume of the book as it is printed, its last lines. */
export interface VolumeLines extends Pick<BookVolume, 'year' | 'types' | 'startsOn'> {
  /** `yyyy-mm-dd`; absent while it is open. */
  readonly closedOn?: string | undefined;
  /** Count of its lines within the period. */
  readonly count: number;
  readonly lines: readonly BookLine[];
}

/** Part of the book as it is printed. Days are `yyyy-mm-dd`. */
export interface BookLines {
  readonly from: string;
  readonly to: string;
  /** Titles of the ten columns of PL IV, Mục I.2. */
  readonly columns: readonly string[];
  readonly volumes: readonly VolumeLines[];
}

/**
 * Reads Sổ đăng ký văn bản đi as it is printed (PL IV, Mục I): of each volume the last lines, at most `limit`. Throws
 * what `readBook` throws.
 */
export async function listBook(
  deps: Deps,
  actor: Actor,
  request: BookRequest & { readonly limit: number },
): Promise<BookLines> {
  const { from, to, volumes } = await readBook(deps, actor, request);
  const columns = BOOK_COLUMNS.map(({ title }) => title);
  return { from, to, columns, volumes: volumes.map((one) => linesOf(one, request.limit)) };
}

function linesOf({ year, types, startsOn, closed, entries }: BookVolume, limit: number): VolumeLines {
  const lines = entries.slice(-limit).map((entry) => ({
    ...(entry.docId !== undefined && { docId: entry.docId }),
    state: entry.state,
    cells: bookCells(entry),
  }));
  return {
    year,
    types,
    count: entries.length,
    lines,
    ...(startsOn !== undefined && { startsOn }),
    ...(closed && { closedOn: closed.day }),
  };
}
