import { dateParts, msToVietnamMidnight, vietnamDate } from '#document/dates.ts';
import type { IssueNumberCommand } from '../commands/number-commands.ts';
import { checkAct } from '../documents/transition.ts';
import type { DocumentItem } from '../model/document-item.schema.ts';
import type { IssueClock } from '../model/issue-clock.ts';
import { RegisterError } from '../model/register-error.ts';
import type { SeriesCounter } from '../model/series-counter.schema.ts';
import type { Numbered } from '../register.ts';
import type { Table } from '../table/table.ts';
import { classifyConflict } from './classify-conflict.ts';
import { type NumberName, numberName } from './number-name.ts';
import { type PlannedNumber, planNumber } from './plan-number.ts';
import { rowOf } from './rows.ts';
import { nextNumber, openIfNew } from './series.ts';
import type { Baton, SeriesMutex } from './series-mutex.ts';
import { claimWrites } from './symbol-claim.ts';

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
  readonly organ: string;
  readonly year: number;
  readonly series: string;
  /** 1 for the first. */
  readonly attempt: number;
  readonly outcome: 'given' | 'repeated' | 'counter-moved' | 'conflict' | 'refused';
}

/** Dependencies of giving numbers. */
export interface IssueContext {
  readonly table: Table;
  readonly mutex?: SeriesMutex;
  readonly onAttempt?: (attempt: IssueAttempt) => void;
}

/** Task that gives a number: to an approved document, or to one that comes with it. */
export interface NumberTask {
  readonly organ: string;
  readonly series: string;
  readonly command: Pick<IssueNumberCommand, 'clock' | 'startOf' | 'checkIssueDay'>;
  /** Names a number of the series. */
  name(codeNumber: number, year: number): NumberName;
  /** The try on a counter that was read. */
  plan(counter: SeriesCounter, now: Date, today: string): PlannedNumber;
  /** Says why a document that stands and has no number gets none, by throwing. */
  refuse(stands: DocumentItem): void;
}

/** See `Register.issueNumber`. */
export async function issueNumber(context: IssueContext, command: IssueNumberCommand): Promise<Numbered> {
  const { document } = command;
  if (document.codeNumber !== undefined) return answer(context.table, document);
  checkIssuable(document, command);
  const { organ, series } = document;
  return runTask(context, {
    organ,
    series,
    command,
    name: (codeNumber, year) => numberName(document, { codeNumber, year }),
    plan: (counter, now, today) => planNumber(command, document, counter, now, today),
    refuse: (stands) => checkIssuable(stands, command),
  });
}

/** Gives the next number of a series, in its turn on one machine. */
export function runTask(context: IssueContext, task: NumberTask): Promise<Numbered> {
  // Counted from its turn on: who waits in a queue on one machine gets a number in the end.
  const give = (baton: Baton) => giveNumber(context, task, task.command.clock.elapsedMs() + TRY_WITHIN_MS, baton);
  return context.mutex ? context.mutex.run(`${task.organ}#${task.series}`, give) : give({});
}

async function giveNumber(
  { table, onAttempt }: IssueContext,
  task: NumberTask,
  untilMs: number,
  baton: Baton,
): Promise<Numbered> {
  const { organ, series, command } = task;
  const { clock } = command;
  let { counter } = baton;
  delete baton.counter;
  let checkedDay: string | undefined;
  for (let attempt = 1; ; ) {
    if (clock.elapsedMs() > untilMs) throw busy();
    const now = clock.now();
    const today = vietnamDate(now);
    if (checkedDay !== today) {
      await command.checkIssueDay?.(today);
      checkedDay = today;
      continue;
    }
    const { year } = dateParts(today);
    const { symbol } = task.name(1, year);
    const claim = await claimWrites(table, { organ, year, series, symbol });
    if (counter?.year !== year)
      counter = await openIfNew(table, { organ, year, series, start: command.startOf?.(year) ?? 1 });
    checkTakesNumbers(counter);
    if (counter.lastIssuedOn > today) {
      await waitForDay(clock, now, counter.lastIssuedOn, untilMs);
      continue;
    }

    const planned = task.plan(counter, now, today);
    const sentMs = clock.elapsedMs();
    const outcome = await table.transact([...planned.writes, ...claim]);
    const tookMs = clock.elapsedMs() - sentMs;
    const verdict = outcome.done ? ({ outcome: 'given' } as const) : classifyConflict(outcome, planned.document);
    onAttempt?.({ organ, year: counter.year, series, attempt, outcome: verdict.outcome });
    switch (verdict.outcome) {
      case 'given':
        baton.counter = { ...counter, seq: planned.row.codeNumber, lastIssuedOn: today };
        return { document: planned.document, row: planned.row, repeated: false };
      case 'repeated':
        return answer(table, verdict.document);
      case 'refused':
        task.refuse(verdict.document);
        throw new RegisterError('stale', { version: verdict.document.version, rev: verdict.document.rev });
      case 'counter-moved':
        counter = verdict.counter;
    }
    const waitMs = clock.random() * Math.min(MAX_WAIT_MS, WAIT_FACTOR * Math.max(MIN_TRY_MS, tookMs));
    if (clock.elapsedMs() + waitMs > untilMs) throw busy();
    await clock.sleep(waitMs);
    attempt++;
  }
}

function checkIssuable(document: DocumentItem, command: IssueNumberCommand): void {
  checkAct(document, 'number', command.document.version);
  if (document.contentHash !== command.contentHash) {
    throw new RegisterError('content-conflict', { contentHash: document.contentHash ?? '' });
  }
}

function checkTakesNumbers(counter: SeriesCounter): void {
  const { year, series, open, doubt, given } = counter;
  if (given === 'recorded') throw new RegisterError('series-recorded', { year, series });
  if (!open) throw new RegisterError('series-closed', { year, series });
  if (doubt)
    throw new RegisterError('series-in-doubt', { year, series, since: doubt.since, next: nextNumber(counter) });
}

/** The number that a document has. */
export async function answer(table: Table, document: DocumentItem): Promise<Numbered> {
  return { document, row: await rowOf(table, document), repeated: true };
}

async function waitForDay(clock: IssueClock, now: Date, lastIssuedOn: string, untilMs: number): Promise<void> {
  const waitMs = msToVietnamMidnight(now);
  const tomorrow = vietnamDate(new Date(now.getTime() + waitMs));
  if (waitMs > MIDNIGHT_WAIT_MS || lastIssuedOn !== tomorrow) {
    throw new RegisterError('clock-wrong', { today: vietnamDate(now), lastIssuedOn });
  }
  if (clock.elapsedMs() + waitMs > untilMs) throw busy();
  await clock.sleep(waitMs);
}

function busy(): RegisterError {
  return new RegisterError('busy', { retryAfterSeconds: RETRY_AFTER_SECONDS });
}
