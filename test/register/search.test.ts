import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { documentItem } from '#register/documents/documents.ts';
import type { DocumentItem, RegisterRow } from '#register/model/types.ts';
import { rowItem } from '#register/numbers/rows.ts';
import type { Register } from '#register/register.ts';
import { wordWrites } from '#register/search/search-tokens.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import { newOrgan, SUMMARY } from './scene.ts';

/** Of 300 documents, the n-th has the word of each of these that divides n: the first word is in all of them. */
const DIVISORS = [1, 2, 3, 4, 7, 40, 299];
const DOCUMENTS = 300;
const organ = newOrgan();
const numbers = Array.from({ length: DOCUMENTS }, (_, index) => index + 1);

let table: TestTable;
let register: Register;
beforeAll(async () => {
  table = await openTestTable();
  register = table.register();
  const writes = numbers.flatMap((n) => {
    const { row, document } = issued(n);
    return [{ put: rowItem(row) }, { put: documentItem(document) }, ...wordWrites(row)];
  });
  // Of a bringing in on another day that was refused: its words are there, nothing else.
  writes.push(...wordWrites({ ...issued(DOCUMENTS).row, issuedDate: '2026-02-01' }));
  const opened = table.table;
  while (writes.length > 0) await opened.transact(writes.splice(0, 100));
}, 60_000);
afterAll(() => table.stop());

function issued(n: number): { readonly row: RegisterRow; readonly document: DocumentItem } {
  const docId = `d${String(n).padStart(3, '0')}`;
  const day = String(1 + Math.floor(n / 11)).padStart(2, '0');
  const words = DIVISORS.filter((by) => n % by === 0).map((by) => `chia${by}`);
  const common = {
    ...SUMMARY,
    subject: words.join(' '),
    organ,
    docId,
    year: 2026,
    codeNumber: n,
    symbol: `${n}/KH-UBND`,
    issuedDate: `2026-01-${day}`,
  };
  const at = `2026-01-${day}T05:00:00Z`;
  const row = { ...common, schema: 'register-row@1', symbolKey: common.symbol, numberedAt: at, files: [] } as const;
  const document = {
    ...common,
    schema: 'document@1',
    state: 'issued',
    version: 5,
    rev: 1,
    drafterId: 'drafter',
    chain: '',
    createdAt: at,
    updatedAt: at,
  } as const;
  return { row: { ...row, files: [] }, document };
}

async function find(words: readonly string[], limit: number, accepts: (n: number) => boolean = () => true) {
  const found: number[] = [];
  const period = { from: '2026-01-01', to: '2026-12-31' };
  for (let cursor: string | undefined, pages = 0; ; pages++) {
    const page = await register.search({
      organ,
      ...period,
      words,
      wanted: ({ row }) => accepts(row.codeNumber),
      page: { limit, ...(cursor !== undefined && { cursor }) },
    });
    expect(page.items.length).toBeLessThanOrEqual(limit);
    expect(pages).toBeLessThan(DOCUMENTS);
    found.push(...page.items.map(({ row }) => row.codeNumber));
    cursor = page.cursor;
    if (cursor === undefined) return found;
  }
}

describe('words, common and rare', () => {
  it('find what has all of them, newest first, then what lacks one of three, each once, in pages of any size', async () => {
    const asked = fc.record({
      divisors: fc.subarray(DIVISORS, { minLength: 1 }),
      limit: fc.integer({ min: 5, max: 100 }),
    });
    await fc.assert(
      fc.asyncProperty(asked, async ({ divisors, limit }) => {
        const found = await find(
          divisors.map((by) => `chia${by}`),
          limit,
        );
        const count = (n: number) => divisors.filter((by) => n % by === 0).length;
        const having = (from: number, to: number) =>
          numbers.filter((n) => count(n) >= from && count(n) <= to).toReversed();
        const all = having(divisors.length, divisors.length);
        expect(found.slice(0, all.length)).toEqual(all);
        const may =
          divisors.length >= 3 ? Math.floor(divisors.length / 3) : Number(divisors.length === 2 && all.length === 0);
        const lacking = may === 0 ? [] : having(divisors.length - may, divisors.length - 1);
        // Where ten and more have all of them, nobody looks for what lacks one.
        const isEnough = all.length >= 10 && all.length % limit >= 10;
        expect(found.slice(all.length)).toEqual(isEnough ? [] : lacking);
      }),
      { numRuns: 25 },
    );
  });

  it('find what has the others where one of them is nowhere', async () => {
    const even = numbers.filter((n) => n % 2 === 0).toReversed();
    expect(await find(['chia1', 'chia2', 'khong'], 50)).toEqual(even);
    expect(await find(['chia40', 'khong'], 50)).toEqual([280, 240, 200, 160, 120, 80, 40]);
    expect(await find(['khong', 'noi', 'nao'], 50)).toEqual([]);
  });

  it('find i where y was written, and y where i', async () => {
    const own = newOrgan();
    const subjects = ['kỹ thuật số', 'kĩ năng mềm', 'đội qui tắc', 'tai nạn', 'tay nghề', 'Quỳnh Lưu', 'vị trí'];
    const opened = table.table;
    for (const [at, subject] of subjects.entries()) {
      const { row, document } = issued(at + 1);
      const words = { organ: own, subject, wordsVersion: 2 } as const;
      const writes = [
        { put: rowItem({ ...row, ...words }) },
        { put: documentItem({ ...document, organ: own, subject }) },
      ];
      await opened.transact([...writes, ...wordWrites({ ...row, ...words })]);
    }
    const search = async (...words: readonly string[]) => {
      const period = { organ: own, from: '2026-01-01', to: '2026-12-31', wanted: () => true };
      return (await register.search({ ...period, words })).items.map(({ row }) => row.subject);
    };
    expect((await search('kĩ')).sort()).toEqual(['kĩ năng mềm', 'kỹ thuật số']);
    expect((await search('ky')).sort()).toEqual(['kĩ năng mềm', 'kỹ thuật số']);
    expect(await search('quy tac')).toEqual(['đội qui tắc']);
    expect(await search('quình')).toEqual(['Quỳnh Lưu']);
    expect(await search('vỵ')).toEqual(['vị trí']);
    expect(await search('tai')).toEqual(['tai nạn']);
    // The type's name is found with the trích yếu.
    // One word too many lowers a hit and does not hide it.
    expect(await search('ke hoach ky thuat')).toEqual(['kỹ thuật số', 'kĩ năng mềm']);
    expect(
      await register.search({
        organ: own,
        from: '2026-01-01',
        to: '2026-12-31',
        wanted: () => true,
        phrases: ['kế hoạch kĩ thuật'],
      }),
    ).toMatchObject({ items: [{ row: { subject: 'kỹ thuật số' } }] });
  });

  it('leave the rest to whoever asks', async () => {
    const isLow = (n: number) => n <= 10;
    expect(await find(['chia1', 'chia2'], 50, isLow)).toEqual([10, 8, 6, 4, 2]);
  });
});

describe('many documents', () => {
  const idsOf = (all: readonly number[]) => all.map((n) => issued(n).row.docId);

  it('come in the order of their ids', async () => {
    const ids = idsOf(numbers.toReversed());
    expect((await register.getDocuments(organ, ids)).map(({ docId }) => docId)).toEqual(ids);
  });

  it('are all there, or it is said that one is not', async () => {
    await expect(register.getDocuments(organ, [...idsOf([1, 2]), 'none'])).rejects.toMatchObject({
      code: 'not-found',
      params: { docId: 'none' },
    });
  });
});
