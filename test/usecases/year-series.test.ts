import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ItemKey } from '#register/table/keys/key-parts.ts';
import { rowKey } from '#register/table/keys/row-keys.ts';
import { closingKey } from '#register/table/keys/series-keys.ts';
import { lastNumbersToCompare } from '#usecases/book/last-numbers.ts';
import { countYear } from '#usecases/book/statistics.ts';
import { closeYear, listYearSeries, openSeries } from '#usecases/book/year-series.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { correctRecord } from '#usecases/bring-in/correct-record.ts';
import { listReminders } from '#usecases/drafting/list-reminders.ts';
import { addSignedFile } from '#usecases/issuing/add-signed-file.ts';
import { returnDocument } from '#usecases/issuing/return-document.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { putProfile } from '#usecases/organs/put-profile.ts';
import type { SeenVersion } from '#usecases/read-document.ts';
import { repair } from '#usecases/upkeep/repair.ts';
import { CITY, type Desk, exampleProfiles, openDesk, PEOPLE } from '../support/desk.ts';
import { smallPdf } from '../support/pdf.ts';

const { clerk, drafter, signer } = PEOPLE;
const YEAR = { year: 2026, series: 'cong-van' } as const;
let desk: Desk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.stop());

const record = (codeNumber: number, issuedDate: string) => ({
  codeNumber,
  issuedDate,
  content: {
    kind: 'record' as const,
    record: { typeCode: 'CongVan' as const, codeNotation: 'UBND-HCC', subject: 'theo sổ giấy', to: [] },
  },
});

const change = (key: ItemKey, name: string, value: unknown) => desk.table.change(key, { [name]: value });

describe('a year that is over', () => {
  test('is closed once, with totals and a hash; a later withdrawal is no change, any other is one', async () => {
    const first = await desk.issued('việc thứ nhất');
    const second = await desk.issued('việc thứ hai');
    await expect(closeYear(desk.deps, clerk, YEAR)).rejects.toMatchObject({ code: 'year-not-over' });
    desk.calendar.moveTo('2027-01-05T09:00:00+07:00');
    const closing = await closeYear(desk.deps, clerk, YEAR);
    expect(closing).toMatchObject({
      count: 2,
      broughtIn: 0,
      lastNumber: 2,
      byType: { CongVan: 2 },
      closedBy: 'a-clerk',
    });
    expect(closing.hash).toMatch(/^[0-9a-f]{64}$/);
    desk.calendar.moveTo('2027-01-06T09:00:00+07:00');
    expect(await closeYear(desk.deps, clerk, YEAR)).toEqual(closing);

    await withdrawDocument(desk.deps, clerk, { docId: first.row.docId, seen: first.document, reason: 'Nhầm' });
    expect(await desk.verify()).toEqual([]);
    await change(rowKey(CITY, 2026, 'cong-van', 2), 'contentHash', '0'.repeat(64));
    expect((await desk.verify()).map(({ invariant, code }) => `${invariant} ${code}`)).toContain('I7 closing-differs');
    await change(rowKey(CITY, 2026, 'cong-van', 2), 'contentHash', second.row.contentHash);
    expect(await desk.verify()).toEqual([]);
    await change(closingKey(CITY, 2026, 'cong-van'), 'hash', '0'.repeat(64));
    expect((await desk.verify()).map(({ code }) => code)).toEqual(['closing-differs', 'seal-broken']);
  });

  test('takes no file and no document any more', async () => {
    const { row, document } = await desk.issued('việc cuối năm');
    desk.calendar.moveTo('2027-01-05T09:00:00+07:00');
    await closeYear(desk.deps, clerk, YEAR);
    const add = addSignedFile(desk.deps, clerk, { docId: row.docId, seen: document, bytes: smallPdf() });
    await expect(add).rejects.toMatchObject({ code: 'series-closed' });
    const bring = bringInDocument(desk.deps, clerk, record(9, '2026-12-01'));
    await expect(bring).rejects.toMatchObject({ code: 'series-closed' });
    expect(await desk.verify()).toEqual([]);
  });

  test('is corrected until it is closed, and no more', async () => {
    const year = { ...YEAR, year: 2025 };
    const { document } = await bringInDocument(desk.deps, clerk, record(9, '2025-12-01'));
    const correct = (seen: SeenVersion) =>
      correctRecord(desk.deps, clerk, {
        docId: document.docId,
        seen,
        record: { to: ['Các xã'] },
        reason: 'Thiếu nơi nhận',
      });
    const corrected = await correct(document);
    expect(corrected.row.to).toEqual(['Các xã']);
    await closeYear(desk.deps, clerk, year);
    await expect(correct(corrected.document)).rejects.toMatchObject({ code: 'series-closed' });
    expect(await desk.verify()).toEqual([]);
  });

  test('waits for the number that has no files yet', async () => {
    const document = await desk.approved('dở dang');
    await desk.deps.register.issueNumber({
      document,
      contentHash: document.contentHash!,
      actor: 'a-clerk',
      clock: desk.calendar.clock,
    });
    desk.calendar.moveTo('2027-01-05T09:00:00+07:00');
    await expect(closeYear(desk.deps, clerk, YEAR)).rejects.toMatchObject({ code: 'unfinished' });
    await repair(desk.deps, desk.inspection);
    expect(await closeYear(desk.deps, clerk, YEAR)).toMatchObject({ count: 1 });
    expect(await desk.verify()).toEqual([]);
  });
});

