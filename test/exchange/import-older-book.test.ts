import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printBook } from '#usecases/book/print-book.ts';
import { readBook } from '#usecases/book/read-book.ts';
import { correctRecord, type RecordCorrection } from '#usecases/bring-in/correct-record.ts';
import type { ImportLine } from '#usecases/bring-in/import-line.ts';
import { importOlderBook } from '#usecases/bring-in/import-older-book.ts';
import type { SeenVersion } from '#usecases/read-document.ts';
import { downloadFile } from '#usecases/search/download-file.ts';
import { findByNumber } from '#usecases/search/find-by-number.ts';
import { searchDocuments } from '#usecases/search/search-documents.ts';
import { type Desk, openDesk, PEOPLE } from '../support/desk.ts';
import { smallPdf } from '../support/pdf.ts';
import { row, type TestCell, TITLES, workbook } from './workbook.ts';

const { clerk, drafter } = PEOPLE;
let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.stop());

const list = (...rows: readonly TestCell[][]) =>
  workbook([['SỔ CŨ'], TITLES, TITLES.map((_, i) => `(${i + 1})`), ...rows]);
const short = ({ row, symbol, outcome, findings, refusal }: ImportLine) => [
  row,
  symbol,
  outcome,
  ...findings.map(({ code }) => code),
  ...(refusal ? [refusal.code] : []),
];

test('keeps the sound rows, refuses the wrong ones by name, and changes nothing when it is run again', async () => {
  const bytes = await list(
    row(
      '35/KH-UBND',
      new Date('2025-01-24T00:00:00Z'),
      'Kế hoạch cải cách hành chính',
      'Võ Tấn Đức',
      'Các sở; Các huyện',
      'NC',
      30,
    ),
    row('36/KH-UBND', '30/02/2025', ''),
    row(null, null, null),
    row('12/UBND-HCC', '05/02/2025', 'Công văn V/v tuyên truyền'),
    row('7/QĐ-UBND', '05/02/2025', 'Quyết định thành lập'),
  );
  const first = await importOlderBook(desk.deps, clerk, { bytes });
  expect(first.lines.map(short)).toEqual([
    [4, '35/KH-UBND', 'brought-in'],
    [5, null, 'refused', 'DATE_UNREADABLE', 'MISSING'],
    [7, '12/UBND-HCC', 'brought-in'],
    [8, '07/QĐ-UBND', 'brought-in'],
  ]);
  const { found } = await findByNumber(desk.deps, clerk, { text: '35 kh ubnd', year: 2025 });
  expect(found[0]?.row).toMatchObject({
    symbol: '35/KH-UBND',
    issuedDate: '2025-01-24',
    subject: 'cải cách hành chính',
    to: ['Các sở', 'Các huyện'],
    archivedAt: 'NC',
    issuedAmount: 30,
    broughtIn: true,
    files: [],
  });
  const before = found[0];
  const again = await importOlderBook(desk.deps, clerk, { bytes });
  expect(again.lines.map(short)).toEqual([
    [4, '35/KH-UBND', 'unchanged'],
    [5, null, 'refused', 'DATE_UNREADABLE', 'MISSING'],
    [7, '12/UBND-HCC', 'unchanged'],
    [8, '07/QĐ-UBND', 'unchanged'],
  ]);
  expect((await findByNumber(desk.deps, clerk, { text: '35 kh ubnd', year: 2025 })).found[0]).toEqual(before);
});

