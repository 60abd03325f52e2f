import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { BringInCommand } from '#register/commands/older-book-commands.ts';
import type { Register } from '#register/register.ts';
import type { NumberVariant } from '#register/table/keys/row-keys.ts';
import { openTestTable, type TestTable } from '../support/test-table.ts';
import { approved, file, NOON, newOrgan, numberOf, ownSymbol, SUMMARY, symbolKey } from './scene.ts';

let table: TestTable;
let register: Register;
beforeAll(async () => {
  table = await openTestTable();
  register = table.register();
});
afterAll(() => table.stop());

function plan2025(organ: string, more: Partial<BringInCommand> = {}): BringInCommand {
  const docId = randomUUID();
  return {
    organ,
    docId,
    summary: SUMMARY,
    year: 2025,
    codeNumber: 35,
    issuedDate: '2025-01-24',
    files: [file(docId)],
    actor: 'clerk',
    at: NOON,
    ...more,
  };
}

describe('bringing in', () => {
  it('takes a document of a past year with its number, marked, and finds it', async () => {
    const organ = newOrgan();
    const summary = ownSymbol();
    const brought = await register.bringIn(plan2025(organ, { summary }));
    expect(brought.row).toMatchObject({ broughtIn: true, codeNumber: 35, issuedDate: '2025-01-24' });
    expect(brought.document).toMatchObject({ broughtIn: true, state: 'issued' });
    expect(await register.findBySymbol(symbolKey(summary, 35))).toEqual({ items: [brought] });
    expect(await register.getNumbered(organ, brought.row.docId)).toEqual(brought);
    expect((await register.listEvents(organ, brought.row.docId)).map((event) => event.act)).toEqual(['bring-in']);
  });

  it('changes nothing when it is repeated, and names the duplicate when it is another document', async () => {
    const organ = newOrgan();
    const command = plan2025(organ, { files: [] });
    const brought = await register.bringIn(command);
    expect(await register.bringIn({ ...command, at: new Date() })).toEqual(brought);
    await expect(register.bringIn(plan2025(organ))).rejects.toMatchObject({
      code: 'duplicate-number',
      params: { docId: command.docId },
    });
    await expect(register.bringIn({ ...command, codeNumber: 36 })).rejects.toMatchObject({ code: 'already-exists' });
  });

  it('keeps apart what older books have under one number, in the order of suffix and copy', async () => {
    const organ = newOrgan();
    const variants = [
      { codeSuffix: 'đ' },
      { codeSuffix: 'bis' },
      { copy: 2 },
      {},
      { codeSuffix: 'a', copy: 2 },
      { codeSuffix: 'a' },
    ];
    for (const variant of variants) {
      const command = plan2025(organ, variant);
      const brought = await register.bringIn(command);
      expect(brought.row).toMatchObject(variant);
      expect(await register.getNumbered(organ, command.docId)).toEqual(brought);
      await expect(register.bringIn(plan2025(organ, variant))).rejects.toMatchObject({
        code: 'duplicate-number',
      });
    }
    await register.bringIn(plan2025(organ, { codeNumber: 350 }));
    await register.bringIn(plan2025(organ, { codeNumber: 36 }));
    const order = ({ codeNumber, codeSuffix = '', copy = 1 }: NumberVariant & { readonly codeNumber: number }) =>
      `${codeNumber}${codeSuffix}${copy > 1 ? ` (${copy})` : ''}`;
    const under35 = ['35', '35 (2)', '35a', '35a (2)', '35bis', '35đ'];
    const rows = await register.listRows(organ, 2025, 'chung');
    expect(rows.items.map(order)).toEqual([...under35, '36', '350']);
    expect((await register.listAtNumber(organ, 2025, 'chung', 35)).map(({ row }) => order(row))).toEqual(under35);
    expect((await register.findInOwnSeries(organ, 2025, 'chung', 35, { codeSuffix: 'a' }))?.row.symbol).toBe(
      '35a/KH-UBND',
    );
    const page = { organ, from: '2025-01-01', to: '2025-12-31', wanted: () => true, page: { limit: 3 } };
    const first = await register.search(page);
    const rest = await register.search({ ...page, page: { limit: 10, cursor: first.cursor! } });
    expect([...first.items, ...rest.items].map(({ row }) => order(row))).toEqual([
      '350',
      '36',
      ...under35.toReversed(),
    ]);
  });

  it('takes no suffix and no copy that a key cannot have', async () => {
    const organ = newOrgan();
    for (const variant of [
      { codeSuffix: 'A' },
      { codeSuffix: 'a#' },
      { codeSuffix: '' },
      { copy: 1 },
      { copy: 10 },
      { copy: 2.5 },
    ]) {
      await expect(register.bringIn(plan2025(organ, variant))).rejects.toMatchObject({ code: 'bad-key' });
    }
  });

  it('leaves the numbers of our own series alone', async () => {
    const organ = newOrgan();
    await register.openSeries({ organ, year: 2026, series: 'chung', start: 10 });
    const of2026 = (codeNumber: number) => plan2025(organ, { year: 2026, codeNumber, issuedDate: '2026-01-20' });
    await register.bringIn(of2026(9));
    await expect(register.bringIn(of2026(10))).rejects.toMatchObject({
      code: 'number-not-below-start',
      params: { start: 10 },
    });
    const given = await register.issueNumber(numberOf(await approved(register, organ)));
    expect(given.row.codeNumber).toBe(10);
  });

  it('refuses a day outside the year, or that has not come', async () => {
    const organ = newOrgan();
    await expect(register.bringIn(plan2025(organ, { issuedDate: '2024-12-31' }))).rejects.toMatchObject({
      code: 'bad-date',
    });
    await expect(register.bringIn(plan2025(organ, { year: 2026, issuedDate: '2026-06-16' }))).rejects.toMatchObject({
      code: 'bad-date',
    });
  });
});