describe('series', () => {
  test('start where the clerk says, and take what was before by bringing in', async () => {
    await openSeries(desk.deps, clerk, { ...YEAR, start: 120 });
    await bringInDocument(desk.deps, clerk, record(119, '2026-06-01'));
    expect((await desk.issued('số đầu tiên của ta')).row.symbol).toBe('120/UBND-HCC');
    await expect(openSeries(desk.deps, clerk, { ...YEAR, start: 1 })).rejects.toMatchObject({ code: 'series-started' });
    await expect(bringInDocument(desk.deps, clerk, record(119, '2026-06-02'))).rejects.toMatchObject({
      code: 'duplicate-number',
    });
    expect(await listYearSeries(desk.deps, clerk, { year: 2026 })).toMatchObject([
      { series: 'ke-hoach', types: ['KeHoach'], start: 1 },
      { series: 'cong-van', types: ['CongVan'], start: 120, counter: { seq: 120 } },
    ]);
    await expect(openSeries(desk.deps, clerk, { ...YEAR, series: 'la', start: 2 })).rejects.toMatchObject({
      code: 'not-found',
    });
    expect(await desk.verify()).toEqual([]);
  });

  test('start anew as often as one likes before the first number, never at or below one brought in', async () => {
    const open = (start: number, year = 2026) => openSeries(desk.deps, clerk, { year, series: 'cong-van', start });
    expect(await open(350)).toMatchObject({ start: 350 });
    expect(await open(120)).toMatchObject({ start: 120 });
    await bringInDocument(desk.deps, clerk, record(20, '2026-06-01'));
    await expect(open(20)).rejects.toMatchObject({ code: 'series-started', params: { start: 120, broughtIn: 20 } });
    expect(await desk.deps.register.getSeries(CITY, 2026, 'cong-van')).toMatchObject({ start: 120 });
    expect(await open(21)).toMatchObject({ start: 21 });
    expect((await desk.issued('số đầu tiên')).row.symbol).toBe('21/UBND-HCC');
    for (const start of [22, 1]) await expect(open(start)).rejects.toMatchObject({ params: { seq: 21 } });
    await expect(open(5, 2027)).rejects.toMatchObject({ code: 'start-of-future-year' });
    expect(await open(1, 2027)).toMatchObject({ start: 1 });
    expect(await desk.verify()).toEqual([]);
  });

  test('of an advisory body with a head of its own are its own', async () => {
    // PL I, Mục II.3: a council or board that is named as the issuing organ takes its own series; it has its own profile.
    const city = (await exampleProfiles()).find(({ validFrom }) => validFrom === '2026-04-30');
    const body = { ...city, organId: 'ban-chi-dao-cchc', name: 'Ban Chỉ đạo cải cách hành chính thành phố Đồng Nai' };
    const admin = { organ: 'ban-chi-dao-cchc', staffId: 'an-admin', roles: ['admin'] } as const;
    const series = [{ name: 'chung', types: ['KeHoach', 'CongVan'], startAt: 7 }];
    await putProfile(desk.deps, admin, { profile: { ...body, series }, rev: null });
    await desk.issued('của thành phố');
    expect(await listYearSeries(desk.deps, { ...clerk, organ: 'ban-chi-dao-cchc' }, { year: 2026 })).toMatchObject([
      { series: 'chung', types: ['KeHoach', 'CongVan'], start: 7, counter: undefined },
    ]);
    expect(await desk.deps.register.getSeries(CITY, 2026, 'cong-van')).toMatchObject({ seq: 1 });
  });
});

