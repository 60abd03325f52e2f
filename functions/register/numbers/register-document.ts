import { dateParts } from '#document/dates.ts';
import type { RegisterDocumentCommand } from '../commands/number-commands.ts';
import { eventWrite, sealEvent } from '../documents/audit-chain.ts';
import { documentItem, readDocument } from '../documents/documents.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { pickSummary } from '../model/document-summary.ts';
import { RegisterError } from '../model/register-error.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import type { SeriesCounter } from '../model/series-counter.schema.ts';
import type { Numbered } from '../register.ts';
import { WORDS_VERSION } from '../search/search-tokens.ts';
import { commit } from '../table/commit.ts';
import { isNew } from '../table/condition.ts';
import { documentKey } from '../table/keys/document-keys.ts';
import type { Table } from '../table/table.ts';
import type { Write } from '../table/write.ts';
import { freeCopy } from './free-copy.ts';
import { answer, type IssueContext, runTask } from './issue-number.ts';
import { numberName } from './number-name.ts';
import type { PlannedNumber } from './plan-number.ts';
import { checkTakesRecords, MAX_ATTEMPTS, raiseRev } from './record-number.ts';
import { owed, rowItem } from './rows.ts';
import { nextNumber, openIfNew, takeNumber } from './series.ts';
import { claimWrites } from './symbol-claim.ts';

/** See `Register.registerDocument`. */
export async function registerDocument(context: IssueContext, command: RegisterDocumentCommand): Promise<Numbered> {
  const { organ, docId, summary, symbolYear } = command;
  const item = await context.table.get(documentKey(organ, docId));
  if (item) return sameOne(await answer(context.table, checkSame(readDocument(item, docId), command)), command);
  if (command.recorded) return registerRecorded(context.table, command, command.recorded);
  const numbered = await runTask(context, {
    organ,
    series: summary.series,
    command,
    name: (codeNumber, year) => numberName(summary, { codeNumber, year, symbolYear }),
    plan: (counter, now, today) => planRegistration(command, counter, now, today),
    refuse: () => {
      throw new RegisterError('already-exists', { docId });
    },
  });
  return sameOne(numbered, command);
}

function sameOne(numbered: Numbered, command: RegisterDocumentCommand): Numbered {
  checkSame(numbered.document, command);
  return numbered;
}

/** Answers a document that stands under the id, if it is the same. Throws `already-exists`. */
function checkSame(document: DocumentItem, { docId, frozen }: RegisterDocumentCommand): DocumentItem {
  const isSame = document.registered === true && document.contentHash === frozen.sha256;
  if (!isSame) throw new RegisterError('already-exists', { docId });
  return document;
}

/** The four writes of a registration: its META is absent before, its number is the next of the series. */
function planRegistration(
  command: RegisterDocumentCommand,
  counter: SeriesCounter,
  now: Date,
  issuedDate: string,
): PlannedNumber {
  const { year } = counter;
  const { document, row, writes } = registration(command, { year, codeNumber: nextNumber(counter), issuedDate }, now);
  const [rowWrite, documentWrite, event] = writes;
  return { document, row, writes: [takeNumber(counter, issuedDate), rowWrite, documentWrite, event] };
}

/** See `Register.registerDocument`, of a number that another system gave. */
async function registerRecorded(
  table: Table,
  command: RegisterDocumentCommand,
  { codeNumber, issuedDate }: { readonly codeNumber: number; readonly issuedDate: string },
  attempt = 1,
): Promise<Numbered> {
  const { organ, docId, summary } = command;
  const { series } = summary;
  const { year } = dateParts(issuedDate);
  const counter = await openIfNew(table, { organ, year, series, start: 1 });
  checkTakesRecords(counter);
  const copy = await freeCopy(table, { organ, docId, year, series, codeNumber }, issuedDate);
  const place = { year, codeNumber, issuedDate, recorded: true as const, ...(copy !== undefined && { copy }) };
  const { document, row, writes } = registration(command, place, command.clock.now());
  const claim = await claimWrites(table, { organ, year, series, symbol: row.symbol });
  const outcome = await commit(table, [...writes, raiseRev(counter), ...claim]);
  if (outcome.done) return { document, row, repeated: false };
  const stands = await table.get(documentKey(organ, docId));
  if (stands) return sameOne(await answer(table, readDocument(stands, docId)), command);
  if (attempt >= MAX_ATTEMPTS) throw new RegisterError('busy', { retryAfterSeconds: 1 });
  return registerRecorded(table, command, { codeNumber, issuedDate }, attempt + 1);
}

/** Number and day of a registration. */
interface GivenNumber {
  readonly year: number;
  readonly codeNumber: number;
  readonly issuedDate: string;
  readonly copy?: number;
  readonly recorded?: true;
}

/** Row, META and event of a registration. */
function registration(
  command: RegisterDocumentCommand,
  place: GivenNumber,
  now: Date,
): { readonly document: DocumentItem; readonly row: RegisterRow; readonly writes: readonly [Write, Write, Write] } {
  const { organ, docId, frozen, actor, noFile, restricted, symbolYear } = command;
  const { codeNumber, year, issuedDate, copy, recorded } = place;
  const { symbol, symbolKey } = numberName(command.summary, { codeNumber, year, symbolYear });
  const contentHash = frozen.sha256;
  const at = now.toISOString();
  const event = sealEvent({
    organ,
    docId,
    version: 1,
    act: 'register',
    state: 'numbered',
    actor,
    at,
    facts: {
      symbol,
      issuedDate,
      contentHash,
      ...(noFile && { noFile }),
      ...(restricted && { restricted }),
      ...(recorded && { recorded }),
      ...(copy !== undefined && { copy }),
    },
    prevHash: '',
  });
  const common = {
    ...pickSummary(command.summary),
    ...place,
    organ,
    docId,
    symbol,
    contentHash,
    registered: true as const,
    ...(noFile && { noFile }),
  };
  const row: RegisterRow = {
    ...common,
    schema: 'register-row@1',
    symbolKey,
    numberedAt: at,
    wordsVersion: WORDS_VERSION,
    files: [],
    ...owed(docId, now),
  };
  const document: DocumentItem = {
    ...common,
    schema: 'document@1',
    state: 'numbered',
    version: 1,
    rev: 1,
    frozen,
    drafterId: actor,
    ...(restricted && { restricted }),
    chain: event.hash,
    createdAt: at,
    updatedAt: at,
  };
  const writes = [
    { put: rowItem(row), if: isNew },
    { put: documentItem(document), if: isNew },
    eventWrite(event),
  ] as const;
  return { document, row, writes };
}
