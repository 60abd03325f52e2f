import type { IssueNumberCommand } from './commands.ts';
import type { DocumentItem } from './document-item.schema.ts';
import { getDocument, readDocument } from './documents.ts';
import type { IssueClock } from './issue-clock.ts';
import { ISSUE_WRITES, planNumber } from './plan-number.ts';
import { readItem } from './read-item.ts';
import type { Numbered } from './register.ts';
import { RegisterError } from './register-error.ts';
import { rowOf } from './rows.ts';
import { openIfNew } from './series.ts';
import { type SeriesCounter, seriesCounterSchema } from './series-counter.schema.ts';
import type { SeriesMutex } from './series-mutex.ts';
import type { Outcome, Table } from './table.ts';
import { checkAct } from './transition.ts';
import { msToVietnamMidnight, vietnamDay, yearOf } from './vietnam-day.ts';

const TRY_WITHIN_MS = 8_000;
const RETRY_AFTER_SECONDS = 2;
/**
 * A try is stale by the time it took, so the wait before the next grows with it, not with the count of tries. Measured on two cores
 * with 200 at once and no mutex: all done in 6 s; doubling up to 160 ms left half of them without a number after 8 s.
 */
const WAIT_FACTOR = 10;
const MIN_TRY_MS = 5;
const MAX_WAIT_MS = 2_000;
/** A host whose clock is this close to the next day waits for it; one further behind is wrong. */
const MIDNIGHT_WAIT_MS = 5_000;

/** One try, for metrics. */
export interface IssueAttempt {
  organ: string;
  year: number;
  series: string;
  /** 1 for the first. */
  attempt: number;
  outcome: 'given' | 'repeated' | 'counter-moved' | 'conflict' | 'refused';
}

/** What giving numbers works with. */
export interface IssueContext {
  table: Table;
  mutex?: SeriesMutex;
  onAttempt?: (attempt: IssueAttempt) => void;
}

/** See `Register.issueNumber`. */
export async function issueNumber(context: IssueContext, command: IssueNumberCommand): Promise<Numbered> {
  const untilMs = command.clock.elapsedMs() + TRY_WITHIN_MS;
  const document = await getDocument(context.table, command.organ, command.docId);
  if (document.codeNumber !== undefined) return answer(context.table, document);
  checkIssuable(document, command);
  const give = () => giveNumber(context, command, document, untilMs);
  return context.mutex ? context.mutex.run(`${document.organ}#${document.series}`, give) : give();
}

async function giveNumber(
  { table, onAttempt }: IssueContext,
  command: IssueNumberCommand,
  before: DocumentItem,
  untilMs: number,
): Promise<Numbered> {
  const { clock } = command;
  let counter: SeriesCounter | undefined;
  let admitted: string | undefined;
  for (let attempt = 1; ; ) {
    if (clock.elapsedMs() > untilMs) throw busy();
    const now = clock.now();
    const today = vietnamDay(now);
    if (admitted !== today) {
      await command.admitDay?.(today);
      admitted = today;
      continue;
    }
    if (counter?.year !== yearOf(today)) counter = await counterOf(table, command, before, yearOf(today));
    if (!counter.open) throw new RegisterError('series-closed', { year: counter.year, series: counter.series });
    if (counter.lastIssuedOn > today) {
      await waitForDay(clock, now, counter.lastIssuedOn, untilMs);
      continue;
    }

    const planned = planNumber(command, before, counter, now, today);
    const sentMs = clock.elapsedMs();
    const outcome = await table.transact(planned.writes);
    const tookMs = clock.elapsedMs() - sentMs;
    const verdict = outcome.done
      ? ({ outcome: 'given' } as const)
      : judge(outcome, planned.document.chain, before.docId);
    const { organ, series } = before;
    onAttempt?.({ organ, year: counter.year, series, attempt, outcome: verdict.outcome });
    switch (verdict.outcome) {
      case 'given':
        return { document: planned.document, row: planned.row, repeated: false };
      case 'repeated':
        return answer(table, verdict.document);
      case 'refused':
        checkIssuable(verdict.document, command);
        throw new RegisterError('version-conflict', { version: verdict.document.version });
      case 'counter-moved':
        counter = verdict.counter;
    }
    const waitMs = clock.random() * Math.min(MAX_WAIT_MS, WAIT_FACTOR * Math.max(MIN_TRY_MS, tookMs));
    if (clock.elapsedMs() + waitMs > untilMs) throw busy();
    await clock.sleep(waitMs);
    attempt++;
  }
}

type Verdict =
  | { outcome: 'given' | 'conflict' }
  | { outcome: 'repeated' | 'refused'; document: DocumentItem }
  | { outcome: 'counter-moved'; counter: SeriesCounter | undefined };

/**
 * Reads why a try was cancelled. The document's reason comes first: it leaves `approved` once, so a repeat of any age fails there,
 * and its counter has moved as well.
 */
function judge(outcome: Outcome & { done: false }, chain: string, docId: string): Verdict {
  const failed = (write: keyof typeof ISSUE_WRITES) => {
    const reason = outcome.reasons[ISSUE_WRITES[write]];
    return reason?.code === 'ConditionalCheckFailed' ? reason : undefined;
  };
  const documentReason = failed('document');
  if (documentReason) {
    const document = readDocument(documentReason.item, docId);
    // The client repeats a request whose answer was lost: then what stands is this very try.
    if (document.chain === chain) return { outcome: 'given' };
    return { outcome: document.codeNumber === undefined ? 'refused' : 'repeated', document };
  }
  const counterReason = failed('counter');
  if (counterReason) {
    return {
      outcome: 'counter-moved',
      counter: counterReason.item && readItem(seriesCounterSchema, counterReason.item),
    };
  }
  const rowReason = failed('row');
  if (rowReason) throw new RegisterError('number-taken', { codeNumber: Number(rowReason.item?.codeNumber ?? 0) });
  if (failed('event')) throw new RegisterError('broken-item', { schema: 'audit-event@1', path: 'version' });
  return { outcome: 'conflict' };
}

function checkIssuable(document: DocumentItem, command: IssueNumberCommand): void {
  checkAct(document, 'number', command.version);
  if (document.contentHash !== command.contentHash) {
    throw new RegisterError('content-conflict', { contentHash: document.contentHash ?? '' });
  }
}

async function answer(table: Table, document: DocumentItem): Promise<Numbered> {
  return { document, row: await rowOf(table, document), repeated: true };
}

function counterOf(
  table: Table,
  command: IssueNumberCommand,
  { organ, series }: DocumentItem,
  year: number,
): Promise<SeriesCounter> {
  return openIfNew(table, { organ, year, series, start: command.startOf?.(year) ?? 1 });
}

async function waitForDay(clock: IssueClock, now: Date, lastIssuedOn: string, untilMs: number): Promise<void> {
  const waitMs = msToVietnamMidnight(now);
  const tomorrow = vietnamDay(new Date(now.getTime() + waitMs));
  if (waitMs > MIDNIGHT_WAIT_MS || lastIssuedOn !== tomorrow) {
    throw new RegisterError('clock-wrong', { today: vietnamDay(now), lastIssuedOn });
  }
  if (clock.elapsedMs() + waitMs > untilMs) throw busy();
  await clock.sleep(waitMs);
}

function busy(): RegisterError {
  return new RegisterError('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