test('keeps any type, found by number and words, and prints it in a volume of its own', async () => {
  const day = '06/03/2025';
  const bytes = await list(
    row('7/BC-UBND', day, 'Báo cáo kết quả tuyển quân', 'Võ Tấn Đức', 'Các sở'),
    row('7/2025/QĐ-UBND', day, 'Quyết định ban hành bảng giá đất'),
    row('7/XX-UBND', day, 'Không rõ loại'),
  );
  const { lines } = await importOlderBook(desk.deps, clerk, { bytes });
  expect(lines.map(short)).toEqual([
    [4, '07/BC-UBND', 'brought-in'],
    [5, '07/2025/QĐ-UBND', 'brought-in'],
    [6, null, 'refused', 'TYPE_UNKNOWN'],
  ]);
  const find = async (text: string) =>
    (await findByNumber(desk.deps, clerk, { text, year: 2025 })).found.map(
      ({ row }) => `${row.typeName} ${row.symbol}`,
    );
  expect(await find('7/BC-UBND')).toEqual(['Báo cáo 07/BC-UBND']);
  expect(await find('07/2025/QĐ-UBND')).toEqual(['Quyết định 07/2025/QĐ-UBND', 'Quyết định 07/QĐ-UBND']);
  const book = await readBook(desk.deps, clerk, { period: { year: 2025 } });
  const volumes = book.volumes.map(
    ({ types, entries }) => `${types}: ${entries.map(({ symbol }) => symbol).join(', ')}`,
  );
  expect(volumes).toContain('Báo cáo: 07/BC-UBND');
  expect(await desk.verify()).toEqual([]);
});

test('names a number that stands twice, in the list or in the book', async () => {
  const day = '06/03/2025';
  const bytes = await list(
    row('50/KH-UBND', day, 'Kế hoạch thứ nhất'),
    row('50/kh-ubnd', day, 'Kế hoạch thứ nhất'),
    row('35/KH-UBND', day, 'Kế hoạch khác hẳn'),
  );
  const { lines } = await importOlderBook(desk.deps, clerk, { bytes });
  expect(lines.map(short)).toEqual([
    [4, '50/KH-UBND', 'brought-in'],
    [5, '50/KH-UBND', 'refused', 'REPEATED'],
    [6, '35/KH-UBND', 'refused', 'DIFFERS', 'DIFFERS'],
  ]);
  expect(lines[1]?.findings[0]?.message).toBe(
    'trùng số với dòng 4 (50/KH-UBND); nếu sổ đã cấp trùng thật, hãy xác nhận khi nhập',
  );
  expect(lines[2]?.findings.map(({ column, message }) => `${column}: ${message}`)).toEqual([
    'Ngày tháng văn bản: số này đã có trong sổ là 35/KH-UBND ngày 24/01/2025: sổ ghi “24/01/2025”, danh sách ghi “06/03/2025”',
    'Trích yếu: số này đã có trong sổ là 35/KH-UBND ngày 24/01/2025: sổ ghi “cải cách hành chính”, danh sách ghi “khác hẳn”',
  ]);
});

test('compares all that a row says with what stands, marks and all', async () => {
  const [day, plan] = ['24/01/2025', 'Kế hoạch cải cách hành chính'];
  const says = async (...cells: readonly TestCell[]) => {
    const bytes = await list(row('35/KH-UBND', day, ...(cells as [TestCell])));
    const { lines } = await importOlderBook(desk.deps, clerk, { bytes });
    return [lines[0]?.outcome, ...(lines[0]?.findings ?? []).map(({ column }) => column)];
  };
  expect(await says(plan, 'Võ Tấn Đức', 'Các sở; Các huyện', 'NC', 30)).toEqual(['unchanged']);
  // What a row does not say is no difference.
  expect(await says(plan)).toEqual(['unchanged']);
  expect(await says('Kế hoạch cải cách hanh chính')).toEqual(['refused', 'Trích yếu']);
  expect(await says(plan, 'Võ Tân Đức')).toEqual(['refused', 'Người ký']);
  expect(await says(plan, 'Phó Chủ tịch Võ Tấn Đức')).toEqual(['refused', 'Chức vụ']);
  expect(await says(plan, null, 'Các sở', 'VX', 31)).toEqual([
    'refused',
    'Nơi nhận văn bản',
    'Đơn vị, người nhận bản lưu',
    'Số lượng bản',
  ]);
});

