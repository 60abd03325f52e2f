import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/node';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookCells } from '#exchange/book/book.ts';
import { closingOf } from '#exchange/book/book-closing.ts';
import { coverLines } from '#exchange/book/book-cover.ts';
import { bookTable } from '#exchange/book/book-table.ts';
import { bookXlsx } from '#exchange/book/book-xlsx.ts';
import { renderBook } from '#render/render-book.ts';
import { describeWith } from '../support/ci-tools.ts';
import { readDocx } from '../support/docx-reader/read-docx.ts';
import { convertToPdf, pageTexts, validateOoxml } from '../support/office.ts';
import { validateFile } from '../support/ooxml-validator.ts';
import { bookOf, entry } from './entries.ts';

const TITLES = [
  'Số, ký hiệu văn bản',
  'Ngày tháng văn bản',
  'Tên loại và trích yếu nội dung văn bản',
  'Người ký',
  'Nơi nhận văn bản',
  'Đơn vị, người nhận bản lưu',
  'Số lượng bản',
  'Ngày chuyển',
  'Ký nhận',
  'Ghi chú',
];
const NUMBERS = ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)', '(7)', '(8)', '(9)', '(10)'];

/** Texts that a spreadsheet might take for a formula or a command. */
const PAYLOADS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1+1',
  '\r=1+1',
  '=HYPERLINK("http://a.vn","x")',
  "=cmd|'/c calc'!A0",
];

describe('the cells of an entry', () => {
  test('are the ten of the decree, with two left to be filled in by hand', () => {
    expect(bookCells(entry())).toEqual([
      '35/KH-UBND',
      '24/01/2026',
      'Kế hoạch thực hiện cải cách hành chính năm 2026',
      'Nguyễn Văn A',
      'Thường trực HĐND; Các phòng, ban',
      'VT, VHXH',
      '30',
      '',
      '',
      '',
    ]);
  });

  test('name a công văn as it is cited', () => {
    const letter = entry({ typeName: 'Công văn', subject: 'tăng cường tuyên truyền', archivedAt: undefined });
    expect(bookCells(letter).slice(2, 6)).toEqual([
      'Công văn V/v tăng cường tuyên truyền',
      'Nguyễn Văn A',
      'Thường trực HĐND; Các phòng, ban',
      'VT',
    ]);
  });

  test.each([
    [{ state: 'withdrawn', endReason: 'sai thẩm quyền' }, 'Đã thu hồi: sai thẩm quyền'],
    [{ state: 'replaced', replacedBy: '40/KH-UBND' }, 'Được thay thế bởi 40/KH-UBND'],
    [{ state: 'voided', endReason: 'không tạo được tệp' }, 'Số đã hủy: không tạo được tệp'],
    [{ state: 'numbered' }, 'Đã cấp số, đang hoàn tất tệp'],
    [{ correctedBy: ['12/UBND-HCC', '15/UBND-HCC'] }, 'Được đính chính bởi 12/UBND-HCC, 15/UBND-HCC'],
    [{ broughtIn: true }, 'Nhập từ sổ cũ'],
    [{ broughtIn: true, hasFiles: false, state: 'withdrawn' }, 'Đã thu hồi. Nhập từ sổ cũ, không kèm tệp'],
  ] as const)('note %o', (changes, note) => {
    expect(bookCells(entry(changes)).at(-1)).toBe(note);
  });
});