describe('finding by symbol', () => {
  it('lists every organ and year, newest first, page by page', async () => {
    const summary = ownSymbol();
    const key = symbolKey(summary, 35);
    const organs = [newOrgan(), newOrgan()];
    for (const organ of organs) {
      for (const year of [2024, 2025]) {
        await register.bringIn(plan2025(organ, { year, issuedDate: `${year}-03-01`, summary }));
      }
    }
    const first = await register.findBySymbol(key, { limit: 3 });
    const rest = await register.findBySymbol(key, { limit: 3, cursor: first.cursor! });
    const found = [...first.items, ...rest.items].map(({ row }) => `${row.year} ${row.organ}`);
    expect(found).toEqual(
      [2025, 2024].flatMap((year) =>
        organs
          .toSorted()
          .reverse()
          .map((organ) => `${year} ${organ}`),
      ),
    );
  });
});

describe('finding by symbol without what is known', () => {
  it('passes over a series in full pages, and goes on where it stopped', async () => {
    const summary = ownSymbol();
    const key = symbolKey(summary, 35);
    const organs = Array.from({ length: 5 }, newOrgan).toSorted().toReversed();
    for (const organ of organs) await register.bringIn(plan2025(organ, { summary }));
    const except = [1, 3].map((place) => ({ organ: organs[place]!, year: 2025, series: 'chung' }));
    const seen: string[][] = [];
    let cursor: string | undefined;
    do {
      const page = await register.findBySymbol(key, { limit: 2, except, ...(cursor !== undefined && { cursor }) });
      seen.push(page.items.map(({ row }) => row.organ));
      cursor = page.cursor;
    } while (cursor !== undefined);
    expect(seen).toEqual([[organs[0], organs[2]], [organs[4]]]);
  });
});

describe('profiles', () => {
  it('come back as they were put, oldest first, and are corrected by rev', async () => {
    const organ = newOrgan();
    const common = { organ, profileSchema: 'organ-profile@1', actor: 'admin', at: NOON };
    const profile = JSON.parse('{"organName":"Tỉnh Đồng Nai","__proto__":{"x":1},"n":[1.5,null,""]}');
    await register.putProfile({ ...common, validFrom: '2026-04-30', profile: { organName: 'Thành phố' }, rev: null });
    await register.putProfile({ ...common, validFrom: '2020-01-01', profile, rev: null });
    const listed = await register.listProfiles(organ);
    expect(listed.map((item) => item.validFrom)).toEqual(['2020-01-01', '2026-04-30']);
    expect(JSON.stringify(listed[0]?.profile)).toBe(JSON.stringify(profile));
    const correct = { ...common, validFrom: '2026-04-30', profile: {}, rev: 1 };
    expect(await register.putProfile(correct)).toMatchObject({ rev: 2 });
    await expect(register.putProfile(correct)).rejects.toMatchObject({ code: 'stale', params: { rev: 2 } });
  });
});