test('brings in what older books have under one number: letters, and a number given twice once a person says so', async () => {
  const rows = [
    row('52/KH-UBND', '06/03/2025', 'Kế hoạch năm hai'),
    row('52a/KH-UBND', '06/03/2025', 'Kế hoạch năm hai a'),
    row('52/KH-UBND', '07/03/2025', 'Kế hoạch năm hai nữa'),
  ];
  const bytes = await list(...rows);
  const run = async (more: object = {}) => {
    const { lines } = await importOlderBook(desk.deps, clerk, { bytes, ...more });
    return lines.map(short);
  };
  const brought = [
    [4, '52/KH-UBND', 'brought-in'],
    [5, '52a/KH-UBND', 'brought-in'],
  ];
  expect(await run()).toEqual([...brought, [6, '52/KH-UBND', 'refused', 'REPEATED']]);
  const kept = [
    [4, '52/KH-UBND', 'unchanged'],
    [5, '52a/KH-UBND', 'unchanged'],
  ];
  expect(await run({ keepsCopies: true, checkOnly: true })).toEqual([
    ...kept,
    [6, '52/KH-UBND', 'would-be-brought-in'],
  ]);
  expect(await run({ keepsCopies: true })).toEqual([...kept, [6, '52/KH-UBND', 'brought-in']]);
  expect(await run({ keepsCopies: true })).toEqual([...kept, [6, '52/KH-UBND', 'unchanged']]);
  // The same line typed twice is no number given twice.
  const twice = await list(...rows, row('52/KH-UBND', '07/03/2025', 'Kế hoạch năm hai nữa'));
  const { lines } = await importOlderBook(desk.deps, clerk, { bytes: twice, keepsCopies: true });
  expect(lines.map(short).at(-1)).toEqual([7, '52/KH-UBND', 'refused', 'REPEATED']);
  expect(await desk.verify()).toEqual([]);
});

test('corrects a line that was brought in, with the reason in its chain', async () => {
  const bytes = await list(row('58/KH-UBND', '06/03/2025', 'Kế hoạch tuyen quân', 'Nguyễn Văn B', 'Các sở'));
  await importOlderBook(desk.deps, clerk, { bytes });
  const [found] = (await findByNumber(desk.deps, clerk, { text: '58/KH-UBND', year: 2025 })).found;
  const { docId } = found!.document;
  const correct = (seen: SeenVersion, record: RecordCorrection, issuedDate?: string) =>
    correctRecord(desk.deps, clerk, { docId, seen, record, issuedDate, reason: 'Gõ sai khi nhập' });
  const { document, row: corrected } = await correct(found!.document, { subject: 'tuyển quân năm 2026' }, '2025-03-07');
  expect(corrected).toMatchObject({ subject: 'tuyển quân năm 2026', issuedDate: '2025-03-07', to: ['Các sở'] });
  const events = await desk.deps.register.listEvents('dong-nai', docId);
  expect(events.at(-1)).toMatchObject({
    act: 'correct-record',
    actor: clerk.staffId,
    facts: { reason: 'Gõ sai khi nhập', subjectBefore: 'tuyen quân', issuedDate: '2025-03-07' },
  });
  const { items } = await searchDocuments(desk.deps, clerk, { text: '"quân năm 2026"' });
  expect(items.map(({ row }) => row.symbol)).toEqual(['58/KH-UBND']);
  expect(await desk.verify()).toEqual([]);
  await expect(correct(found!.document, {})).rejects.toMatchObject({ code: 'stale' });
  await expect(correct(document, {}, '2024-03-07')).rejects.toMatchObject({ code: 'bad-date' });
});

test('says which scan is that of several documents', async () => {
  const day = '06/03/2025';
  const bytes = await list(row('54/KH-UBND', day, 'Kế hoạch một'), row('55/KH-UBND', day, 'Kế hoạch hai'));
  const fileOf = async (symbol: string) => ({ fileName: `${symbol.slice(0, 2)}.pdf`, bytes: smallPdf('một bản quét') });
  const { lines } = await importOlderBook(desk.deps, clerk, { bytes, fileOf });
  expect(lines.map(({ outcome, warnings }) => [outcome, ...warnings.map(({ message }) => message)])).toEqual([
    ['brought-in'],
    ['brought-in', 'tệp “55.pdf” giống hệt tệp của 54/KH-UBND; hãy xem lại bản quét'],
  ]);
  expect(lines[1]?.warnings[0]?.code).toBe('SCAN_SHARED');
});

