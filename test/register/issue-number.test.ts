import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#register/documents/audit-chain.ts';
import { systemIssueClock } from '#register/model/issue-clock.ts';
import type { IssueAttempt } from '#register/numbers/issue-number.ts';
import { createSeriesMutex } from '#register/numbers/series-mutex.ts';
import type { Numbered, Register } from '#register/register.ts';
import { counterKey } from '#register/table/keys/series-keys.ts';
import { type Fault, withFaults } from '../support/faults.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import { approved, clockAt, file, NOON, newOrgan, numberOf, SUMMARY } from './scene.ts';

let table: TestTable;
let register: Register;
beforeAll(async () => {
  table = await openTestTable();
  register = table.register();
});
afterAll(() => table.stop());

const numbers = (given: Numbered[]) => given.map(({ row }) => row.codeNumber).sort((a, b) => a - b);
const oneTo = (n: number) => Array.from({ length: n }, (_, index) => index + 1);

/** Repeats what a busy machine could not do in time: that is always safe. */
async function insist<T>(work: () => Promise<T>): Promise<T> {
  return work().catch((error) => {
    if (error.code === 'busy') return insist(work);
    throw error;
  });
}

describe('giving numbers', () => {
  it('gives consecutive numbers when two clerks issue at once', async () => {
    const organ = newOrgan();
    const [first, second] = [await approved(register, organ), await approved(register, organ)];
    const given = await Promise.all([
      register.issueNumber(numberOf(first, { actor: 'clerk one' })),
      table.register().issueNumber(numberOf(second, { actor: 'clerk two' })),
    ]);
    expect(numbers(given)).toEqual([1, 2]);
    expect(await register.getSeries(organ, 2026, 'chung')).toMatchObject({ seq: 2, lastIssuedOn: '2026-06-15' });
  });

  it('gives 50 numbers without gap or duplicate to two processes at once', async () => {
    const organ = newOrgan();
    const documents = await Promise.all(oneTo(50).map(() => approved(register, organ)));
    const attempts: IssueAttempt[] = [];
    const onAttempt = (attempt: IssueAttempt) => attempts.push(attempt);
    const two = [table.register({ onAttempt }), table.register({ onAttempt })];
    const given = await Promise.all(
      documents.map((document, index) => insist(() => two[index % 2]!.issueNumber(numberOf(document)))),
    );
    expect(numbers(given)).toEqual(oneTo(50));
    expect(attempts.filter((attempt) => attempt.outcome === 'given')).toHaveLength(50);
    for (const { row, document } of given) {
      expect(await register.findInOwnSeries(organ, 2026, 'chung', row.codeNumber)).toEqual({ row, document });
    }
  });

  it('needs one try a number behind a mutex', async () => {
    const organ = newOrgan();
    const documents = await Promise.all(oneTo(30).map(() => approved(register, organ)));
    let attempts = 0;
    const one = table.register({ seriesMutex: createSeriesMutex(), onAttempt: () => attempts++ });
    const given = await Promise.all(documents.map((document) => one.issueNumber(numberOf(document))));
    expect(numbers(given)).toEqual(oneTo(30));
    expect(attempts).toBe(30);
  });

  it('gives 20 numbers without gap or duplicate to two machines with a queue each', async () => {
    const organ = newOrgan();
    const documents = await Promise.all(oneTo(20).map(() => approved(register, organ)));
    const two = [1, 2].map(() => table.register({ seriesMutex: createSeriesMutex() }));
    const given = await Promise.all(
      documents.map((document, index) => two[index % 2]!.issueNumber(numberOf(document, { document }))),
    );
    expect(numbers(given)).toEqual(oneTo(20));
  });

  it('gives a document that was read before it moved the number that it has meanwhile', async () => {
    const organ = newOrgan();
    const document = await approved(register, organ);
    const first = await register.issueNumber(numberOf(document));
    const late = await register.issueNumber(numberOf(document, { document }));
    expect(late).toEqual({ ...first, repeated: true });
    const files = [file('x')];
    const rest = { organ, docId: document.docId, files, actor: 'clerk', at: NOON };
    const issued = await register.completeIssue({ ...rest, numbered: first });
    expect(await register.completeIssue({ ...rest, numbered: first })).toEqual(issued);
    expect(await register.getNumbered(organ, document.docId)).toEqual(issued);
  });

  it('answers a repeat of any age with the number that the document has', async () => {
    const organ = newOrgan();
    const document = await approved(register, organ);
    const first = await register.issueNumber(numberOf(document));
    expect(first.repeated).toBe(false);
    const again = await register.issueNumber(numberOf(document));
    expect(again).toEqual({ ...first, repeated: true });
    await register.completeIssue({ organ, docId: document.docId, files: [file('x')], actor: 'clerk', at: NOON });
    const later = await register.issueNumber(numberOf(document, { clock: clockAt(new Date('2027-02-01T00:00:00Z')) }));
    expect(later).toMatchObject({ repeated: true, row: { codeNumber: 1, year: 2026 }, document: { state: 'issued' } });
    expect(await register.getSeries(organ, 2026, 'chung')).toMatchObject({ seq: 1 });
  });

  it('gives one number to one document that ten ask for at once', async () => {
    const organ = newOrgan();
    const document = await approved(register, organ);
    const given = await Promise.all(
      oneTo(10).map((n) => table.register().issueNumber(numberOf(document, { actor: `clerk ${n}` }))),
    );
    expect(new Set(numbers(given))).toEqual(new Set([1]));
    expect(given.filter(({ repeated }) => !repeated)).toHaveLength(1);
    expect(await register.getSeries(organ, 2026, 'chung')).toMatchObject({ seq: 1 });
  });

  it('starts where the profile lets the series start', async () => {
    const organ = newOrgan();
    const given = await register.issueNumber(numberOf(await approved(register, organ), { startOf: () => 36 }));
    expect(given.row.codeNumber).toBe(36);
    await expect(register.openSeries({ organ, year: 2026, series: 'chung', start: 1 })).rejects.toMatchObject({
      code: 'series-started',
      params: { start: 36, seq: 36 },
    });
  });

  it('keeps series apart', async () => {
    const organ = newOrgan();
    const other = { ...SUMMARY, series: 'hoi-dong', codeNotation: 'KH-HĐ' };
    const given = [
      await register.issueNumber(numberOf(await approved(register, organ))),
      await register.issueNumber(numberOf(await approved(register, organ, other))),
    ];
    expect(numbers(given)).toEqual([1, 1]);
  });

  it('spends no number when the day is not admitted', async () => {
    const organ = newOrgan();
    const document = await approved(register, organ);
    const admitDay = (day: string) => {
      throw new Error(`not on ${day}`);
    };
    await expect(register.issueNumber(numberOf(document, { checkIssueDay: admitDay }))).rejects.toThrow(
      'not on 2026-06-15',
    );
    expect(await register.getSeries(organ, 2026, 'chung')).toBeUndefined();
  });
});

