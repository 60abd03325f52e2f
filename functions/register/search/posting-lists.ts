import { z } from 'zod';
import { wordKey } from '../table/keys/search-keys.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';

/** Organ and first day of a search. */
export interface WordScope {
  readonly organ: string;
  readonly from: string;
}

/** One spelling of a word, and the places that bear it and were read but lie beyond what its list has yet. */
interface Spelling {
  readonly token: string;
  end: string;
  readonly ahead: string[];
}

/** Places in a book that bear a word in any of its spellings. Newest first, as far as they were read. */
export interface PostingList {
  readonly spellings: readonly Spelling[];
  readonly places: string[];
  readonly known: Set<string>;
  /** Read down to here, this place included; `''` when all are read. */
  end: string;
}

const FIRST_PAGE = 100;
const PAGE_SIZE = 500;
/** Reading a row and its document costs as much as reading so many places of a list. */
const PLACES_A_READ = 10;

const placeSchema = z.object({ SK: z.string() });

/** The newest places of a word up to `before`, that place left out. */
export async function openPostingList(
  table: Table,
  scope: WordScope,
  tokens: readonly string[],
  before: string,
): Promise<PostingList> {
  const spellings = tokens.map((token) => ({ token, end: before, ahead: [] }));
  const list: PostingList = { spellings, places: [], known: new Set([before]), end: before };
  await read(table, scope, list, FIRST_PAGE);
  list.known.delete(before);
  return list;
}

/** The rarest first: that which was read to its end, or else reaches back furthest. */
export function byRarity(a: PostingList, b: PostingList): number {
  if (a.end === '' && b.end === '') return a.places.length - b.places.length;
  return a.end < b.end ? -1 : Number(a.end > b.end);
}

/** Tells whether a list has a place, or does not know yet. */
export function mayHave({ end, known }: PostingList, place: string): boolean {
  return place < end || known.has(place);
}

/** Reads a list further back. */
export function readOn(table: Table, scope: WordScope, list: PostingList): Promise<void> {
  return read(table, scope, list, PAGE_SIZE);
}

/**
 * Reads the other lists as far back as the rarest reaches, while that rules out more than it costs. a word that nearly
 * every document has, or that stands where another of them stands, is left to the rows.
 */
export async function readOthers(
  table: Table,
  scope: WordScope,
  rarest: PostingList,
  others: readonly PostingList[],
): Promise<void> {
  const to = rarest.places.at(-1);
  if (to === undefined) return;
  for (;;) {
    const worth = worthReading(rarest, others);
    if (worth.length === 0) return;
    await Promise.all(worth.map((list) => read(table, scope, list, PAGE_SIZE, to)));
  }
}

function worthReading(rarest: PostingList, others: readonly PostingList[]): PostingList[] {
  let open: readonly string[] = rarest.places;
  return others.filter((list) => {
    const before = open.length;
    open = open.filter((place) => mayHave(list, place));
    const ruledOut = before - open.length;
    return ruledOut * PLACES_A_READ >= list.places.length && open.some((place) => place < list.end);
  });
}

/** Reads on the spellings that hold the list up; its places are those down to where all of them are read. */
async function read(table: Table, scope: WordScope, list: PostingList, limit: number, to?: string): Promise<void> {
  const behind = list.spellings.filter(({ end }) => end !== '' && end === list.end);
  await Promise.all(behind.map((spelling) => readSpelling(table, scope, spelling, limit, to)));
  list.end = list.spellings.reduce((last, { end }) => (end > last ? end : last), '');
  const reached = list.spellings.flatMap(({ ahead }) => takeFrom(ahead, list.end));
  const fresh = [...new Set(reached)].filter((place) => !list.known.has(place)).sort((a, b) => (a > b ? -1 : 1));
  for (const place of fresh) list.known.add(place);
  list.places.push(...fresh);
}

/** Takes the places from a moment on out of those that were read ahead. */
function takeFrom(ahead: string[], end: string): string[] {
  const from = ahead.findIndex((place) => place < end);
  return ahead.splice(0, from === -1 ? ahead.length : from);
}

async function readSpelling(
  table: Table,
  scope: WordScope,
  spelling: Spelling,
  limit: number,
  to?: string,
): Promise<void> {
  const { items, lastKey } = await table.query({
    partition: wordKey(scope.organ, spelling.token, '', 'x').PK,
    sort: { from: to ?? scope.from, to: spelling.end },
    newestFirst: true,
    limit,
    only: ['SK'],
  });
  const read = items.map((item) => readItem(placeSchema, item).SK);
  spelling.ahead.push(...read.filter((place) => place !== spelling.end));
  spelling.end = lastKey ? (read.at(-1) ?? spelling.end) : (to ?? '');
}
