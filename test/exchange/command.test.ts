import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readSheet } from 'read-excel-file/node';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dataPaths } from '#local/data-directory/data-directory.ts';
import { openStack } from '#local/target/open-stack.ts';
import { seedOrgans } from '#local/target/seed-organs.ts';
import { readOwnZip } from '#package/read-zip.ts';
import { createDirectoryStore } from '#store/directory-store.ts';
import { closeYear } from '#usecases/book/year-series.ts';
import { writeHead } from '#usecases/upkeep/heads.ts';
import { banhanh, root } from '../local/run-banhanh.ts';
import { smallPdf } from '../support/pdf.ts';
import { at, readXml } from './read-xml.ts';
import { row, TITLES, workbook } from './workbook.ts';

let dir: string;
let list: string;
const files = () => join(dir, 'tep');

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'banhanh-so-'));
  const stack = await openStack({ dir });
  await seedOrgans(stack.deps, dir, join(root, 'examples/organs.json'));
  await stack.close();
  list = join(dir, 'so-cu.xlsx');
  const rows = [
    row('35/KH-UBND', '24/01/2025', 'Kế hoạch cải cách hành chính'),
    row('36/KH-UBND', '25/01/2025', 'Kế hoạch không tệp'),
    row('35/UBND-HCC', '24/01/2024', 'Công văn năm trước'),
    row('35/UBND-HCC', '24/01/2025', 'Công văn năm sau'),
    row('x', '24/13/2025', 'Kế hoạch sai'),
  ];
  await writeFile(list, await workbook([TITLES, ...rows]));
  await mkdir(files());
  for (const name of ['35-KH-UBND.pdf', '35-UBND-HCC.pdf', '35-UBND-HCC-2025.pdf', 'ghi chú.pdf']) {
    await writeFile(join(files(), name), smallPdf(name));
  }
});
afterAll(() => rm(dir, { recursive: true }));

const bringIn = (...args: readonly string[]) =>
  banhanh(['bring-in', list, '--data', dir, '--organ', 'dong-nai', ...args]);

test('brings in a list with its files, and prints the book', async () => {
  const check = bringIn('--check', '--json');
  expect(check.status).toBe(1);
  expect(JSON.parse(check.stdout).counts).toEqual({
    'brought-in': 0,
    'would-be-brought-in': 4,
    'file-added': 0,
    'file-would-be-added': 0,
    unchanged: 0,
    refused: 1,
  });

  const more = join(dir, 'cot-la.xlsx');
  await writeFile(
    more,
    await workbook([
      ['STT', 'Số, ký hiệu', 'Ngày', 'Trích yếu', 'Độ mật'],
      ['1', null, null, 'x', 'Mật'],
    ]),
  );
  const unread = banhanh(['bring-in', more, '--check', '--data', dir, '--organ', 'dong-nai']).stdout;
  expect(unread).toContain('Trang “Trang 1”: không đọc cột E “Độ mật”.');

  const first = bringIn('--files', files());
  expect(first.stderr).toBe('');
  expect(first.stdout.trimEnd().split('\n')).toEqual([
    '[Trang 1] dòng 2: 35/KH-UBND ngày 24/01/2025: đã nhập, kèm 35-KH-UBND.pdf',
    '[Trang 1] dòng 3: 36/KH-UBND ngày 25/01/2025: đã nhập, không kèm tệp',
    '[Trang 1] dòng 4: 35/UBND-HCC ngày 24/01/2024: đã nhập, không kèm tệp',
    '[Trang 1] dòng 5: 35/UBND-HCC ngày 24/01/2025: đã nhập, kèm 35-UBND-HCC.pdf',
    '[Trang 1] dòng 6: không nhập',
    '    Số, ký hiệu: không đọc được số và ký hiệu trong “x”; cần như 35/KH-UBND',
    '    Ngày tháng văn bản: không đọc được ngày trong “24/13/2025”; cần như 24/01/2025',
    'Đã nhập 4, giữ nguyên 0, không nhập 1.',
    'Tệp không dùng đến: 35-UBND-HCC.pdf, ghi chú.pdf. Tên tệp cần như 35-KH-UBND-2025.pdf.',
  ]);
  expect(first.status).toBe(1);
  expect(bringIn('--files', files()).stdout).toContain('Đã nhập 0, giữ nguyên 4, không nhập 1.');

  await writeFile(join(files(), '36-KH-UBND.pdf'), smallPdf('36-KH-UBND.pdf'));
  const later = bringIn('--files', files()).stdout;
  expect(later).toContain('36/KH-UBND ngày 25/01/2025: đã có trong sổ, thêm tệp, kèm 36-KH-UBND.pdf');
  expect(later).toContain('Đã nhập 0, thêm tệp 1, giữ nguyên 3, không nhập 1.');

  const corrected = ['--organ', 'dong-nai', '--data', dir, '--year', '2025', '--reason', 'Gõ sai', '--archive', 'VP'];
  const { status, stdout } = banhanh(['correct', '36/KH-UBND', ...corrected]);
  expect([status, stdout]).toEqual([0, expect.stringMatching(/^Đã sửa 36\/KH-UBND ngày 25\/01\/2025: /)]);

  for (const name of ['so.xlsx', 'so.docx']) {
    const out = join(dir, name);
    const args = [
      'book',
      '--data',
      dir,
      '--organ',
      'dong-nai',
      '--from',
      '2024-01-01',
      '--to',
      '2025-12-31',
      '--out',
      out,
    ];
    expect(banhanh(args)).toEqual({ status: 0, stdout: `Đã in sổ: ${out}\n`, stderr: '' });
  }
  const rows = await readSheet(await readFile(join(dir, 'so.xlsx')), 'Công văn 2024');
  expect(rows[5]?.slice(0, 3)).toEqual(['35/UBND-HCC', '24/01/2024', 'Công văn V/v năm trước']);
  expect(banhanh(['verify', '--data', dir]).status).toBe(0);
});

