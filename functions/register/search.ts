import { z } from 'zod';
import { dateParts } from '../document/dates.ts';
import { foldWords } from '../document/vietnamese.ts';
import type { SearchCommand } from './commands.ts';
import { limitOf } from './cursor.ts';
import { readDocument } from './documents.ts';
import { dateIndex, documentKey, rowKey, wordKey } from './keys.ts';
import { readItem } from './read-item.ts';
import type { Found, Page } from './register.ts';
import { RegisterError } from './register-error.ts';
import { registerRowSchema } from './register-row.schema.ts';
import type { StoredItem, Table } from './table.ts';
import { foldedWords, pairsOf } from './words.ts';

const TOKEN_PAGE = 200;
const MOST_ROUNDS = 20;
const MOST_TOKENS = 24;

/** Sorts after whatever begins with a day. */
const LAST = '~';

/** A row that may be what is looked for, and its place in the order, newest first. */
interface Candidate {
  place: string;
  docId: string;
  year: number;
  series: string;
  codeNumber: number;
}

/** The next candidates from a place on; `next` is where to go on, absent at the end. */
interface Batch {
  candidates: Candidate[];
  next?: string;
}

const wordSchema = z.object({
  SK: z.string(),
  docId: z.string(),
  year: z.number(),
  series: z.string(),
  codeNumber: z.number(),
});

const dateHitSchema = wordSchema
  .omit({ SK: true, year: true, series: true, codeNumber: true })
  .extend({ dateSK: z.string(), PK: z.string(), SK: z.string() });

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
      tokens.length > 0 ? await byWords(table, command, tokens, before) : await byDate(table, command, before);
    for (let from = 0; from < batch.candidates.length; from += limit) {
      const some = batch.candidates.slice(from, from + limit);
      for (const [index, found] of (await readAll(table, command.organ, some)).entries()) {
        if (!found || !fits(found, command)) continue;
        items.push(found);
        const place = some[index]?.place;
        if (items.length === limit && place !== undefined) return { items, cursor: writePlace(place) };
      }
    }
    if (batch.next === undefined) return { items };
    before = batch.next;
  }
  return { items, cursor: writePlace(before) };
}

/**
 * Looks up every token at once. The first list that ends is the rarest: its entries are all that can be found. Where none ends,
 * what all lists know is intersected, down to where the first of them stops.
 */
async function byWords(
  table: Table,
  command: SearchCommand,
  tokens: readonly string[],
  before: string,
): Promise<Batch> {
  const { organ, from } = command;
  const pages = await Promise.all(
    tokens.map(async (token) => {
      const { items, lastKey } = await table.query({
        partition: wordKey(organ, token, '', 'x').PK,
        sort: { from, to: before },
        newestFirst: true,
        limit: TOKEN_PAGE,
      });
      const entries = items.map((item) => readItem(wordSchema, item));
      return { entries, last: entries.at(-1)?.SK, ended: lastKey === undefined };
    }),
  );
  const ended = pages.filter((page) => page.ended).toSorted((a, b) => a.entries.length - b.entries.length);
  const rarest = ended[0] ?? pages[0];
  if (!rarest) return { candidates: [] };
  const bound =
    ended.length > 0
      ? ''
      : (pages
          .map(({ last = '' }) => last)
          .sort()
          .at(-1) ?? '');
  const known = (ended.length > 0 ? ended : pages).map(({ entries }) => new Set(entries.map(({ SK }) => SK)));
  const candidates = rarest.entries
    .filter(({ SK }) => SK !== before && SK >= bound && known.every((places) => places.has(SK)))
    .map(({ SK, ...rest }) => ({ ...rest, place: SK }));
  return { candidates, ...(ended.length === 0 && { next: bound }) };
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
    limit: TOKEN_PAGE,
  });
  const hits = items.filter((item) => item.dateSK !== before);
  const candidates = hits
    .filter((item) => (typeCode === undefined || item.typeCode === typeCode) && carries(item, command))
    .map((item) => {
      const { docId, dateSK, PK, SK } = readItem(dateHitSchema, item);
      const [, , , rowYear, series = ''] = PK.split('#');
      return { place: dateSK, docId, year: Number(rowYear), series, codeNumber: Number(SK.slice(2)) };
    });
  const last = items.at(-1)?.dateSK;
  if (lastKey && typeof last === 'string') return { candidates, next: last };
  const yearBefore = `${year - 1}-12-31`;
  return { candidates, ...(yearBefore >= from && { next: `${yearBefore}${LAST}` }) };
}

async function readAll(table: Table, organ: string, candidates: readonly Candidate[]): Promise<(Found | undefined)[]> {
  const keys = candidates.flatMap((one) => [
    rowKey(organ, one.year, one.series, one.codeNumber),
    documentKey(organ, one.docId),
  ]);
  const stored = await table.getMany(keys);
  return candidates.map(({ docId }, place) => {
    const [row, document] = [stored[2 * place], stored[2 * place + 1]];
    if (!row || !document) return undefined;
    const found = { row: readItem(registerRowSchema, row), document: readDocument(document, docId) };
    return found.row.docId === docId ? found : undefined;
  });
}

/** The row decides: a word item may be of a bringing in that never came about. */
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
  return (signer === undefined || has(item.signerInfo, signer)) && (recipient === undefined || has(item.to, recipient));
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
