import { afterAll, beforeAll, expect, test } from 'vitest';
import { createFanOuts } from '#register/fan-outs/fan-out.ts';
import { createOrganItems, type OrganItem } from '#register/organs/organ-items.ts';
import { walkOrgan } from '#register/organs/walk-organ.ts';
import type { Table } from '#register/table/table.ts';
import { bringInBlank } from '#usecases/bring-in/bring-in-blank.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { CITY, type Desk, letter, openDesk, PEOPLE } from '../support/desk.ts';

let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  const { deps, table } = desk;
  const { clerk, drafter } = PEOPLE;
  await desk.sent('đã gửi');
  const { document } = await desk.issued('sẽ thu hồi');
  await withdrawDocument(deps, clerk, { docId: document.docId, seen: document, reason: 'Nhầm' });
  await desk.approved('chờ cấp số');
  await createDocument(deps, drafter, { docId: 'con-la-ban-thao', data: letter('còn là bản thảo') });
  const record = { typeCode: 'GiayDiDuong', codeNotation: 'UBND-HCC', subject: 'giấy của sổ cũ', to: [] } as const;
  await bringInDocument(deps, clerk, { codeNumber: 12, issuedDate: '2025-03-04', content: { kind: 'record', record } });
  const blank = { year: 2025, series: 'ke-hoach', codeNumber: 4, kind: 'cancelled', codeNotation: 'KH-UBND' } as const;
  await bringInBlank(deps, clerk, blank);
  const at = new Date('2026-06-15T02:00:00Z');
  await deps.register.openSeries({ organ: CITY, year: 2031, series: 'cong-van', start: 1 });
  await deps.register.putGroup({ organ: CITY, name: 'Như trên', rev: null, actor: 'a', at });
  const superior = { docId: 'ke-hoach-goc', code: '01/KH-UBND', issuedDate: '2026-01-02', inRegister: true };
  const run = {
    schema: 'fan-out@1',
    organ: CITY,
    runId: 'dot-mot',
    superior,
    on: '2026-06-15',
    createdBy: 'a',
  } as const;
  const input = { key: 'drafts/dong-nai/x', sha256: 'a'.repeat(64), size: 1 };
  const units = ['26173', '26174'];
  await createFanOuts(table.table).start({ ...run, input, total: 2, createdAt: at.toISOString() }, units);
});
afterAll(() => desk.stop());

async function itemsOf(table: Table, organ: string, read?: typeof walkOrgan): Promise<OrganItem[]> {
  const found: OrganItem[] = [];
  for await (const item of createOrganItems(table, read).all(organ)) found.push(item);
  return found.sort((a, b) => (`${a.PK} ${a.SK}` < `${b.PK} ${b.SK}` ? -1 : 1));
}

test('an organ is walked whole without a look at the table of all: every item once', async () => {
  const { table } = desk.table;
  const noScan: Table = {
    ...table,
    scan: async () => {
      throw new Error('read everything');
    },
  };
  for (const organ of [CITY, 'phuong-binh-long']) {
    const walked = await itemsOf(noScan, organ, walkOrgan);
    expect(walked).toEqual(await itemsOf(table, organ));
    expect(walked.length).toBeGreaterThan(5);
  }
  await expect(itemsOf(noScan, CITY)).rejects.toThrow('read everything');
});

test('the walk meets every kind of item that the city has', async () => {
  const kinds = (await itemsOf(desk.table.table, CITY, walkOrgan)).map(({ PK, SK }) => {
    const part = PK.startsWith('NAME#') ? 'NAME' : (PK.split('#')[2] ?? '');
    return `${part} ${/^(#?[A-Z]+)/.exec(SK)?.[1] ?? ''}`.trim();
  });
  expect([...new Set(kinds)]).toEqual(
    expect.arrayContaining([
      'P',
      'L G',
      'D META',
      'D AUD',
      'D SEND',
      'R #C',
      'R N',
      'R B',
      'R K',
      'T',
      'F META',
      'F U',
      'NAME',
    ]),
  );
});
