import { z } from 'zod';
import { dateParts } from '#document/dates.ts';
import { foldWords } from '#document/text/vietnamese.ts';
import type { SearchCommand } from '../commands/page-requests.ts';
import { RegisterError } from '../model/register-error.ts';
import { readNumbered } from '../numbers/read-numbered.ts';
import type { NumberedDocument, Page } from '../register.ts';
import { limitOf } from '../table/cursor.ts';
import { dateIndex } from '../table/keys/index-keys.ts';
import { readItem } from '../table/read-item.ts';
import type { StoredItem, Table } from '../table/table.ts';
import type { Batch } from './batch.ts';
import { byAllWords, byMostWords, hasAllTokens } from './by-words.ts';
import { countWords, fewestWords, queryWords } from './query-words.ts';

const DATE_PAGE = 200;
const MAX_ROUNDS = 20;
/**
 * Hits with all words, below which those follow that lack one or two: one word too many lowers a hit and does not hide
 * it.
 */
const FEW = 10;

/** Sorts after whatever begins with a day. */
const LAST = '~';

/** Position that a search goes on from, among those that have all words, or those that lack some. */
interface Position {
  readonly before: string;
  readonly isLacking: boolean;
}

const dateHitSchema = z.object({ docId: z.string(), dateSK: z.string() });

/** See `Register.search`. */
export async function search(table: Table, command: SearchCommand): Promise<Page<NumberedDocument>> {
  const limit = limitOf(command.page ?? {});
  const cursor = command.page?.cursor;
  const top = `${command.to}${LAST}`;
  const start = cursor === undefined ? { before: top, isLacking: false } : readPosition(cursor, command);
  if (start.before < command.from) return { items: [] };
  // Of two words one is let go only where nothing has both: who is here has found nothing with both.
  if (start.isLacking) return searchLacking(table, command, start.before, limit, false);
  const page = await searchFrom(table, command, start.before, limit);
  if (page.cursor !== undefined || page.items.length >= FEW) return page;
  const hasFound = page.items.length > 0 || cursor !== undefined;
  const more = await searchLacking(table, command, top, limit - page.items.length, hasFound);
  return { ...more, items: [...page.items, ...more.items] };
}

/** Documents that have all words, or any where no words are asked. */
function searchFrom(
  table: Table,
  command: SearchCommand,
  before: string,
  limit: number,
): Promise<Page<NumberedDocument>> {
  const query = queryWords(command);
  const hasWords = query.words.length + query.phrases.length > 0;
  const batchOf = (from: string, enough: number) =>
    hasWords ? byAllWords(table, command, query, from, enough) : byDate(table, command, from);
  return collect(table, command, { before, isLacking: false }, limit, batchOf, async (found) => {
    const { asked, count } = countWords(found.row, command);
    return count === asked;
  });
}

/** Documents that lack one word of three, two of six …; nothing where the query has too few. */
async function searchLacking(
  table: Table,
  command: SearchCommand,
  before: string,
  limit: number,
  hasFound: boolean,
): Promise<Page<NumberedDocument>> {
  const query = queryWords(command);
  const fewest = fewestWords(query.words.length, hasFound);
  if (fewest === undefined || limit <= 0) return { items: [] };
  const batchOf = (from: string, enough: number) => byMostWords(table, command, query, fewest, from, enough);
  return collect(table, command, { before, isLacking: true }, limit, batchOf, async (found) => {
    const { asked, count } = countWords(found.row, command);
    if (count < (fewestWords(asked, hasFound) ?? asked)) return false;
    // Those that have all were given before; but for those whose type's name is not among their tokens yet.
    return count < asked || !(await hasAllTokens(table, query, found));
  });
}

async function collect(
  table: Table,
  command: SearchCommand,
  { before, isLacking }: Position,
  limit: number,
  batchOf: (before: string, enough: number) => Promise<Batch>,
  hasWords: (found: NumberedDocument) => Promise<boolean>,
): Promise<Page<NumberedDocument>> {
  const items: NumberedDocument[] = [];
  let from = before;
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const { candidates, next } = await batchOf(from, limit - items.length);
    while (candidates.length > 0) {
      const some = candidates.splice(0, limit - items.length);
      const ids = some.map(({ docId }) => docId);
      for (const [index, found] of (await readNumbered(table, command.organ, ids)).entries()) {
        const place = some[index]?.place ?? '';
        if (!found || !isAt(found, place) || !fits(found, command) || !(await hasWords(found))) continue;
        items.push(found);
        if (items.length === limit) return { items, cursor: writePosition(place, isLacking) };
      }
    }
    if (next === undefined) return { items };
    from = next;
  }
  return { items, cursor: writePosition(from, isLacking) };
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
function isAt({ row }: NumberedDocument, place: string): boolean {
  return place.startsWith(row.issuedDate);
}

/** The row decides. */
function fits(found: NumberedDocument, command: SearchCommand): boolean {
  const { typeCode, issuedDate, signerInfo, to } = found.row;
  return (
    issuedDate >= command.from &&
    issuedDate <= command.to &&
    (command.typeCode === undefined || typeCode === command.typeCode) &&
    countWords(found.row, command).hasPhrases &&
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

const LACKING = '-';

function writePosition(place: string, isLacking: boolean): string {
  return Buffer.from(isLacking ? `${LACKING}${place}` : place).toString('base64url');
}

function readPosition(cursor: string, { from, to }: SearchCommand): Position {
  const written = Buffer.from(cursor, 'base64url').toString('utf8');
  const isLacking = written.startsWith(LACKING);
  const before = isLacking ? written.slice(LACKING.length) : written;
  const isPlace = /^\d{4}-\d{2}-\d{2}[#~][A-Za-z0-9._#-]{0,200}$/.test(before) || /^\d{4}-\d{2}-\d{2}~$/.test(before);
  if (!isPlace || before < from || before.slice(0, 10) > to) throw new RegisterError('bad-cursor');
  return { before, isLacking };
}