test('takes a PDF with bytes before its head, as scanners write them', async () => {
  const bytes = await list(row('56/KH-UBND', '06/03/2025', 'Kế hoạch một'));
  const pdf = Buffer.concat([Buffer.from('\ufeff\r\n'), smallPdf('có BOM')]);
  const { lines } = await importOlderBook(desk.deps, clerk, {
    bytes,
    fileOf: async () => ({ fileName: 'a.pdf', bytes: pdf }),
  });
  expect(lines.map(({ outcome, file }) => [outcome, file])).toEqual([['brought-in', '56-KH-UBND.pdf']]);
});

test('tells hidden rows and what is passed over', async () => {
  const bytes = await list(row('57/KH-UBND', '06/03/2025', 'Kế hoạch một'), ['Tổng cộng: 1', null, null]);
  const parts = unzipSync(bytes);
  const sheet = 'xl/worksheets/sheet1.xml';
  const hidden = strFromU8(parts[sheet]!).replace('<row r="4"', '<row r="4" hidden="1"');
  const report = await importOlderBook(desk.deps, clerk, {
    bytes: zipSync({ ...parts, [sheet]: strToU8(hidden) }),
    checkOnly: true,
  });
  expect(report.lines[0]?.warnings).toEqual([
    { code: 'ROW_HIDDEN', column: 'Số, ký hiệu', message: 'dòng đang ẩn hoặc bị lọc trong bảng, vẫn được đọc' },
  ]);
  expect(report.sheets[0]?.passedOver).toEqual([{ row: 5, kind: 'total' }]);
});

test('refuses a number that the running series gives itself, before any file is kept', async () => {
  const bytes = await list(row('3/UBND-HCC', '06/03/2026', 'Công văn năm nay'));
  const fileOf = async () => ({ fileName: '3-UBND-HCC.pdf', bytes: smallPdf('năm nay') });
  for (const checkOnly of [true, false]) {
    const { lines } = await importOlderBook(desk.deps, clerk, { bytes, fileOf, checkOnly });
    expect(lines.map(short)).toEqual([[4, '03/UBND-HCC', 'refused', 'number-not-below-start']]);
  }
  expect(await desk.verify()).toEqual([]);
});

test('only says what it would do when it is only to check', async () => {
  const bytes = await list(row('90/KH-UBND', '06/03/2025', 'Kế hoạch chín mươi'));
  const check = await importOlderBook(desk.deps, clerk, { bytes, checkOnly: true });
  expect(check.lines.map(short)).toEqual([[4, '90/KH-UBND', 'would-be-brought-in']]);
  expect((await findByNumber(desk.deps, clerk, { text: '90/KH-UBND', year: 2025 })).found).toEqual([]);
});

describe('a file beside the list', () => {
  const bytesOf = smallPdf('bản quét');

  test('is kept with its document, under the name of the document', async () => {
    const bytes = await list(
      row('60/KH-UBND', '06/03/2025', 'Kế hoạch sáu mươi'),
      row('61/KH-UBND', '06/03/2025', 'Kế hoạch x'),
    );
    const fileOf = async (symbol: string) =>
      symbol === '60/KH-UBND' ? { fileName: 'quét 60.PDF', bytes: bytesOf } : null;
    const { lines } = await importOlderBook(desk.deps, clerk, { bytes, fileOf });
    expect(lines.map(({ outcome, file }) => [outcome, file])).toEqual([
      ['brought-in', '60-KH-UBND.pdf'],
      ['brought-in', null],
    ]);
    const { found } = await findByNumber(desk.deps, clerk, { text: '60/KH-UBND', year: 2025 });
    const { organ, docId, files } = found[0]!.row;
    expect(files).toMatchObject([{ role: 'scan', fileId: 'scan-1', contentType: 'application/pdf' }]);
    const taken = await downloadFile(desk.deps, clerk, { organ, docId, fileId: 'scan-1' });
    expect(Buffer.from(taken.bytes).equals(bytesOf)).toBe(true);
    const again = await importOlderBook(desk.deps, clerk, { bytes, fileOf });
    expect(again.lines.map(({ outcome, file }) => [outcome, file])).toEqual([
      ['unchanged', '60-KH-UBND.pdf'],
      ['unchanged', null],
    ]);
    expect(await desk.verify()).toEqual([]);
  });

  test.each([
    ['62.txt', bytesOf, 'tệp “62.txt” không phải .pdf hoặc .docx'],
    ['62.pdf', bytesOf.subarray(0, 20), 'tệp “62.pdf” không phải một tệp PDF nguyên vẹn'],
    ['62.docx', bytesOf, 'tệp “62.docx” không phải một tệp .docx nguyên vẹn'],
    ['62.pdf', new Uint8Array(20 * 1024 * 1024 + 1), 'tệp “62.pdf” lớn hơn 20 MB'],
  ])('%s that cannot be kept keeps its row out', async (fileName, file, message) => {
    const bytes = await list(row('62/KH-UBND', '06/03/2025', 'Kế hoạch x'));
    const { lines } = await importOlderBook(desk.deps, clerk, {
      bytes,
      fileOf: async () => ({ fileName, bytes: file }),
    });
    expect(lines[0]?.findings.map((finding) => finding.message)).toEqual([message]);
  });
});

