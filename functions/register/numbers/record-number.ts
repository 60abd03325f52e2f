import type { RecordNumberCommand } from '../commands/number-commands.ts';
import { getDocument } from '../documents/documents.ts';
import { checkAct, planChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { pickSummary } from '../model/document-summary.ts';
import { RegisterError } from '../model/register-error.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import type { SeriesCounter } from '../model/series-counter.schema.ts';
import type { Numbered } from '../register.ts';
import { WORDS_VERSION } from '../search/search-tokens.ts';
import { commit } from '../table/commit.ts';
import { absent, all, equals, isNew } from '../table/condition.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import type { Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';
import { freeCopy } from './free-copy.ts';
import { answer } from './issue-number.ts';
import { numberName } from './number-name.ts';
import { owed, rowItem } from './rows.ts';
import { openIfNew } from './series.ts';
import { claimWrites } from './symbol-claim.ts';

/** Tries of a record, each on neighbours that were read anew. */
export const MAX_ATTEMPTS = 8;

/** See `Register.recordNumber`. */
export async function recordNumber(table: Table, command: RecordNumberCommand, attempt = 1): Promise<Numbered> {
  const { year } = command;
  const { organ, docId } = command.document;
  const before = attempt === 1 ? command.document : await getDocument(table, organ, docId);
  if (before.codeNumber !== undefined) return sameRecord(table, before, command);
  checkRecordable(before, command);
  const { series } = before;
  const counter = await openIfNew(table, { organ, year, series, start: 1 });
  checkTakesRecords(counter);
  const { document, row, writes } = planRecord(command, before, await copyFor(table, command, series));
  const claim = await claimWrites(table, { organ, year, series, symbol: row.symbol });
  const outcome = await commit(table, [...writes, raiseRev(counter), { put: rowItem(row), if: isNew }, ...claim]);
  if (outcome.done) return { document, row, repeated: false };
  const stands = await getDocument(table, organ, docId);
  if (stands.codeNumber !== undefined) return sameRecord(table, stands, command);
  checkRecordable(stands, command);
  // Another number of the series was recorded at the same moment: its day may be a neighbour's.
  if (attempt >= MAX_ATTEMPTS) throw new RegisterError('busy', { retryAfterSeconds: 1 });
  return recordNumber(table, command, attempt + 1);
}

function copyFor(table: Table, command: RecordNumberCommand, series: string) {
  const { document, year, codeNumber, issuedDate } = command;
  return freeCopy(table, { organ: document.organ, docId: document.docId, year, series, codeNumber }, issuedDate);
}

function checkRecordable(document: DocumentItem, command: RecordNumberCommand): void {
  checkAct(document, 'record', command.document.version);
  if (document.contentHash !== command.contentHash) {
    throw new RegisterError('content-conflict', { contentHash: document.contentHash ?? '' });
  }
}

/** A repeat of the same record answers; another number for a document that has one is refused. */
async function sameRecord(table: Table, document: DocumentItem, command: RecordNumberCommand): Promise<Numbered> {
  const { codeNumber, issuedDate } = document;
  if (codeNumber === command.codeNumber && issuedDate === command.issuedDate && document.recorded)
    return answer(table, document);
  throw new RegisterError('wrong-state', { act: 'record', state: document.state });
}

/** Checks that the series takes recorded numbers, as fixed with the first of the year. Throws `series-closed`, `series-own`. */
export function checkTakesRecords({ year, series, open, given, seq }: SeriesCounter): void {
  if (!open) throw new RegisterError('series-closed', { year, series });
  if (given !== 'recorded' && seq !== undefined) throw new RegisterError('series-own', { year, series });
}

/** Raises the counter's rev, so that two records are checked one after the other. */
export function raiseRev({ organ, year, series, rev }: SeriesCounter): Write {
  return {
    update: counterKey(organ, year, series),
    set: { given: 'recorded', rev: (rev ?? 0) + 1 },
    if: all(equals({ open: true }), absent('seq'), rev === undefined ? absent('rev') : equals({ rev })),
  };
}

function planRecord(
  command: RecordNumberCommand,
  before: DocumentItem,
  copy: number | undefined,
): { readonly document: DocumentItem; readonly row: RegisterRow; readonly writes: readonly [Write, Write] } {
  const { organ, docId } = before;
  const { year, codeNumber, issuedDate, symbolYear, actor, at, contentHash } = command;
  const { symbol, symbolKey } = numberName(before, { codeNumber, year, symbolYear });
  const place = { year, codeNumber, ...(copy !== undefined && { copy }) };
  const recorded = true;
  const { document, writes } = planChange(before, {
    act: 'record',
    actor,
    at,
    details: { symbol, issuedDate, contentHash, recorded, ...(copy !== undefined && { copy }) },
    set: { ...place, symbol, issuedDate, recorded },
    require: equals({ contentHash }),
  });
  const row: RegisterRow = {
    ...pickSummary(before),
    ...place,
    schema: 'register-row@1',
    organ,
    docId,
    symbol,
    symbolKey,
    issuedDate,
    contentHash,
    recorded,
    ...(before.registered && { registered: true }),
    ...(before.noFile && { noFile: true }),
    numberedAt: at.toISOString(),
    wordsVersion: WORDS_VERSION,
    files: [],
    ...owed(docId, at),
  };
  return { document, row, writes };
}