describe('the book as .xlsx', () => {
  let bytes: Uint8Array;
  let rows: unknown[][];
  beforeAll(async () => {
    const hostile = PAYLOADS.map((payload) =>
      entry({
        symbol: payload,
        subject: payload,
        fullName: payload,
        to: [payload],
        archivedAt: payload,
        endReason: payload,
      }),
    );
    bytes = await bookXlsx(bookOf([entry(), ...hostile]));
    rows = await readSheet(Buffer.from(bytes), 1, { trim: false });
  });

  test('has the titles of the decree and the numbers of the columns', () => {
    expect(rows[3]).toEqual(TITLES);
    expect(rows[4]).toEqual(NUMBERS);
    expect(rows.slice(0, 3).map(([first]) => first)).toEqual([
      'ỦY BAN NHÂN DÂN PHƯỜNG BÌNH LONG',
      'SỔ ĐĂNG KÝ VĂN BẢN ĐI NĂM 2026',
      expect.stringContaining('từ ngày 01/01/2026 đến ngày 31/12/2026'),
    ]);
  });

  test.each(PAYLOADS)('keeps %j as text in every column', (payload) => {
    const row = rows[6 + PAYLOADS.indexOf(payload)]!;
    expect(row[0]).toBe(payload);
    expect(row[3]).toBe(payload);
    expect(row[4]).toBe(payload);
    expect(row[5]).toBe(`VT, ${payload}`);
    for (const cell of row) expect(cell === null || typeof cell === 'string', String(cell)).toBe(true);
  });

  test('types every cell as a shared string and has no formula, link or macro', () => {
    const parts = unzipSync(bytes);
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    const typed = [...sheet.matchAll(/<c [^>]*?(?:\/>|>.*?<\/c>)/g)]
      .map(([cell]) => cell)
      .filter((c) => c.includes('<v>'));
    expect(typed.length).toBeGreaterThan(60);
    expect(typed.filter((cell) => !/ t="s"/.test(cell))).toEqual([]);
    expect(sheet).not.toMatch(/<f[ >]|<hyperlink/);
    expect(Object.keys(parts).filter((name) => /vba|external|media|embed/i.test(name))).toEqual([]);
  });

  test('prints on A4 on its side, one page wide, with its head on every page and in sight', () => {
    const parts = unzipSync(bytes);
    const part = (name: string) => new TextDecoder().decode(parts[name]);
    const sheet = part('xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"\/>/);
    expect(sheet).toMatch(/<pane ySplit="5"[^>]*state="frozen"\/>/);
    expect(sheet).toContain('fitToPage="1"');
    expect(part('xl/workbook.xml')).toContain('localSheetId="0">\'Kế hoạch 2026\'!$4:$5</definedName>');
  });

  test('gives every row the height that its text needs', () => {
    const sheet = new TextDecoder().decode(unzipSync(bytes)['xl/worksheets/sheet1.xml']);
    const heights = [...sheet.matchAll(/<row [^>]*>/g)].map(([tag]) => Number(/ ht="([\d.]+)"/.exec(tag)?.[1]));
    expect(heights).toHaveLength(5 + 1 + PAYLOADS.length + 3);
    expect(heights.every((height) => height >= 15)).toBe(true);
    expect(heights.slice(4, 6)).toEqual([15, 30]);
  });

  test('gives volumes of one name sheets of different names', async () => {
    const one = bookOf([entry()]);
    const twice = await bookXlsx({ ...one, volumes: [...one.volumes, ...one.volumes] });
    const workbook = new TextDecoder().decode(unzipSync(twice)['xl/workbook.xml']);
    expect([...workbook.matchAll(/<sheet [^>]*name="([^"]+)"/g)].map(([, name]) => name)).toEqual([
      'Kế hoạch 2026',
      'Kế hoạch 2026 (2)',
    ]);
  });
});

