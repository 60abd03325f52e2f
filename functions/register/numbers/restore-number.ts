import { dateParts } from '#document/dates.ts';
import type { RestoreNumberCommand } from '../commands/number-commands.ts';
import type { RaiseCounterCommand } from '../commands/series-commands.ts';
import { eventWrite, sealEvent } from '../documents/audit-chain.ts';
import { documentItem } from '../documents/documents.ts';
import { type DocumentItem, documentItemSchema } from '../model/document-item.schema.ts';
import { pickSummary } from '../model/document-summary.ts';
import { RegisterError } from '../model/register-error.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import type { SeriesCounter } from '../model/series-counter.schema.ts';
import type { NumberedDocument } from '../register.ts';
import { WORDS_VERSION } from '../search/search-tokens.ts';
import { commit } from '../table/commit.ts';
import { equals, isNew } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import { rowKeyOf } from '../table/keys/row-keys.ts';
import { counterKey } from '../table/keys/series-keys.ts';
import { readItem } from '../table/read-item.ts';
import type { Table } from '../table/table.ts';
import { numberName } from './number-name.ts';
import { owed, readRow, rowItem } from './rows.ts';
import { getSeries } from './series.ts';

/**
 * See `Register.restoreNumber`. The chain goes on from what the table still has of the document, or starts anew; the event says
 * that it was a restore.
 */
export async function restoreNumber(table: Table, command: RestoreNumberCommand): Promise<NumberedDocument> {
  const { organ, docId, codeNumber, issuedDate, symbolYear, contentHash, frozen, actor, registered } = command;
  const { year } = dateParts(issuedDate);
  const { symbol, symbolKey } = numberName(command.summary, { codeNumber, year, symbolYear });
  const item = await table.get(documentKey(organ, docId));
  const before = item && readItem(documentItemSchema, item);
  const at = command.at.toISOString();
  const numbered = {
    ...{ organ, docId, year, codeNumber, symbol, issuedDate, contentHash },
    ...(registered && { registered }),
  };
  const { restricted } = command;
  const version = (before?.version ?? 0) + 1;
  const event = sealEvent({
    organ,
    docId,
    version,
    act: 'restore',
    state: 'numbered',
    actor,
    at,
    facts: { symbol, issuedDate, contentHash, ...(restricted && { restricted }) },
    prevHash: before?.chain ?? '',
  });
  const summary = pickSummary(command.summary);
  const document: DocumentItem = {
    ...(before ?? { rev: 1, drafterId: actor, createdAt: at }),
    ...summary,
    ...numbered,
    ...(restricted && { restricted }),
    schema: 'document@1',
    state: 'numbered',
    version,
    frozen,
    chain: event.hash,
    updatedAt: at,
  };
  const row: RegisterRow = {
    ...summary,
    ...numbered,
    schema: 'register-row@1',
    wordsVersion: WORDS_VERSION,
    symbolKey,
    numberedAt: at,
    files: [],
    ...owed(docId, command.at),
  };
  const outcome = await commit(table, [
    { put: rowItem(row), if: isNew },
    { put: documentItem(document), if: before ? equals({ version: before.version }) : isNew },
    eventWrite(event),
  ]);
  if (outcome.done) return { document, row };
  const stands = await table.get(rowKeyOf(row));
  if (!stands) throw new RegisterError('stale', { version });
  const taken = readRow(stands, docId);
  throw new RegisterError('duplicate-number', { docId: taken.docId, symbol: taken.symbol });
}

/** See `Register.raiseCounter`. */
export async function raiseCounter(table: Table, command: RaiseCounterCommand): Promise<SeriesCounter> {
  const { organ, year, series, start, seq, lastIssuedOn } = command;
  const known = await getSeries(table, organ, year, series);
  const counter: SeriesCounter = {
    ...(known ?? { schema: 'series-counter@1', organ, year, series, start, open: true }),
    seq: Math.max(seq, known?.seq ?? 0),
    lastIssuedOn: known && known.lastIssuedOn > lastIssuedOn ? known.lastIssuedOn : lastIssuedOn,
  };
  const unchanged =
    known && equals({ lastIssuedOn: known.lastIssuedOn, ...(known.seq !== undefined && { seq: known.seq }) });
  const put = { ...counterKey(organ, year, series), ...counter };
  const outcome = await commit(table, [{ put, if: unchanged ?? isNew }]);
  if (!outcome.done) throw new RegisterError('stale', { version: seq });
  return counter;
}
