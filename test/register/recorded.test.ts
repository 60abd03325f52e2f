import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRegister } from '#register/create-register.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { DocumentItem } from '#register/model/types.ts';
import type { Register } from '#register/register.ts';
import { counterKey } from '#register/table/keys/series-keys.ts';
import type { Table } from '#register/table/table.ts';
import { createInspection } from '#register/upkeep/inspection.ts';
import { verifySeries } from '#usecases/upkeep/verify-series.ts';
import { startDynamoTable } from '../support/dynoxide.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import { approved, NOON, newOrgan, numberOf, ownSymbol, symbolKey } from './scene.ts';

let table: TestTable;
let register: Register;
beforeAll(async () => {
  table = await openTestTable();
  register = table.register();
});
afterAll(() => table.stop());

const record = (document: DocumentItem, codeNumber: number, issuedDate: string, of = register) =>
  of.recordNumber({
    document,
    contentHash: document.contentHash!,
    year: 2026,
    codeNumber,
    issuedDate,
    actor: 'clerk',
    at: NOON,
  });

const strike = (document: DocumentItem, of = register) =>
  of.strikeRecord({ document, reason: 'Nhầm số', actor: 'clerk', at: NOON });

const violations = async (of: Table, organ: string) => {
  const inspection = createInspection(of);
  return verifySeries(inspection, await inspection.series(organ, 2026, 'chung'), NOON);
};

describe('numbers that another system gives', () => {
  it('are recorded in any order, as long as their days run with them', async () => {
    const organ = newOrgan();
    const [a, b, c, d] = [
      await approved(register, organ),
      await approved(register, organ),
      await approved(register, organ),
      await approved(register, organ),
    ];
    expect((await record(a, 241, '2026-06-10')).row).toMatchObject({ recorded: true, issuedDate: '2026-06-10' });
    await record(b, 250, '2026-06-12');
    await expect(record(c, 245, '2026-06-13')).rejects.toMatchObject({
      code: 'day-out-of-order',
      params: { symbol: '250/KH-UBND', day: '2026-06-12' },
    });
    await expect(record(c, 245, '2026-06-09')).rejects.toMatchObject({ code: 'day-out-of-order' });
    await record(c, 245, '2026-06-12');
    await expect(record(d, 245, '2026-06-12')).rejects.toMatchObject({ code: 'duplicate-number' });
    expect(await register.getSeries(organ, 2026, 'chung')).toMatchObject({ given: 'recorded', rev: 3 });
    expect(await violations(table.table, organ)).toEqual([]);
  });

  it('are answered again to who repeats, and refused to who asks for another', async () => {
    const organ = newOrgan();
    const document = await approved(register, organ);
    const first = await record(document, 7, '2026-06-10');
    expect(await record(document, 7, '2026-06-10')).toEqual({ ...first, repeated: true });
    await expect(record(document, 8, '2026-06-10')).rejects.toMatchObject({ code: 'wrong-state' });
  });

  it('never mix with numbers of our own in one year', async () => {
    const organ = newOrgan();
    const other = newOrgan();
    await record(await approved(register, organ), 7, '2026-06-10');
    await expect(register.issueNumber(numberOf(await approved(register, organ)))).rejects.toMatchObject({
      code: 'series-recorded',
    });
    await register.issueNumber(numberOf(await approved(register, other)));
    await expect(record(await approved(register, other), 7, '2026-06-10')).rejects.toMatchObject({
      code: 'series-own',
    });
  });

  it('are struck where they were wrong: the line stays, and the number may be recorded again', async () => {
    const organ = newOrgan();
    const summary = ownSymbol();
    const [a, b] = [await approved(register, organ, summary), await approved(register, organ, summary)];
    const wrong = await record(a, 241, '2026-06-10');
    const struck = await strike(wrong.document);
    expect(struck).toMatchObject({ state: 'approved', struckRows: [{ year: 2026, series: 'chung', codeNumber: 241 }] });
    expect(struck.codeNumber).toBeUndefined();
    const { row } = await record(b, 241, '2026-06-09');
    expect(row).toMatchObject({ codeNumber: 241, copy: 2 });
    await record(struck, 242, '2026-06-10');
    const { items } = await register.listRows(organ, 2026, 'chung');
    expect(items.map(({ symbol, copy, struck: why }) => [symbol, copy, why?.reason])).toEqual([
      [`241/${summary.codeNotation}`, undefined, 'Nhầm số'],
      [`241/${summary.codeNotation}`, 2, undefined],
      [`242/${summary.codeNotation}`, undefined, undefined],
    ]);
    expect((await register.findBySymbol(symbolKey(summary, 241))).items.map((one) => one.row.copy)).toEqual([2]);
    expect(await violations(table.table, organ)).toEqual([]);
  });

  it('that we gave are not struck', async () => {
    const organ = newOrgan();
    const { document } = await register.issueNumber(numberOf(await approved(register, organ)));
    await expect(strike(document)).rejects.toMatchObject({ code: 'not-recorded' });
  });

  it('are told by verify where a line is not recorded, or its day or number is out of place', async () => {
    const organ = newOrgan();
    const { row } = await record(await approved(register, organ), 5, '2026-06-10');
    const { document } = await record(await approved(register, organ), 6, '2026-06-11');
    await table.change({ ...counterKey(organ, 2026, 'chung'), SK: 'N#0000005' }, { issuedDate: '2026-06-12' }, [
      'recorded',
    ]);
    const codes = (await violations(table.table, organ)).map(({ code }) => code);
    expect(codes).toContain('not-recorded');
    expect(codes).toContain('day-goes-back');
    await table.change({ ...counterKey(organ, 2026, 'chung'), SK: 'N#0000006' }, { codeNumber: row.codeNumber });
    expect((await violations(table.table, organ)).map(({ code }) => code)).toContain('number-twice');
    expect(document.recorded).toBe(true);
  });
});

