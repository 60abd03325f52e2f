import { z } from 'zod';
import { dateParts } from '#document/dates.ts';
import { foldWords } from '#document/text/vietnamese.ts';
import type { SearchCommand } from '../model/commands.ts';
import { RegisterError } from '../model/register-error.ts';
import { readFound } from '../numbers/read-found.ts';
import type { Found, Page } from '../register.ts';
import { limitOf } from '../table/cursor.ts';
import { dateIndex } from '../table/keys.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem, Table } from '../table/table.ts';
import { foldedWords, pairsOf } from '../words/words.ts';
import { byRarity, mayHave, openWordList, readOn, readOthers } from './word-lists.ts';

const DATE_PAGE = 200;
const MOST_ROUNDS = 20;
const MOST_TOKENS = 24;
const MOST_WORD_PAGES = 8;

/** Sorts after whatever begins with a day. */
const LAST = '~';

/** A document that may be what is looked for, and its place in the order, newest first: its day, then what is unique in it. */
interface Candidate {
  place: string;
  docId: string;
}

/** The next candidates from a place on; `next` is where to go on, absent at the end. */
interface Batch {
  candidates: Candidate[];
  next?: string;
}

const dateHitSchema = z.object({ docId: z.string(), dateSK: z.string() });

/** See `Register.search`. */
export async function search(table: Table, command: SearchCommand): Promise<Page<Found>> {
  const limit = limitOf(command.page ?? {});
  const cursor = command.page?.cursor;
  const tokens = tokensOfQuery(command);
  let before = cursor === undefined ? `${command.to}${LAST}` : readPlace(cursor, command);
  const items: Found[] = [];
  if (before < command.from) return { items };
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const batch =
      tokens.length > 0
        ? await byWords(table, command, tokens, before, limit - items.length)
        : await byDate(table, command, before);
    const { candidates } = batch;
    while (candidates.length > 0) {
      const some = candidates.splice(0, limit - items.length);
      const ids = some.map(({ docId }) => docId);
      for (const [index, found] of (await readFound(table, command.organ, ids)).entries()) {
        const place = some[index]?.place ?? '';
        if (!found || !isAt(found, place) || !fits(found, command)) continue;
        items.push(found);
        if (items.length === limit) return { items, cursor: writePlace(place) };
      }
    }
    if (batch.next === undefined) return { items };
    before = batch.next;
  }
  return { items, cursor: writePlace(before) };
}

/**
 * Looks up every word at once. The one that reaches back furthest is the rarest: its places are all that can be found, and the
 * others rule out some. What they leave open is decided by the rows.
 */
async function byWords(
  table: Table,
  command: SearchCommand,
  tokens: readonly string[],
  before: string,
  enough: number,
): Promise<Batch> {
  const lists = await Promise.all(tokens.map((token) => openWordList(table, command, token, before)));
  const [rarest, ...others] = lists.toSorted(byRarity);
  if (!rarest) return { candidates: [] };
  for (let pages = 1; ; pages++) {
    await readOthers(table, command, rarest, others);
    const places = rarest.places.filter((place) => others.every((list) => mayHave(list, place)));
    if (places.length < enough && rarest.end !== '' && pages < MOST_WORD_PAGES) {
      await readOn(table, command, rarest);
      continue;
    }
    const candidates = places.map((place) => ({ place, docId: place.slice(place.indexOf('#') + 1) }));
    return { candidates, ...(rarest.end !== '' && { next: rarest.end }) };
  }
}

/** A page of the index by date, filtered by what it carries. */
async function byDate(table: Table, command: SearchCommand, before: string): Promise<Batch> {
  const { organ, from, typeCode } = command;
  const { year } = dateParts(before.slice(0, 10));
  const firstOfYear = `${year}-01-01`;
  const { items, lastKey } = await table.query({
    index: 'byDate',
    partition: dateIndex(organ, before.slice(0, 10), 1, 'x').datePK,
    sort: { from: [from, firstOfYear].sort().at(-1) ?? from, to: before },
    newestFirst: true,
    limit: DATE_PAGE,
  });
  const hits = items.filter(({ dateSK }) => dateSK !== before);
  const candidates = hits
    .filter((item) => (typeCode === undefined || item['typeCode'] === typeCode) && carries(item, command))
    .map((item) => readItem(dateHitSchema, item))
    .map(({ docId, dateSK }) => ({ place: dateSK, docId }));
  const last = items.at(-1)?.['dateSK'];
  if (lastKey && typeof last === 'string') return { candidates, next: last };
  const yearBefore = `${year - 1}-12-31`;
  return { candidates, ...(yearBefore >= from && { next: `${yearBefore}${LAST}` }) };
}

/** A word item may be of a bringing in that never came about, and its document of another one. */
function isAt({ row }: Found, place: string): boolean {
  return place.startsWith(row.issuedDate);
}

/** The row decides. */
function fits(found: Found, command: SearchCommand): boolean {
  const { subject, typeCode, issuedDate, signerInfo, to } = found.row;
  const own = foldedWords(subject);
  const words = new Set(own);
  const text = ` ${own.join(' ')} `;
  return (
    issuedDate >= command.from &&
    issuedDate <= command.to &&
    (command.typeCode === undefined || typeCode === command.typeCode) &&
    (command.words ?? []).flatMap(foldedWords).every((word) => words.has(word)) &&
    (command.phrases ?? []).every((phrase) => text.includes(` ${foldedWords(phrase).join(' ')} `)) &&
    carries({ signerInfo, to }, command) &&
    command.wanted(found)
  );
}

function carries(item: StoredItem, { signer, recipient }: SearchCommand): boolean {
  const has = (value: unknown, wanted: string) => foldWords(JSON.stringify(value ?? '')).includes(foldWords(wanted));
  return (
    (signer === undefined || has(item['signerInfo'], signer)) && (recipient === undefined || has(item['to'], recipient))
  );
}

function tokensOfQuery({ words = [], phrases = [] }: SearchCommand): string[] {
  const ofPhrases = phrases.map(foldedWords).flatMap((phrase) => (phrase.length > 1 ? pairsOf(phrase) : phrase));
  return [...new Set([...words.flatMap(foldedWords), ...ofPhrases])].slice(0, MOST_TOKENS);
}

function writePlace(place: string): string {
  return Buffer.from(place).toString('base64url');
}

function readPlace(cursor: string, { from, to }: SearchCommand): string {
  const place = Buffer.from(cursor, 'base64url').toString('utf8');
  const isPlace = /^\d{4}-\d{2}-\d{2}[#~][A-Za-z0-9._#-]{0,200}$/.test(place) || /^\d{4}-\d{2}-\d{2}~$/.test(place);
  if (!isPlace || place < from || place.slice(0, 10) > to) throw new RegisterError('bad-cursor');
  return place;
}
