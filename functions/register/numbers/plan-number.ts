import type { IssueNumberCommand } from '../commands/number-commands.ts';
import { planChange } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import { pickSummary } from '../model/document-summary.ts';
import type { RegisterRow } from '../model/register-row.schema.ts';
import type { SeriesCounter } from '../model/series-counter.schema.ts';
import { WORDS_VERSION } from '../search/search-tokens.ts';
import { equals, isNew } from '../table/condition.ts';
import type { Write } from '../table/write.ts';
import { numberName } from './number-name.ts';
import { owed, rowItem } from './rows.ts';
import { nextNumber, takeNumber } from './series.ts';

/** Positions of the writes in the issue transaction, and of their reasons when cancelled. */
export const ISSUE_WRITES = { counter: 0, row: 1, document: 2, event: 3 } as const;

/** One try at giving the next number of a series. */
export interface PlannedNumber {
  readonly document: DocumentItem;
  readonly row: RegisterRow;
  readonly writes: readonly [Write, Write, Write, Write];
}

/**
 * Plans the four writes that give a document the next number of its series on a day (Điều 15). All are done or none.
 */
export function planNumber(
  command: IssueNumberCommand,
  before: DocumentItem,
  counter: SeriesCounter,
  now: Date,
  today: string,
): PlannedNumber {
  const { organ, docId } = before;
  const { contentHash } = command;
  const { year } = counter;
  const codeNumber = nextNumber(counter);
  const { symbol, symbolKey } = numberName(before, { codeNumber, year });
  const row: RegisterRow = {
    ...pickSummary(before),
    schema: 'register-row@1',
    wordsVersion: WORDS_VERSION,
    organ,
    year,
    docId,
    codeNumber,
    symbol,
    symbolKey,
    issuedDate: today,
    contentHash,
    ...(command.paperPages !== undefined && { paperPages: command.paperPages }),
    numberedAt: now.toISOString(),
    files: [],
    ...owed(docId, now),
  };
  const { document, writes } = planChange(before, {
    act: 'number',
    actor: command.actor,
    at: now,
    details: { ...command.details, symbol, issuedDate: today, contentHash },
    set: { codeNumber, year, symbol, issuedDate: today },
    require: equals({ contentHash }),
  });
  const [documentWrite, eventWrite] = writes;
  return {
    document,
    row,
    writes: [takeNumber(counter, today), { put: rowItem(row), if: isNew }, documentWrite, eventWrite],
  };
}
