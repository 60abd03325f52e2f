import { afterAll, beforeAll, expect, test } from 'vitest';
import { bookCells } from '#exchange/book/book.ts';
import { closingOf } from '#exchange/book/book-closing.ts';
import { toImportReportResponse } from '#present/responses/import-report.ts';
import { toNumberAnswerResponse } from '#present/responses/search-response.ts';
import { blankKey, rowKey } from '#register/table/keys/row-keys.ts';
import { printBook } from '#usecases/book/print-book.ts';
import { readBook } from '#usecases/book/read-book.ts';
import { countYear } from '#usecases/book/statistics.ts';
import { closeYear, listYearSeries } from '#usecases/book/year-series.ts';
import { bringInBlank, dropBlank, listBlanks } from '#usecases/bring-in/bring-in-blank.ts';
import { bringInDocument } from '#usecases/bring-in/bring-in-document.ts';
import { importOlderBook } from '#usecases/bring-in/import-older-book.ts';
import { findByNumber } from '#usecases/search/find-by-number.ts';
import { CITY, type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { row, type TestCell, TITLES, workbook } from './workbook.ts';

const { clerk } = PEOPLE;
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const list = (...rows: readonly TestCell[][]) => workbook([['SỔ CŨ'], TITLES, ...rows]);
const noted = (code: TestCell, note: string) => [code, ...Array(8).fill(null), note];
const bring = async (rows: readonly TestCell[][], options = {}) => {
  const report = await importOlderBook(desk.deps, clerk, { bytes: await list(...rows), ...options });
  return toImportReportResponse(report).lines.map((line) =>
    [line.symbol, line.blankName, line.outcome, ...[...line.errors, ...line.warnings].map(({ code }) => code)].join(
      ' ',
    ),
  );
};

const BOOK = [
  row('1/KH-UBND', '03/01/2025', 'Kế hoạch thứ nhất'),
  noted('02', 'Bỏ trống'),
  row('3/KH-UBND', '05/01/2025', 'Số hủy'),
  row('4/KH-UBND (hủy)', null, null),
  row('5/KH-UBND', '07/01/2025', 'Kế hoạch thứ năm', null, null, null, null, null, null, 'Đã hủy: sai thể thức'),
  row(6, null, null),
  row('7/KH-UBND', '09/01/2025', 'Kế hoạch hủy bỏ lễ hội'),
  row('8/QĐ-UBND', null, 'Không sử dụng'),
  row(9, null, null),
];

test('brings in numbers without a document, says of a bare one that it is left empty, and refuses what is ruled ahead', async () => {
  const would = await bring(BOOK, { checkOnly: true });
  expect(would[1]).toBe('02 số bỏ trống would-be-brought-in');
  const expected = [
    '01/KH-UBND  brought-in',
    '02 số bỏ trống brought-in',
    '03/KH-UBND số bị hủy brought-in',
    '04/KH-UBND số bị hủy brought-in',
    '05/KH-UBND số bị hủy brought-in',
    '06 số bỏ trống brought-in BLANK_BARE',
    '07/KH-UBND  brought-in',
    '08/QĐ-UBND số bỏ trống brought-in',
    '  refused MISSING MISSING NOTATION_MISSING',
  ];
  expect(await bring(BOOK)).toEqual(expected);
  const again = await bring(BOOK);
  expect(again.slice(0, 8)).toEqual(expected.slice(0, 8).map((line) => line.replace('brought-in', 'unchanged')));
  const blanks = await listBlanks(desk.deps, clerk, { year: 2025, series: 'ke-hoach' });
  expect(blanks.map(({ symbol, kind, issuedDate, note }) => [symbol, kind, issuedDate, note])).toEqual([
    ['02', 'empty', undefined, undefined],
    ['03/KH-UBND', 'cancelled', '2025-01-05', undefined],
    ['04/KH-UBND', 'cancelled', undefined, undefined],
    ['05/KH-UBND', 'cancelled', '2025-01-07', 'Kế hoạch thứ năm; sai thể thức'],
    ['06', 'empty', undefined, undefined],
  ]);
  expect(await desk.verify()).toEqual([]);
});

test('says where a list and the book differ about a number without a document', async () => {
  const lines = await bring([
    row('1/KH-UBND', null, 'Hủy'),
    row('2/KH-UBND', '04/01/2025', 'Kế hoạch thứ hai'),
    row('3/KH-UBND', null, 'Bỏ trống'),
  ]);
  expect(lines).toEqual([
    '01/KH-UBND số bị hủy refused BLANK_DIFFERS',
    '02/KH-UBND  refused number-blank',
    '03/KH-UBND số bỏ trống refused BLANK_DIFFERS',
  ]);
});

test('refuses a number without a document of which nobody knows the year or the series, or a foreign symbol', async () => {
  expect(await bring([noted('11', 'Hủy')])).toEqual(['  refused BLANK_YEAR BLANK_SERIES']);
  expect(await bring([row('11/XX-ABC', '04/01/2025', 'Hủy')])).toEqual(['  refused NOTATION_FOREIGN BLANK_SERIES']);
  expect(await bring([row('11/KH-UBND', null, 'Hủy')])).toEqual(['  refused BLANK_YEAR']);
});

test('drops nothing that a row without a document says: a day that is none, an error, a broken encoding are told', async () => {
  expect(await bring([row('11/KH-UBND', '31/02/2025', 'Hủy')])).toEqual(['  refused DATE_UNREADABLE BLANK_YEAR']);
  expect(
    await bring([row('11/KH-UBND', '04/01/2025', 'KÕ ho¹ch c¶i c¸ch', null, null, null, null, null, null, 'Hủy')]),
  ).toEqual(['  refused LEGACY_ENCODING']);
});

test('names a type before the trích yếu that is not the symbol’s', async () => {
  expect(await bring([row('12/KH-UBND', '04/01/2025', 'Báo cáo tổng kết')])).toEqual(['  refused TYPE_DIFFERS']);
});

test('answers a number without a document as what it is', async () => {
  const says = async (text: string) => {
    const answer = toNumberAnswerResponse(await findByNumber(desk.deps, clerk, { text, year: 2025 }));
    return [answer.found.length, ...answer.absent.map(({ symbol, reasonName }) => `${symbol}: ${reasonName}`)];
  };
  expect(await says('2/KH-UBND')).toEqual([0, '02: số bỏ trống, không có văn bản']);
  expect(await says('kh 5')).toEqual([0, '05/KH-UBND: số bị hủy, không có văn bản: Kế hoạch thứ năm; sai thể thức']);
  expect(await says('8/QĐ-UBND')).toEqual([0, '08/QĐ-UBND: số bỏ trống, không có văn bản']);
  const { absent } = await findByNumber(desk.deps, clerk, { text: '3/KH-UBND' });
  expect(absent).toContainEqual(expect.objectContaining({ year: 2025, reason: 'cancelled' }));
});

test('stands in the book in its place, counted apart, and in what is printed', async () => {
  const { volumes } = await readBook(desk.deps, clerk, { period: { year: 2025 } });
  const plans = volumes.find(({ types }) => types === 'Kế hoạch');
  expect(plans?.entries.map(({ symbol, state }) => `${symbol} ${state}`)).toEqual([
    '01/KH-UBND issued',
    '02 empty',
    '03/KH-UBND cancelled',
    '04/KH-UBND cancelled',
    '05/KH-UBND cancelled',
    '06 empty',
    '07/KH-UBND issued',
  ]);
  const cells = (plans?.entries ?? []).map(bookCells);
  expect(cells[1]).toEqual(['02', '', '', '', '', '', '', '', '', 'Số bỏ trống. Nhập từ sổ cũ']);
  expect(cells[4]?.at(-1)).toBe('Số bị hủy: Kế hoạch thứ năm; sai thể thức. Nhập từ sổ cũ');
  expect(plans && closingOf(plans).lines[0]).toBe(
    'Quyển này đăng ký 02 văn bản, từ số 01 đến số 07; trong đó: 02 văn bản nhập từ sổ cũ; không có văn bản: 03 số bị hủy, 02 số bỏ trống.',
  );
  const januaryFirst = { from: '2025-01-01', to: '2025-01-04' } as const;
  const part = await readBook(desk.deps, clerk, { period: januaryFirst });
  expect(part.volumes.flatMap(({ entries }) => entries.map(({ symbol }) => symbol))).toEqual([
    '01/KH-UBND',
    '02',
    // Neither it nor a neighbour has a day: the year begins with it.
    '08/QĐ-UBND',
  ]);
  for (const format of ['xlsx', 'docx'] as const) {
    const { bytes } = await printBook(desk.deps, clerk, { period: { year: 2025 }, format });
    expect(bytes.length).toBeGreaterThan(1000);
  }
});

test('is none of the total of the statistics, in which series of older books are counted', async () => {
  const counted = await countYear(desk.deps, clerk, { year: 2025 });
  expect(counted).toMatchObject({ total: 2, blanks: { cancelled: 3, empty: 3 } });
  await bring([row('9/QĐ-UBND', '10/01/2025', 'Quyết định thứ chín')]);
  const after = await countYear(desk.deps, clerk, { year: 2025 });
  expect(after).toMatchObject({ total: 3, byType: { 'Kế hoạch': 2, 'Quyết định': 1 } });
});

test('a number is freed for its document with a reason, and is none twice', async () => {
  const place = { year: 2025, series: 'ke-hoach', codeNumber: 4 };
  const record = { typeCode: 'KeHoach', codeNotation: 'KH-UBND', subject: 'tìm thấy sau' };
  const input = { codeNumber: 4, issuedDate: '2025-01-06', content: { kind: 'record', record } } as const;
  await expect(bringInDocument(desk.deps, clerk, input)).rejects.toMatchObject({ code: 'number-blank' });
  const dropped = await dropBlank(desk.deps, clerk, { ...place, reason: 'tìm thấy trong hồ sơ' });
  expect(dropped.dropped).toMatchObject({ reason: 'tìm thấy trong hồ sơ', by: clerk.staffId });
  await expect(dropBlank(desk.deps, clerk, { ...place, reason: 'lần nữa' })).rejects.toMatchObject({
    code: 'not-found',
  });
  expect((await bringInDocument(desk.deps, clerk, input)).row.symbol).toBe('04/KH-UBND');
  const again = { ...place, kind: 'cancelled', codeNotation: 'KH-UBND' } as const;
  await expect(bringInBlank(desk.deps, clerk, again)).rejects.toMatchObject({ code: 'duplicate-number' });
  const ours = { ...again, year: 2026, codeNumber: 1 } as const;
  await expect(bringInBlank(desk.deps, clerk, ours)).rejects.toMatchObject({ code: 'number-not-below-start' });
  const nowhere = { ...again, series: 'khong-co' } as const;
  await expect(bringInBlank(desk.deps, clerk, nowhere)).rejects.toMatchObject({ code: 'no-such-series' });
  expect(await desk.verify()).toEqual([]);
});

test('a year is closed with its numbers without a document, of an older book too, and verify sees a change of one', async () => {
  const key = blankKey({ organ: CITY, year: 2025, series: 'ke-hoach', codeNumber: 5 });
  const older = (await listYearSeries(desk.deps, clerk, { year: 2025 })).map(({ series }) => series);
  expect(older).toContain('so-cu-QuyetDinh');
  await closeYear(desk.deps, clerk, { year: 2025, series: 'so-cu-QuyetDinh' });
  const closing = await closeYear(desk.deps, clerk, { year: 2025, series: 'ke-hoach' });
  expect(closing).toMatchObject({ count: 3, broughtIn: 3, blanks: { cancelled: 2, empty: 2 } });
  expect(await desk.verify()).toEqual([]);
  const place = { year: 2025, series: 'ke-hoach', codeNumber: 5 };
  await expect(dropBlank(desk.deps, clerk, { ...place, reason: 'x' })).rejects.toMatchObject({ code: 'series-closed' });
  await desk.table.change(key, { kind: 'empty' });
  expect((await desk.verify()).map(({ code }) => code)).toEqual(['closing-differs', 'seal-broken']);
  await desk.table.change(key, { kind: 'cancelled', codeNumber: 7 });
  expect((await desk.verify()).map(({ code }) => code).sort()).toEqual([
    'closing-differs',
    'keys-differ',
    'number-twice',
    'seal-broken',
  ]);
  await desk.table.change(key, { codeNumber: 5 });
  expect(await desk.verify()).toEqual([]);
  expect(rowKey(CITY, 2025, 'ke-hoach', 5).SK).toBe(key.SK.replace('B', 'N'));
});

test('a number of a secret document, which has a book of its own, is no gap: brought in, found and printed as such', async () => {
  const rows = [
    row('1/BC-UBND', '03/02/2025', 'Báo cáo thứ nhất'),
    noted('2/BC-UBND', 'Văn bản mật, sổ riêng'),
    row('3/BC-UBND', '05/02/2025', 'Mật'),
    row('4/BC-UBND', '06/02/2025', 'Báo cáo về bảo mật thông tin'),
  ];
  expect(await bring(rows)).toEqual([
    '01/BC-UBND  brought-in',
    '02/BC-UBND số của văn bản mật brought-in',
    '03/BC-UBND số của văn bản mật brought-in',
    '04/BC-UBND  brought-in',
  ]);
  const answer = await findByNumber(desk.deps, clerk, { text: '2/BC-UBND', year: 2025 });
  expect(toNumberAnswerResponse(answer).absent).toMatchObject([
    { reason: 'secret', reasonName: 'số của văn bản mật, đăng ký ở sổ riêng' },
  ]);
  expect((await countYear(desk.deps, clerk, { year: 2025 })).blanks).toMatchObject({ secret: 2 });
  const again = await bring(rows);
  expect(again.every((line) => !line.includes('refused'))).toBe(true);
  expect(await desk.verify()).toEqual([]);
});