describe('the calendar of numbers', () => {
  it('is that of Hà Nội: the last second of 2026 is 2026, the next is 2027, number 1', async () => {
    const organ = newOrgan();
    const [before, after] = [await approved(register, organ), await approved(register, organ)];
    const last = await register.issueNumber(numberOf(before, { clock: clockAt(new Date('2026-12-31T16:59:59Z')) }));
    expect(last.row).toMatchObject({ year: 2026, issuedDate: '2026-12-31', codeNumber: 1 });
    const first = await register.issueNumber(numberOf(after, { clock: clockAt(new Date('2026-12-31T17:00:00Z')) }));
    expect(first.row).toMatchObject({ year: 2027, issuedDate: '2027-01-01', codeNumber: 1 });
  });

  it('takes the year of the try that succeeds', async () => {
    const organ = newOrgan();
    const document = await approved(register, organ);
    await register.openSeries({ organ, year: 2026, series: 'chung', start: 1 });
    let now = new Date('2026-12-31T16:59:59.990Z');
    const meeting = withFaults(
      table.table,
      once('conflict', () => (now = new Date('2026-12-31T17:00:00.010Z'))),
    );
    const days: string[] = [];
    const given = await table.register({ table: meeting.table }).issueNumber(
      numberOf(document, {
        clock: { ...systemIssueClock, now: () => now },
        checkIssueDay: (day) => void days.push(day),
      }),
    );
    expect(given.row).toMatchObject({ year: 2027, issuedDate: '2027-01-01', codeNumber: 1 });
    expect(days).toEqual(['2026-12-31', '2027-01-01']);
  });

  it('never goes back a day', async () => {
    const organ = newOrgan();
    const [first, second] = [await approved(register, organ), await approved(register, organ)];
    await register.issueNumber(numberOf(first));
    const yesterday = numberOf(second, { clock: clockAt(new Date('2026-06-14T05:00:00Z')) });
    await expect(register.issueNumber(yesterday)).rejects.toMatchObject({
      code: 'clock-wrong',
      params: { today: '2026-06-14', lastIssuedOn: '2026-06-15' },
    });
    expect(await register.getSeries(organ, 2026, 'chung')).toMatchObject({ seq: 1 });
  });

  it('lets a host that is 50 ms behind wait for midnight', async () => {
    const organ = newOrgan();
    const [first, second] = [await approved(register, organ), await approved(register, organ)];
    await register.issueNumber(numberOf(first, { clock: clockAt(new Date('2026-06-15T17:00:00.000Z')) }));
    const startedMs = performance.now();
    const behind = () => new Date(Date.parse('2026-06-15T16:59:59.950Z') + (performance.now() - startedMs));
    const given = await register.issueNumber(numberOf(second, { clock: { ...systemIssueClock, now: behind } }));
    expect(given.row).toMatchObject({ issuedDate: '2026-06-16', codeNumber: 2 });
  });
});

