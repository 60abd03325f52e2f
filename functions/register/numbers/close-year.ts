import { createHash } from 'node:crypto';
import { canonicalJson } from '#document/json/canonical-json.ts';
import type { CloseYearCommand } from '../commands/series-commands.ts';
import type { BlankNumber } from '../model/blank-number.schema.ts';
import { type DocumentItem, documentItemSchema } from '../model/document-item.schema.ts';
import { RegisterError } from '../model/register-error.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import { type YearClosing, yearClosingSchema } from '../model/year-closing.schema.ts';
import { commit } from '../table/commit.ts';
import { exists, isNew } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { variantOf } from '../table/keys/row-keys.ts';
import { closingKey, counterKey } from '../table/keys/series-keys.ts';
import { readItem } from '../table/read-item.ts';
import { sealed } from '../table/seal.ts';
import type { Table } from '../table/table.ts';
import { listBlanks } from './read-blanks.ts';
import { allRows } from './rows.ts';
import { openIfNew } from './series.ts';

/** See `Register.getClosing`. */
export async function getClosing(
  table: Table,
  organ: string,
  year: number,
  series: string,
): Promise<YearClosing | undefined> {
  const item = await table.get(closingKey(organ, year, series));
  return item && readItem(yearClosingSchema, item);
}

/**
 * See `Register.closeYear`. The series is locked first, so that the rows that are read are the last; a crash between leaves it
 * locked, and closing it again goes on from there.
 */
export async function closeYear(table: Table, command: CloseYearCommand): Promise<YearClosing> {
  const { organ, year, series, actor, at } = command;
  const stands = await getClosing(table, organ, year, series);
  if (stands) return stands;
  const counter = await openIfNew(table, { organ, year, series, start: command.start });
  const lock = { update: counterKey(organ, year, series), set: { open: false }, if: isThere };
  if (counter.open) await commit(table, [lock]);

  const rows = await allRows(table, organ, year, series);
  const unfinished = await firstUnfinished(table, rows);
  if (unfinished) throw new RegisterError('unfinished', { symbol: unfinished.symbol ?? '', docId: unfinished.docId });
  const blanks = await listBlanks(table, organ, year, series);
  const closing: YearClosing = {
    schema: 'year-closing@1',
    organ,
    year,
    series,
    ...countRows(rows, blanks),
    closedBy: actor,
    closedAt: at.toISOString(),
  };
  const outcome = await commit(table, [{ put: sealed({ ...closingKey(organ, year, series), ...closing }), if: isNew }]);
  if (outcome.done) return closing;
  const faster = await getClosing(table, organ, year, series);
  if (!faster) throw new RegisterError('busy', { retryAfterSeconds: 1 });
  return faster;
}

/** Counts and hash that a closing keeps of its rows and blanks. */
export function countRows(
  rows: readonly RegisterRow[],
  blanks: readonly BlankNumber[],
): Pick<YearClosing, 'hash' | 'count' | 'broughtIn' | 'lastNumber' | 'byType' | 'blanks'> {
  const last = rows.findLast(({ broughtIn }) => !broughtIn);
  return {
    hash: hashOfRows(rows, blanks),
    count: rows.length,
    broughtIn: rows.filter(({ broughtIn }) => broughtIn).length,
    ...(last && { lastNumber: last.codeNumber }),
    byType: countBy(rows, ({ typeCode }) => typeCode),
    ...(blanks.length > 0 && { blanks: countBy(blanks, ({ kind }) => kind) }),
  };
}

/** The hash that a closing keeps, over what of its rows and blanks never changes: a later withdrawal is none of it. */
export function hashOfRows(rows: readonly RegisterRow[], blanks: readonly BlankNumber[]): string {
  const hash = createHash('sha256');
  for (const row of rows) {
    const { codeNumber, issuedDate, docId, contentHash = '', files } = row;
    const hashes = files.map(({ key, sha256 }) => `${key} ${sha256}`).sort();
    const variant = variantOf(row);
    const variants = Object.keys(variant).length > 0 ? [variant] : [];
    hash.update(`${canonicalJson([codeNumber, issuedDate, docId, contentHash, hashes, ...variants])}\n`);
  }
  for (const { codeNumber, codeSuffix, kind, symbol, issuedDate, note } of blanks) {
    hash.update(`${canonicalJson([codeNumber, codeSuffix ?? '', kind, symbol, issuedDate ?? '', note ?? ''])}\n`);
  }
  return hash.digest('hex');
}

const isThere = exists('PK');

async function firstUnfinished(table: Table, rows: readonly RegisterRow[]): Promise<DocumentItem | undefined> {
  const owed = rows.filter(({ outShard }) => outShard !== undefined);
  const stored = await table.getMany(owed.map(({ organ, docId }) => documentKey(organ, docId)));
  return stored.flatMap((item) => (item ? [readItem(documentItemSchema, item)] : [])).at(0);
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
}
