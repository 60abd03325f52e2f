import { eventWrite, sealEvent } from '../documents/audit-chain.ts';
import { documentItem, readDocument } from '../documents/documents.ts';
import type { RegisterDocumentCommand } from '../model/commands.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { pickFacts } from '../model/facts.ts';
import { RegisterError } from '../model/register-error.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import type { SeriesCounter } from '../model/series-counter.schema.ts';
import type { Numbered } from '../register.ts';
import { isNew } from '../table/condition.ts';
import { documentKey } from '../table/keys.ts';
import { WORDS_VERSION } from '../words/words.ts';
import { answer, type IssueContext, runTask } from './issue-number.ts';
import type { PlannedNumber } from './plan-number.ts';
import { owed, rowItem } from './rows.ts';
import { nextNumber, takeNumber } from './series.ts';

/** See `Register.registerDocument`. */
export async function registerDocument(context: IssueContext, command: RegisterDocumentCommand): Promise<Numbered> {
  const { organ, docId, facts } = command;
  const item = await context.table.get(documentKey(organ, docId));
  if (item) return sameOne(await answer(context.table, checkSame(readDocument(item, docId), command)), command);
  const numbered = await runTask(context, {
    organ,
    series: facts.series,
    command,
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

/** Whoever asks with an id that stands asks for that document. Throws `already-exists`. */
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
  const { organ, docId, frozen, actor, noFile } = command;
  const { year } = counter;
  const codeNumber = nextNumber(counter);
  const { symbol, symbolKey } = command.nameNumber(codeNumber, year);
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
    facts: { symbol, issuedDate, contentHash, ...(noFile && { noFile }) },
    prevHash: '',
  });
  const common = { ...pickFacts(command.facts), organ, docId, year, codeNumber, symbol, issuedDate, contentHash };
  const row: RegisterRow = {
    ...common,
    schema: 'register-row@1',
    wordsVersion: WORDS_VERSION,
    symbolKey,
    registered: true,
    ...(noFile && { noFile }),
    numberedAt: at,
    files: [],
    ...owed(docId, now),
  };
  const document: DocumentItem = {
    ...common,
    schema: 'document@1',
    state: 'numbered',
    version: 1,
    rev: 1,
    registered: true,
    ...(noFile && { noFile }),
    frozen,
    drafterId: actor,
    chain: event.hash,
    createdAt: at,
    updatedAt: at,
  };
  const writes = [
    takeNumber(counter, issuedDate),
    { put: rowItem(row), if: isNew },
    { put: documentItem(document), if: isNew },
    eventWrite(event),
  ] as const;
  return { document, row, writes };
}
