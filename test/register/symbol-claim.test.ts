import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Register } from '#register/register.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import { approved, clockAt, newOrgan, numberOf, SUMMARY } from './scene.ts';

let table: TestTable;
let register: Register;
beforeAll(async () => {
  table = await openTestTable();
  register = table.register();
});
afterAll(() => table.stop());

const named = (codeNotation: string, series = 'chung') => ({ ...SUMMARY, codeNotation, series });

it('gives a symbol its numbers from one series of a year, and refuses the other', async () => {
  const organ = newOrgan();
  const [first, other, more] = [
    await approved(register, organ),
    await approved(register, organ, { ...SUMMARY, series: 'khac' }),
    await approved(register, organ),
  ];
  await register.issueNumber(numberOf(first));
  await expect(register.issueNumber(numberOf(other))).rejects.toMatchObject({
    code: 'symbol-elsewhere',
    params: { notation: 'KH-UBND', series: 'khac', other: 'chung' },
  });
  expect((await register.issueNumber(numberOf(more))).row.codeNumber).toBe(2);
  expect(await register.getSeries(organ, 2026, 'khac')).toBeUndefined();
});

it('tells HĐ from HD, and takes the symbol anew in another year', async () => {
  const organ = newOrgan();
  await register.issueNumber(numberOf(await approved(register, organ, named('HĐ-UBND'))));
  await register.issueNumber(numberOf(await approved(register, organ, named('HD-UBND', 'khac'))));
  const later = { clock: clockAt(new Date('2027-01-04T05:00:00Z')) };
  const other = await approved(register, organ, named('HĐ-UBND', 'khac'));
  expect((await register.issueNumber(numberOf(other, later))).row.year).toBe(2027);
});

it('lets one of two series have the symbol where both ask at once', async () => {
  const organ = newOrgan();
  const documents = [
    await approved(register, organ),
    await approved(register, organ, { ...SUMMARY, series: 'khac' }),
  ] as const;
  const given = await Promise.allSettled(documents.map((one) => table.register().issueNumber(numberOf(one))));
  expect(given.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});