const DAYS = ['2026-06-08', '2026-06-09', '2026-06-10'];
const step = fc.record({
  document: fc.nat(4),
  kind: fc.constantFrom('record', 'record', 'strike'),
  number: fc.integer({ min: 1, max: 4 }),
  day: fc.constantFrom(...DAYS),
});

it.each([
  ['SQLite', 60, openTestTable],
  [
    'DynamoDB',
    15,
    async () => {
      const dynamo = await startDynamoTable();
      return { table: dynamo.table(), stop: () => dynamo.stop() };
    },
  ],
])(
  'over %s %i random schedules of records and strikes at once leave one line a number, in the order of days',
  async (_, runs, open) => {
    const opened: { readonly table: Table; stop(): Promise<void> } = await open();
    let recorded = 0;
    let struck = 0;
    try {
      const registers = [createRegister({ table: opened.table }), createRegister({ table: opened.table })];
      await fc.assert(
        fc.asyncProperty(
          fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { minLength: 3, maxLength: 8 }),
          async (rounds) => {
            const organ = newOrgan();
            const documents = await Promise.all(Array.from({ length: 5 }, () => approved(registers[0]!, organ)));
            for (const round of rounds) {
              const stands = await registers[0]!.getDocuments(
                organ,
                documents.map(({ docId }) => docId),
              );
              await Promise.all(
                round.map(async ({ document, kind, number, day }, at) => {
                  const one = stands[document]!;
                  const of = registers[at % 2]!;
                  const work = kind === 'record' ? record(one, number, day, of) : strike(one, of);
                  await work.catch((error: unknown) => {
                    if (!(error instanceof RegisterError) || error.code === 'broken-item') throw error;
                  });
                }),
              );
            }
            expect(await violations(opened.table, organ)).toEqual([]);
            const { items } = await registers[0]!.listRows(organ, 2026, 'chung');
            recorded += items.length;
            struck += items.filter((row) => row.struck).length;
          },
        ),
        { numRuns: runs },
      );
      expect(recorded).toBeGreaterThan(runs);
      expect(struck).toBeGreaterThan(0);
    } finally {
      await opened.stop();
    }
  },
  300_000,
);