describe('a table that is in trouble', () => {
  it('is asked again after conflicts and throttling', async () => {
    const organ = newOrgan();
    const faults: Fault[] = ['conflict', 'throttled', 'conflict'];
    const documents = [await approved(register, organ), await approved(register, organ)];
    const { table: faulty, failed } = withFaults(table.table, () => faults.shift());
    const troubled = table.register({ table: faulty });
    const given = [];
    for (const document of documents) given.push(await troubled.issueNumber(numberOf(document)));
    expect(numbers(given)).toEqual([1, 2]);
    expect(failed()).toBe(3);
  });

  it('is given up on after 8 seconds, with nothing spent', async () => {
    const organ = newOrgan();
    const document = await approved(register, organ);
    await register.openSeries({ organ, year: 2026, series: 'chung', start: 1 });
    const faulty = withFaults(table.table, () => 'conflict');
    let elapsedMs = 0;
    const clock = {
      ...clockAt(NOON),
      elapsedMs: () => elapsedMs,
      random: () => 0.5,
      sleep: async (ms: number) => {
        elapsedMs += ms;
        await sleep(0);
      },
    };
    await expect(
      table.register({ table: faulty.table }).issueNumber(numberOf(document, { clock })),
    ).rejects.toMatchObject({
      code: 'busy',
      params: { retryAfterSeconds: 2 },
    });
    expect(elapsedMs).toBeGreaterThan(7_000);
    const given = await register.issueNumber(numberOf(document));
    expect(given).toMatchObject({ repeated: false, row: { codeNumber: 1 } });
  });

  it('raises an alarm, and gives nothing, when the next number has a row already', async () => {
    const organ = newOrgan();
    const [first, second] = [await approved(register, organ), await approved(register, organ)];
    await register.issueNumber(numberOf(first));
    await table.change(counterKey(organ, 2026, 'chung'), {}, ['seq']);
    await expect(register.issueNumber(numberOf(second))).rejects.toMatchObject({
      code: 'number-taken',
      params: { codeNumber: 1 },
    });
    expect(await register.getDocument(organ, second.docId)).toMatchObject({ state: 'approved' });
  });

  it('gives one number when the answer to the first request is lost', async () => {
    const organ = newOrgan();
    const document = await approved(register, organ);
    await register.openSeries({ organ, year: 2026, series: 'chung', start: 1 });
    const faulty = withFaults(table.table, once('answer-lost'));
    const given = await table.register({ table: faulty.table }).issueNumber(numberOf(document));
    expect(given).toMatchObject({ repeated: false, row: { codeNumber: 1 } });
    expect(await register.getDocument(organ, document.docId)).toEqual(given.document);
    expect(await register.getSeries(organ, 2026, 'chung')).toMatchObject({ seq: 1 });
    const events = await register.listEvents(organ, document.docId);
    expect(verifyChain(events, given.document.chain)).toMatchObject({ intact: true });
  });
});

function once(fault: Fault, then?: () => void): () => Fault | undefined {
  let left = 1;
  return () => {
    if (left-- <= 0) return undefined;
    then?.();
    return fault;
  };
}
