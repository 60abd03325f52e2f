import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { listBook } from '#usecases/book/list-book.ts';
import { printBook } from '#usecases/book/print-book.ts';
import { readBook } from '#usecases/book/read-book.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { createDocument } from '#usecases/drafting/create-document.ts';
import { approveDocument } from '#usecases/issuing/approve-document.ts';
import { submitDocument } from '#usecases/issuing/submit-document.ts';
import { withdrawDocument } from '#usecases/issuing/withdraw-document.ts';
import { type Desk, letter, openDesk, PEOPLE } from '../support/desk.ts';

const { clerk, drafter, signer } = PEOPLE;
let desk: Desk;

beforeAll(async () => {
  desk = await openDesk();
  const { deps } = desk;
  const first = await desk.issued('văn bản thứ nhất');
  const second = await desk.issued('văn bản thứ hai');
  await withdrawDocument(deps, clerk, { docId: first.document.docId, seen: first.document, reason: 'sai thẩm quyền' });
  const docId = 'thay-the';
  const { document } = await createDocument(deps, drafter, { docId, data: letter('văn bản thứ ba') });
  const submitted = await submitDocument(deps, drafter, { docId, seen: document, replaces: [second.document.docId] });
  await desk.issue(await approveDocument(deps, signer, { docId, seen: submitted }));
  desk.calendar.moveTo('2026-07-01T09:00:00+07:00');
  await desk.issued('văn bản thứ tư');
  const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'năm cũ' } as const;
  await bringInDocument(deps, clerk, { codeNumber: 35, issuedDate: '2025-01-24', content: { kind: 'record', record } });
}, 60_000);
afterAll(() => desk.stop());

test('lists a year by number, and says what became of each document', async () => {
  const book = await readBook(desk.deps, clerk, { period: { year: 2026 } });
  expect(book).toMatchObject({
    from: '2026-01-01',
    to: '2026-07-01',
    organLines: ['Ủy ban nhân dân', 'thành phố Đồng Nai'],
  });
  expect(book.volumes.map(({ year, types }) => [year, types])).toEqual([[2026, 'Công văn']]);
  const seen = book.volumes[0]!.entries.map(({ symbol, state, endReason, replacedBy }) => [
    symbol,
    state,
    endReason ?? replacedBy,
  ]);
  expect(seen).toEqual([
    ['01/UBND-HCC', 'withdrawn', 'sai thẩm quyền'],
    ['02/UBND-HCC', 'replaced', '03/UBND-HCC'],
    ['03/UBND-HCC', 'issued', undefined],
    ['04/UBND-HCC', 'issued', undefined],
  ]);
});

test('takes days instead of a year, and one series alone', async () => {
  const days = { from: '2026-06-01', to: '2026-06-30' };
  const june = await readBook(desk.deps, clerk, { period: days });
  expect(june.volumes[0]!.entries.map(({ symbol }) => symbol)).toEqual(['01/UBND-HCC', '02/UBND-HCC', '03/UBND-HCC']);
  const over = await readBook(desk.deps, clerk, {
    period: { from: '2025-01-01', to: '2026-12-31' },
    series: 'ke-hoach',
  });
  expect(
    over.volumes.map(({ year, entries }) => [year, entries.map((e) => [e.symbol, e.broughtIn, e.hasFiles])]),
  ).toEqual([[2025, [['35/KH-UBND', true, false]]]]);
});

test('shows the lines as they are printed, of each volume the last, each with its document', async () => {
  const shown = await listBook(desk.deps, clerk, { period: { year: 2026 }, limit: 3 });
  expect(shown.columns.slice(0, 3)).toEqual([
    'Số, ký hiệu văn bản',
    'Ngày tháng văn bản',
    'Tên loại và trích yếu nội dung văn bản',
  ]);
  const [volume] = shown.volumes;
  expect(volume).toMatchObject({ year: 2026, types: 'Công văn', count: 4 });
  expect(volume?.lines.map(({ state, cells }) => [state, cells[0], cells[2], cells[9]])).toEqual([
    ['replaced', '02/UBND-HCC', 'Công văn V/v văn bản thứ hai', expect.stringContaining('03/UBND-HCC')],
    ['issued', '03/UBND-HCC', 'Công văn V/v văn bản thứ ba', ''],
    ['issued', '04/UBND-HCC', 'Công văn V/v văn bản thứ tư', ''],
  ]);
  expect(volume?.lines.map(({ docId }) => docId)).toContain('thay-the');
  await expect(listBook(desk.deps, drafter, { period: { year: 2026 }, limit: 3 })).rejects.toMatchObject({
    code: 'role-missing',
  });
});

test('prints a year without documents as an empty book', async () => {
  const empty = await readBook(desk.deps, clerk, { period: { year: 2024 } });
  expect(empty.volumes.map(({ entries }) => entries.length)).toEqual([0, 0]);
  const file = await printBook(desk.deps, clerk, { period: { year: 2024 }, format: 'docx' });
  expect(file.bytes.length).toBeGreaterThan(1000);
});

test('gives a file of a telling name', async () => {
  const file = await printBook(desk.deps, clerk, { period: { year: 2026 }, format: 'xlsx' });
  expect(file.fileName).toBe('So-dang-ky-van-ban-di-2026.xlsx');
  const rows = await readSheet(Buffer.from(file.bytes));
  expect(rows[5]).toEqual(expect.arrayContaining(['01/UBND-HCC', '15/06/2026', 'Đã thu hồi: sai thẩm quyền']));
});

test('refuses days in the wrong order, a series that is none, and those who keep no book', async () => {
  const ask = (request: Parameters<typeof readBook>[2]) => readBook(desk.deps, clerk, request);
  await expect(ask({ period: { from: '2026-02-01', to: '2026-01-01' } })).rejects.toMatchObject({ code: 'bad-period' });
  await expect(ask({ period: { from: '2017-01-01', to: '2026-12-31' } })).resolves.toMatchObject({
    from: '2017-01-01',
  });
  await expect(ask({ period: { from: '2016-12-31', to: '2026-12-31' } })).rejects.toMatchObject({ code: 'bad-period' });
  await expect(ask({ period: { from: '2001-02-01', to: '2026-01-01' } })).rejects.toMatchObject({ code: 'bad-period' });
  await expect(ask({ period: { year: 2026 }, series: 'x' })).rejects.toMatchObject({ code: 'no-such-series' });
  await expect(readBook(desk.deps, drafter, { period: { year: 2026 } })).rejects.toMatchObject({
    code: 'role-missing',
  });
});