test('a run that is killed between file and row is finished by the next', async () => {
  const bytes = await list(row('80/KH-UBND', '06/03/2025', 'Kế hoạch tám mươi'));
  const fileOf = async () => ({ fileName: '80-KH-UBND.pdf', bytes: smallPdf('tám mươi') });
  const killed = async () => {
    throw new Error('killed');
  };
  const crashing = { ...desk.deps, register: { ...desk.deps.register, bringIn: killed } };
  await expect(importOlderBook(crashing, clerk, { bytes, fileOf })).rejects.toThrow('killed');
  expect((await desk.verify()).map(({ code }) => code)).toEqual(['file-without-row']);
  const { lines } = await importOlderBook(desk.deps, clerk, { bytes, fileOf });
  expect(lines.map(({ outcome, file }) => [outcome, file])).toEqual([['brought-in', '80-KH-UBND.pdf']]);
  expect(await desk.verify()).toEqual([]);
});

test('reads what the book prints: a book goes from one register into another', async () => {
  const period = { year: 2025 } as const;
  const { bytes } = await printBook(desk.deps, clerk, { period, format: 'xlsx' });
  const { lines } = await importOlderBook(desk.deps, clerk, { bytes });
  expect(lines.length).toBeGreaterThan(4);
  expect(lines.filter(({ outcome }) => outcome !== 'unchanged')).toEqual([]);
  const other = await openDesk();
  try {
    const brought = await importOlderBook(other.deps, clerk, { bytes, keepsCopies: true });
    expect(new Set(brought.lines.map(({ outcome }) => outcome))).toEqual(new Set(['brought-in']));
    const [own, theirs] = await Promise.all(
      [desk, other].map(({ deps }) => findByNumber(deps, clerk, { text: '35/KH-UBND', year: 2025 })),
    );
    const said = (answer: typeof own) => {
      const { symbol, issuedDate, subject, signerInfo, to, archivedAt, issuedAmount } = answer!.found[0]!.row;
      return { symbol, issuedDate, subject, signerInfo, to, archivedAt, issuedAmount };
    };
    expect(said(theirs)).toEqual(said(own));
    expect(await other.verify()).toEqual([]);
  } finally {
    await other.stop();
  }
});

test('says what is wrong with a list as a whole, and to whom it is open', async () => {
  const bytes = await workbook([['không', 'có', 'tiêu đề']]);
  await expect(importOlderBook(desk.deps, clerk, { bytes })).rejects.toMatchObject({
    code: 'list-unreadable',
    params: { fault: 'no-header' },
  });
  await expect(importOlderBook(desk.deps, drafter, { bytes })).rejects.toMatchObject({ code: 'role-missing' });
  const two = await workbook([['ghi chú']], [TITLES, row('70/KH-UBND', '06/03/2025', 'Kế hoạch bảy mươi')]);
  expect(await importOlderBook(desk.deps, clerk, { bytes: two })).toMatchObject({
    sheets: [{ sheet: 'Trang 1', hasHeader: false }, { hasHeader: true }],
    lines: [{ sheet: 'Trang 2', row: 2, outcome: 'brought-in' }],
  });
});