test('statistics count a year by type, month and unit', async () => {
  await desk.issued('tháng sáu');
  desk.calendar.moveTo('2026-07-01T09:00:00+07:00');
  await desk.issued('tháng bảy');
  await openSeries(desk.deps, clerk, { year: 2026, series: 'ke-hoach', start: 40 });
  await bringInDocument(desk.deps, clerk, {
    codeNumber: 39,
    issuedDate: '2026-02-03',
    content: {
      kind: 'record' as const,
      record: { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'Kế hoạch cũ', to: [] },
    },
  });
  const { byMonth, ...counted } = await countYear(desk.deps, clerk, { year: 2026 });
  expect(counted).toEqual({
    year: 2026,
    blanks: { cancelled: 0, empty: 0, secret: 0 },
    total: 3,
    byType: { 'Kế hoạch': 1, 'Công văn': 2 },
    byUnit: { HCC: 2, '': 1 },
    byDrafter: { [drafter.staffId]: 2, '': 1 },
  });
  expect(byMonth).toEqual([0, 1, 0, 0, 0, 1, 1, 0, 0, 0, 0, 0]);
});

test('reminders name what waits for each', async () => {
  const approved = await desk.approved('chờ ban hành');
  const sent = await desk.approved('bị trả lại');
  await returnDocument(desk.deps, signer, { docId: sent.docId, seen: sent, reason: 'Sai' });
  const ids = async (who: typeof clerk | typeof drafter | typeof signer) => {
    const all = await listReminders(desk.deps, who);
    return Object.fromEntries(
      Object.entries(all).map(([name, documents]) => [
        name,
        documents.map(({ docId }: { readonly docId: string }) => docId),
      ]),
    );
  };
  expect(await ids(clerk)).toEqual({
    unfinished: [],
    toCheck: [],
    toApprove: [],
    toIssue: [approved.docId],
    toSend: [],
    returned: [],
    cameDown: [],
  });
  expect(await ids(drafter)).toEqual({
    unfinished: [],
    toCheck: [],
    toApprove: [],
    toIssue: [],
    toSend: [],
    returned: [sent.docId],
    cameDown: [],
  });
  expect(await ids(signer)).toEqual({
    unfinished: [],
    toCheck: [],
    toApprove: [],
    toIssue: [],
    toSend: [],
    returned: [],
    cameDown: [],
  });
});

test('last numbers are shown to a clerk before the first of a day, where no mark is kept outside the machine', async () => {
  await desk.issued('hôm qua');
  const deps = { ...desk.deps, isMarkInside: true };
  const shown = (who: typeof clerk | typeof drafter) => lastNumbersToCompare(deps, who);
  expect(await shown(clerk)).toEqual([]);
  desk.calendar.moveTo('2026-06-16T09:00:00+07:00');
  expect(await shown(clerk)).toEqual([{ year: 2026, series: 'cong-van', seq: 1, issuedDate: '2026-06-15' }]);
  expect(await shown(drafter)).toEqual([]);
  expect(await lastNumbersToCompare(desk.deps, clerk)).toEqual([]);
  await desk.issued('hôm nay');
  expect(await shown(clerk)).toEqual([]);
});

test('a profile whose series would number one symbol twice is refused, with every finding', async () => {
  const admin = { organ: CITY, staffId: 'an-admin', roles: ['admin'] } as const;
  const profile = (await exampleProfiles()).find(({ organId }) => organId === CITY);
  const series = [
    { name: 'chung', types: ['KeHoach', 'BaoCao', 'CongVan'] },
    { name: 'bao-cao', types: ['BaoCao', 'BanSaoY', 'CauDo'] },
  ];
  const put = putProfile(desk.deps, admin, { profile: { ...profile, series }, rev: 1 });
  const { findings } = await put.catch((error) => error);
  expect(findings.map(({ code }: { readonly code: string }) => code)).toEqual([
    'SERIES_TYPE_UNKNOWN',
    'COPY_TYPES_APART',
    'TYPE_IN_TWO_SERIES',
  ]);
});