test('prints metadata, and packs a document as edXML', async () => {
  const settings = join(dir, 'trao-doi.json');
  await writeFile(settings, JSON.stringify({ schema: 'ExchangeSettings@1', organCode: '000.00.00.H19' }));
  const common = ['35/KH-UBND', '--data', dir, '--organ', 'dong-nai', '--settings', settings];
  const metadata = banhanh(['metadata', ...common]);
  expect(metadata.stderr).toBe('');
  expect(JSON.parse(metadata.stdout)).toMatchObject({
    FileCode: { OrganId: '000.00.00.H19' },
    CodeNumber: '35',
    Subject: 'cải cách hành chính',
    Description: 'Nhập từ sổ cũ',
  });
  const out = join(dir, 'goi.xml');
  expect(banhanh(['edxml', ...common, '--out', out])).toMatchObject({ status: 0, stdout: `Đã xuất gói: ${out}\n` });
  const root = readXml(await readFile(out, 'utf8'));
  const [encoded] = at(root, 'AttachmentEncoded', 'Attachment', 'ContentTransferEncoded');
  expect(Buffer.from(encoded!.text, 'base64').equals(smallPdf('35-KH-UBND.pdf'))).toBe(true);
  const none = banhanh(['metadata', '99/KH-UBND', '--data', dir, '--organ', 'dong-nai']);
  expect(none).toMatchObject({
    status: 1,
    stderr: 'Ủy ban nhân dân thành phố Đồng Nai không có văn bản “99/KH-UBND”.\n',
  });
});

test('the book of a closed year says its root, where it is told who keeps it', async () => {
  const kept = join(dir, 'sao-luu');
  const stack = await openStack({ dir });
  const clerk = { organ: 'dong-nai', staffId: 'nguoi-van-hanh', roles: ['clerk'] } as const;
  await closeYear(stack.deps, clerk, { year: 2025, series: 'ke-hoach' });
  const heads = createDirectoryStore(dataPaths(kept).files);
  const head = await writeHead({ inspection: stack.inspection, heads }, new Date());
  await stack.close();
  const printed = (...more: readonly string[]) => {
    const out = join(dir, `da-khoa-${more.length}.docx`);
    const args = ['book', '--data', dir, '--organ', 'dong-nai', '--year', '2025', '--series', 'ke-hoach', '--out', out];
    expect(banhanh([...args, ...more])).toMatchObject({ status: 0, stderr: '' });
    return readOwnZip(readFileSync(out)).get('word/document.xml') ?? '';
  };
  expect(printed('--heads', kept)).toContain(head?.root ?? 'no root');
  expect(printed()).not.toContain(head?.root ?? 'no root');
});

test.each([
  [['book', '--organ', 'x', '--year', '2026', '--out', 'a.pdf'], 'Tệp ra phải có đuôi .xlsx hoặc .docx: “a.pdf”.'],
  [['book', '--organ', 'x', '--out', 'a.xlsx'], 'Thiếu --year, hoặc --from và --to.'],
  [['bring-in', 'a.xlsx', '--organ', 'x', '--number', '3'], '--number, --date chỉ dùng với tệp .json.'],
])('%j is used wrongly', (args, message) => {
  const { status, stderr } = banhanh(args);
  expect(status).toBe(2);
  expect(stderr).toContain(message);
});
