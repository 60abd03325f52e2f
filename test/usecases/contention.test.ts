import { afterAll, beforeAll, expect, test } from 'vitest';
import { createSeriesMutex } from '#register/numbers/series-mutex.ts';
import type { Register } from '#register/register.ts';
import { issueDocument } from '#usecases/issuing/issue-document.ts';
import { CITY, type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { withFaults } from '../support/faults.ts';

const ISSUES = 20;
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

/** A fault in so many of a hundred transactions, always in the same order. */
function troubled(percent: number): { readonly register: Register; failed(): number } {
  let state = 12_345 + percent;
  const chance = () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return (state / 2 ** 31) * 100;
  };
  const { table, failed } = withFaults(desk.table.table, () => {
    if (chance() >= percent) return undefined;
    return chance() < 50 ? 'conflict' : 'throttled';
  });
  return { register: desk.table.register({ table, seriesMutex: createSeriesMutex() }), failed };
}

test.each([1, 5, 10, 30])(
  'conflicts and throttling in %i of a hundred transactions cost time and no number',
  async (percent) => {
    const before = (await desk.deps.register.getSeries(CITY, 2026, 'cong-van'))?.seq ?? 0;
    const { register, failed } = troubled(percent);
    const documents = [];
    for (let n = 0; n < ISSUES; n++) documents.push(await desk.approved(`khi bảng bận ${percent} %`));
    const given = await Promise.all(
      documents.map((seen) =>
        issueDocument({ ...desk.deps, register }, PEOPLE.clerk, { docId: seen.docId, seen, signatureConfirmed: true }),
      ),
    );
    const numbers = given.map(({ row }) => row.codeNumber).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: ISSUES }, (_, index) => before + 1 + index));
    expect(given.every(({ document }) => document.state === 'issued')).toBe(true);
    if (percent >= 10) expect(failed()).toBeGreaterThan(0);
    expect(await desk.verify()).toEqual([]);
  },
);