test("the .xlsx passes Microsoft's validator", async () => {
  const folder = await mkdtemp(join(tmpdir(), 'banhanh-book-'));
  try {
    await writeFile(join(folder, 'so.xlsx'), await bookXlsx(bookOf([entry(), entry({ state: 'withdrawn' })])));
    const { errors } = await validateFile(join(folder, 'so.xlsx'));
    expect(errors).toEqual([]);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('the cover of a series that began within the year says from which day', () => {
  const book = bookOf([entry()]);
  const [volume] = book.volumes;
  const dayOf = (startsOn?: string) => coverLines(book, { ...volume!, startsOn })[2];
  expect(dayOf('2026-07-01')).toBe('Từ ngày 01/07/2026 đến ngày 31/12/2026');
  expect(dayOf('2025-07-01')).toBe('Từ ngày 01/01/2026 đến ngày 31/12/2026');
});

describe('the end of a volume', () => {
  test('counts what is struck, voided, recorded, registered and brought in apart', () => {
    const { lines } = closingOf({
      year: 2026,
      types: 'Kế hoạch',
      entries: [
        entry({ symbol: '01/KH-UBND', broughtIn: true }),
        entry({ symbol: '02/KH-UBND', state: 'struck', recorded: true, endReason: 'Nhầm số' }),
        entry({ symbol: '02/KH-UBND', recorded: true }),
        entry({ symbol: '03/KH-UBND', state: 'voided' }),
        entry({ symbol: '04/QĐ-UBND', registered: true }),
      ],
    });
    expect(lines[0]).toBe(
      'Quyển này đăng ký 04 văn bản, từ số 01 đến số 04; trong đó: 01 số bị hủy, 01 số ghi nhầm đã gạch, 01 số ghi lại, 01 văn bản soạn ngoài hệ thống, 01 văn bản nhập từ sổ cũ.',
    );
  });

  test('is signed and dated by hand, and a volume of nothing is closed too', () => {
    const { lines, signatures } = closingOf({ year: 2026, types: 'Kế hoạch', entries: [] });
    expect(lines).toEqual(['Quyển này đăng ký 00 văn bản.', 'Đóng sổ ngày …… tháng …… năm ………']);
    expect(signatures).toEqual(['Văn thư', 'Xác nhận của cơ quan, tổ chức']);
  });
});

describe('the book as .docx', () => {
  const starred = entry({ symbol: '36/KH-UBND', subject: 'về **hai** sao * và <w:p/> {{x}}', fullName: '*' });
  const book = bookOf([
    entry(),
    starred,
    ...Array.from({ length: 60 }, (_, i) => entry({ symbol: `${37 + i}/KH-UBND` })),
  ]);
  let bytes: Uint8Array;
  beforeAll(async () => {
    const [volume] = book.volumes;
    const { parentName, organLines } = book;
    const printed = {
      parentName,
      organLines,
      coverLines: coverLines(book, volume!),
      table: bookTable(volume!),
      closing: closingOf(volume!),
    };
    bytes = await renderBook({ title: 'Sổ', creator: 'UBND', on: '2026-12-31', volumes: [printed, printed] });
  });

  test("passes Microsoft's validator", async () => {
    expect(await validateOoxml(new Map([['so', bytes]]))).toEqual([{ name: 'so', findings: [] }]);
  });

  test('holds every cell as text, on A4 on its side', () => {
    const { sections } = readDocx(bytes);
    expect(sections).toHaveLength(4);
    const [cover, table] = sections;
    expect(cover!.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).filter(Boolean)).toEqual([
      'ỦY BAN NHÂN DÂN',
      'PHƯỜNG BÌNH LONG',
      'SỔ ĐĂNG KÝ VĂN BẢN ĐI',
      'Năm: 2026',
      'Loại văn bản: Kế hoạch',
      'Từ ngày 01/01/2026 đến ngày 31/12/2026',
      'Từ số 35 đến số 96',
      'Quyển số: ……',
    ]);
    const rows = table!.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
    const texts = rows.map((row) =>
      row.cells.map(({ blocks }) => blocks.map((b) => (b.kind === 'paragraph' ? b.text : '')).join('\n')),
    );
    expect(texts.slice(0, 2)).toEqual([TITLES, NUMBERS]);
    expect(texts.slice(2, 4)).toEqual([bookCells(entry()), bookCells(starred)]);
    const [closing] = texts.slice(2 + 62);
    expect(closing).toEqual([
      ['VĂN THƯ', '(Ký, ghi rõ họ tên)', ''].join('\n'),
      ['XÁC NHẬN CỦA CƠ QUAN, TỔ CHỨC', '(Ký, ghi rõ họ tên)', ''].join('\n'),
    ]);
    expect(texts).toHaveLength(2 + 62 + 1);
    const lines = table!.blocks.flatMap((block) =>
      block.kind === 'paragraph' && block.text !== '' ? [block.text] : [],
    );
    expect(lines).toEqual(['Quyển này đăng ký 62 văn bản, từ số 35 đến số 96.', 'Đóng sổ ngày …… tháng …… năm ………']);
  });

  describeWith('soffice', 'printed', () => {
    test('repeats its head on every page of the table', async () => {
      const pages = await pageTexts((await convertToPdf(new Map([['so', bytes]]))).get('so')!);
      const tablePages = pages.filter((page) => /\d\d\/KH-UBND/.test(page));
      expect(tablePages.length).toBeGreaterThan(4);
      for (const page of tablePages) expect(page).toContain('(10)');
    });
  });
});
