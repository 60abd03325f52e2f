import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSeriesMutex } from '#register/numbers/series-mutex.ts';
import type { Numbered, Register } from '#register/register.ts';
import { type DynamoTestTable, startDynamoTable } from '../support/dynoxide.ts';
import { approved, file, NOON, newOrgan, numberOf } from './scene.ts';

const END_OF_TIME = new Date('9999-12-31T00:00:00Z');

let table: DynamoTestTable;
let register: Register;
beforeAll(async () => {
  table = await startDynamoTable();
  register = table.register();
});
afterAll(() => table.stop());

describe('after a crash', () => {
  it('finds the number that has no files yet, and finishes it', async () => {
    const organ = newOrgan();
    const document = await approved(register, organ);
    const { docId } = document;
    const { row } = await register.issueNumber(numberOf(document));
    table.kill();
    await table.restart();

    const restarted = table.register();
    expect(await restarted.listDue(new Date(NOON.getTime() + 29_000))).toEqual([]);
    const due = await restarted.listDue(new Date(NOON.getTime() + 31_000));
    const dueAt = new Date(NOON.getTime() + 30_000).toISOString();
    expect(due).toEqual([{ organ, docId, year: 2026, series: 'chung', codeNumber: 1, dueAt }]);
    expect((await restarted.getNumbered(organ, docId)).row).toEqual(row);

    await restarted.completeIssue({ organ, docId, files: [file(docId)], actor: 'system', at: NOON });
    expect(await restarted.listDue(END_OF_TIME)).toEqual([]);
    expect(await restarted.getDocument(organ, docId)).toMatchObject({ state: 'issued' });
    register = restarted;
  });

  it('has every number that was acknowledged, without gap, when the database is killed under load', async () => {
    const organ = newOrgan();
    const documents = await Promise.all(Array.from({ length: 60 }, () => approved(register, organ)));
    const acknowledged: Numbered[] = [];
    const writer = table.register({ seriesMutex: createSeriesMutex() });
    const load = documents.map(async (document) => {
      const given = await writer.issueNumber(numberOf(document)).catch(() => undefined);
      if (!given) return;
      acknowledged.push(given);
      if (acknowledged.length === 20) table.kill();
    });
    await Promise.all(load);
    expect(acknowledged.length).toBeGreaterThanOrEqual(20);
    expect(acknowledged.length).toBeLessThan(60);
    await table.restart();

    const restarted = table.register({ seriesMutex: createSeriesMutex() });
    for (const { row, document } of acknowledged) {
      expect(await restarted.findInOwnSeries(organ, 2026, 'chung', row.codeNumber)).toEqual({ row, document });
    }
    const given = await Promise.all(documents.map((document) => restarted.issueNumber(numberOf(document))));
    const numbers = given.map(({ row }) => row.codeNumber).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
    expect(await restarted.getSeries(organ, 2026, 'chung')).toMatchObject({ seq: 60 });
  });
});
