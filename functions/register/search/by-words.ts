import type { SearchCommand } from '../commands/page-requests.ts';
import type { NumberedDocument } from '../register.ts';
import { wordKey } from '../table/keys/search-keys.ts';
import type { Table } from '../table/table.ts';
import type { Batch } from './batch.ts';
import { byRarity, mayHave, openPostingList, type PostingList, readOn, readOthers } from './posting-lists.ts';
import type { QueryWords } from './query-words.ts';

const MAX_WORD_PAGES = 8;

/**
 * Looks up every word at once. The one that reaches back furthest is the rarest: its places are all that can be found, and the
 * others rule out some. What they leave open is decided by the rows.
 */
export async function byAllWords(
  table: Table,
  command: SearchCommand,
  { words, phrases }: QueryWords,
  before: string,
  enough: number,
): Promise<Batch> {
  const lists = await openLists(table, command, [...words, ...phrases], before);
  const [rarest, ...others] = lists.toSorted(byRarity);
  if (!rarest) return { candidates: [] };
  for (let pages = 1; ; pages++) {
    await readOthers(table, command, rarest, others);
    const places = rarest.places.filter((place) => others.every((list) => mayHave(list, place)));
    if (places.length < enough && rarest.end !== '' && pages < MAX_WORD_PAGES) {
      await readOn(table, command, rarest);
      continue;
    }
    return batchOf(places, rarest.end);
  }
}

/**
 * Candidates that have at least some of the words: each of them stands in one of the rarest lists, as many as may be lacking and one
 * more. Phrases must all be there.
 */
export async function byMostWords(
  table: Table,
  command: SearchCommand,
  { words, phrases }: QueryWords,
  fewest: number,
  before: string,
  enough: number,
): Promise<Batch> {
  const lists = await openLists(table, command, words, before);
  const spoken = await openLists(table, command, phrases, before);
  const drivers = lists.toSorted(byRarity).slice(0, words.length - fewest + 1);
  for (let pages = 1; ; pages++) {
    const floor = drivers.reduce((last, { end }) => (end > last ? end : last), '');
    const places = new Set(drivers.flatMap((list) => list.places.filter((place) => place >= floor)));
    const fitting = [...places]
      .filter((place) => lists.filter((list) => mayHave(list, place)).length >= fewest)
      .filter((place) => spoken.every((list) => mayHave(list, place)))
      .sort((a, b) => (a > b ? -1 : 1));
    if (fitting.length >= enough || floor === '' || pages >= MAX_WORD_PAGES) return batchOf(fitting, floor);
    await Promise.all(drivers.filter(({ end }) => end === floor).map((list) => readOn(table, command, list)));
  }
}

/** Tells whether a document has each word of a query, so that the search by all words found it. */
export async function hasAllTokens(table: Table, { words }: QueryWords, { row }: NumberedDocument): Promise<boolean> {
  const keys = words.map((spellings) => spellings.map((token) => wordKey(row.organ, token, row.issuedDate, row.docId)));
  const items = await table.getMany(keys.flat());
  let at = 0;
  return keys.every((spellings) => spellings.map(() => items[at++]).some((item) => item !== undefined));
}

function openLists(
  table: Table,
  command: SearchCommand,
  tokens: QueryWords['words'],
  before: string,
): Promise<PostingList[]> {
  return Promise.all(tokens.map((spellings) => openPostingList(table, command, spellings, before)));
}

function batchOf(places: readonly string[], end: string): Batch {
  const candidates = places.map((place) => ({ place, docId: place.slice(place.indexOf('#') + 1) }));
  return { candidates, ...(end !== '' && { next: end }) };
}
