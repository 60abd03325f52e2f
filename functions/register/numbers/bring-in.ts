import { dateParts, vietnamDate } from '#document/dates.ts';
import type { BringInCommand } from '../commands/older-book-commands.ts';
import { eventWrite, sealEvent } from '../documents/audit-chain.ts';
import { documentItem } from '../documents/documents.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { pickSummary } from '../model/document-summary.ts';
import { RegisterError } from '../model/register-error.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import { isLostNumber } from '../model/series-counter.schema.ts';
import type { AuditEvent } from '../model/types.ts';
import type { NumberedDocument } from '../register.ts';
import { WORDS_VERSION, wordWrites } from '../search/search-tokens.ts';
import { commit, MAX_WRITES, writeAhead } from '../table/commit.ts';
import { all, isNew } from '../table/condition.ts';
import { rowKeyOf, variantOf } from '../table/keys/row-keys.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import type { Table } from '../table/table.ts';
import { fileDetails, sameFiles } from './complete-issue.ts';
import { belowStart, freeInPastYear } from './free-number.ts';
import { numberName } from './number-name.ts';
import { blankError, isNoBlank } from './read-blanks.ts';
import { documentOf, readRow, rowItem } from './rows.ts';
import { getSeries, notClosed, openIfNew } from './series.ts';

/** See `Register.bringIn`. */
export async function bringIn(table: Table, command: BringInCommand): Promise<NumberedDocument> {
  const { organ, year, codeNumber } = command;
  const { series } = command.summary;
  const today = vietnamDate(command.at);
  if (dateParts(command.issuedDate).year !== year || command.issuedDate > today) {
    throw new RegisterError('bad-date', { issuedDate: command.issuedDate, year });
  }
  const isPast = year < dateParts(today).year;
  const start = command.startOf?.(year) ?? 1;
  const counter = isPast
    ? await getSeries(table, organ, year, series)
    : await openIfNew(table, { organ, year, series, start });
  // A number that a restore lost stays lost until it is brought in.
  const isLost = counter !== undefined && isLostNumber(counter, codeNumber);
  const { document, row, event } = planBringIn(command);
  const words = await writeAhead(table, wordWrites(row), MAX_WRITES - 5);
  const outcome = await commit(table, [
    { put: rowItem(row), if: isNew },
    { put: documentItem(document), if: isNew },
    eventWrite(event),
    {
      check: counterKey(organ, year, series),
      if: isLost ? notClosed : all(notClosed, isPast ? freeInPastYear(codeNumber) : belowStart(codeNumber)),
    },
    isNoBlank(row),
    ...words,
  ]);
  if (outcome.done) return { document, row };

  const [rowReason, documentReason, , counterReason, blankReason] = outcome.reasons;
  if (rowReason?.code === 'ConditionalCheckFailed') return sameAgain(table, row);
  if (documentReason?.code === 'ConditionalCheckFailed') {
    throw new RegisterError('already-exists', { docId: command.docId });
  }
  if (blankReason?.code === 'ConditionalCheckFailed') throw blankError(row.symbol, blankReason.item?.['kind']);
  if (counterReason?.item?.['open'] === false) throw new RegisterError('series-closed', { year, series });
  throw new RegisterError('number-not-below-start', { start: Number(counterReason?.item?.['start'] ?? start) });
}

async function sameAgain(table: Table, row: RegisterRow): Promise<NumberedDocument> {
  const stands = readRow(await table.get(rowKeyOf(row)), row.docId);
  const same = stands.docId === row.docId && stands.issuedDate === row.issuedDate && stands.symbol === row.symbol;
  if (same && stands.broughtIn && sameFiles(stands.files, row.files)) return documentOf(table, stands);
  throw new RegisterError('duplicate-number', { docId: stands.docId, symbol: stands.symbol });
}

function planBringIn(command: BringInCommand): {
  readonly document: DocumentItem;
  readonly row: RegisterRow;
  readonly event: AuditEvent;
} {
  const { organ, docId, year, codeNumber, issuedDate, actor, data, frozen, contentHash } = command;
  const { symbol, symbolKey } = numberName(command.summary, command);
  const files = [...command.files];
  const at = command.at.toISOString();
  const event = sealEvent({
    organ,
    docId,
    version: 1,
    act: 'bring-in',
    state: 'issued',
    actor,
    at,
    facts: { symbol, issuedDate, ...(contentHash !== undefined && { contentHash }), ...fileDetails(files) },
    prevHash: '',
  });
  const common = {
    ...pickSummary(command.summary),
    organ,
    docId,
    year,
    codeNumber,
    ...variantOf(command),
    symbol,
    issuedDate,
    broughtIn: true as const,
    ...(contentHash !== undefined && { contentHash }),
  };
  const row: RegisterRow = {
    ...common,
    schema: 'register-row@1',
    wordsVersion: WORDS_VERSION,
    symbolKey,
    numberedAt: at,
    files,
  };
  const document: DocumentItem = {
    ...common,
    schema: 'document@1',
    state: 'issued',
    version: 1,
    rev: 1,
    ...(data && { data }),
    ...(frozen && { frozen }),
    drafterId: actor,
    chain: event.hash,
    createdAt: at,
    updatedAt: at,
  };
  return { document, row, event };
}
