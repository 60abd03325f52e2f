import { describe, expect, test } from 'vitest';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { findHeader, isNumbering } from '#exchange/older-book/import-columns.ts';
import { parseImportCode } from '#exchange/older-book/parse-import-code.ts';
import { parseImportRow } from '#exchange/older-book/parse-import-row.ts';
import { readImportDate } from '#exchange/older-book/read-import-date.ts';
import { type ImportContext, resolveImportRow } from '#exchange/older-book/resolve-import-row.ts';
import { exampleProfiles } from '../support/desk.ts';
import { row, TITLES } from './workbook.ts';

describe('the header', () => {
  test.each([
    ['the titles of the decree', TITLES],
    ['no marks', TITLES.map((title) => title.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd'))],
    ['capitals and line ends', TITLES.map((title) => title.toUpperCase().replace(' văn', '\nvăn'))],
  ])('is known by %s, below other rows', (_, titles) => {
    const header = findHeader([['UBND PHƯỜNG'], [null, 'Sổ đăng ký văn bản đi'], titles]);
    expect(header?.row).toBe(2);
    expect([...(header?.columns ?? [])]).toEqual([
      ['code', 0],
      ['issuedDate', 1],
      ['title', 2],
      ['signer', 3],
      ['to', 4],
      ['archivedAt', 5],
      ['issuedAmount', 6],
    ]);
  });

  test('may stand in another order, with number and symbol apart', () => {
    const titles = ['STT', 'Ngày ban hành', 'Số', 'Ký hiệu', 'Loại văn bản', 'Trích yếu', 'Ngày chuyển', 'Nơi nhận'];
    expect([...(findHeader([titles])?.columns ?? [])]).toEqual([
      ['issuedDate', 1],
      ['number', 2],
      ['notation', 3],
      ['typeName', 4],
      ['subject', 5],
      ['to', 7],
    ]);
  });

  test('is no row that lacks number, day or trích yếu', () => {
    for (const lacking of [0, 1, 2]) expect(findHeader([TITLES.filter((_, i) => i !== lacking)])).toBeUndefined();
  });

  test('may have the numbers of the columns under it', () => {
    expect(isNumbering(TITLES.map((_, i) => `(${i + 1})`))).toBe(true);
    expect(isNumbering([1, 2, 3])).toBe(true);
    expect(isNumbering(['35/KH-UBND', '24/01/2025'])).toBe(false);
  });
});

test.each([
  ['35/KH-UBND', 35, 'KH-UBND'],
  ['Số: 05 / KH - UBND', 5, 'KH-UBND'],
  ['35 kh-ubnd', 35, 'kh-ubnd'],
  ['35-KH-UBND', 35, 'KH-UBND'],
  ['1145/UBND-HCC', 1145, 'UBND-HCC'],
  ['35/KH.UBND', 35, 'KH.UBND'],
])('reads %s', (text, number, notation) => {
  expect(parseImportCode(text)).toEqual({ number, notation });
});

test.each(['', '35', 'KH-UBND', '0/KH-UBND', '35/', '35/KH-', '1234567/KH-UBND', '35/<b>', '35/KH UBND x'])(
  'reads no number in %j',
  (text) => expect(parseImportCode(text)).toBeNull(),
);

test.each([
  ['24/01/2025', '2025-01-24'],
  ['4/1/2025', '2025-01-04'],
  ['24-01-2025', '2025-01-24'],
  ['24.1.2025', '2025-01-24'],
  ['ngày 24 tháng 01 năm 2025', '2025-01-24'],
  ['2025-01-24', '2025-01-24'],
  ['30/02/2025', null],
  ['01/24/2025', null],
  ['24/01/25', null],
  ['24/01/1900', null],
  ['hôm qua', null],
])('reads the day %s as %s', (text, date) => {
  expect(readImportDate(text, text)).toEqual(date === null ? { date, finding: 'DATE_UNREADABLE' } : { date });
});

test('takes a date of Excel, and no bare number', () => {
  const date = new Date('2025-01-24T00:00:00Z');
  expect(readImportDate(date, date.toISOString())).toEqual({ date: '2025-01-24' });
  expect(readImportDate(45681, '45681')).toEqual({ date: null, finding: 'DATE_IS_NUMBER' });
});

describe('a row', () => {
  const columns = findHeader([TITLES])!.columns;
  const read = async (cells: ReturnType<typeof row>, organ = 'dong-nai') => {
    const all = (await exampleProfiles()) as unknown as OrganProfile[];
    const profiles = all.filter(({ organId }) => organId === organ);
    const context: ImportContext = { organ, profiles, today: '2026-06-15' };
    return resolveImportRow(parseImportRow(cells, columns), context);
  };

  test('becomes a document of the organ, as the organ of its day prints it', async () => {
    const { record, findings } = await read(
      row(
        '05/kh-ubnd',
        '24/01/2025',
        'Kế  hoạch thực hiện\ncải cách',
        'Ô. Võ Tấn Đức',
        '- TT Tỉnh ủy;\n- Các sở, ban, ngành.',
        'NC',
        '30 bản',
      ),
    );
    expect(findings).toEqual([]);
    expect(record).toMatchObject({
      number: 5,
      notation: 'KH-UBND',
      issuedDate: '2025-01-24',
      typeCode: 'KeHoach',
      series: 'ke-hoach',
      subject: 'thực hiện cải cách',
      to: ['TT Tỉnh ủy', 'Các sở, ban, ngành'],
      archivedAt: 'NC',
      issuedAmount: 30,
    });
    expect(record?.signerInfo?.fullName).toContain('Võ Tấn Đức');
  });

  test('is refused where two people signed it, and keeps the position that was typed', async () => {
    const signed = (signer: string) => read(row('05/KH-UBND', '24/01/2025', 'Kế hoạch x', signer));
    const { record, findings } = await signed('Võ Tấn Đức\nTrần Thị B');
    expect(record).toBeNull();
    expect(findings).toEqual([
      {
        code: 'SIGNERS',
        column: 'Người ký',
        message: 'có hai người ký trong “Võ Tấn Đức; Trần Thị B”; hãy ghi một người, người ký văn bản',
      },
    ]);
    const signer = { position: 'Phó Chủ tịch', fullName: 'Trần Thị B' };
    expect((await signed('Phó Chủ tịch\nTrần Thị B')).record?.signerInfo).toEqual(signer);
  });

  test.each([
    ['Công văn V/v tăng cường báo cáo', 'tăng cường báo cáo'],
    ['V/v tăng cường', 'tăng cường'],
    ['Công văn về việc tăng cường', 'tăng cường'],
    ['Báo cáo định kỳ', 'Báo cáo định kỳ'],
  ])('of a công văn %j has the trích yếu %j', async (title, subject) => {
    const { record } = await read(row('12/UBND-hcc', '24/01/2025', title));
    expect(record).toMatchObject({ typeCode: 'CongVan', notation: 'UBND-HCC', subject, series: 'cong-van' });
  });

  test.each([
    ['QĐ-UBND', 'TYPE_NOT_KEPT', 'loại Quyết định chưa có trong hệ thống; hiện có: Kế hoạch, Công văn'],
    ['KH-STC', 'NOTATION_FOREIGN', 'ký hiệu “KH-STC” không phải của cơ quan; cần như KH-UBND hoặc UBND-…'],
    ['XX-UBND', 'NOTATION_FOREIGN', 'ký hiệu “XX-UBND” không phải của cơ quan; cần như KH-UBND hoặc UBND-…'],
  ])('with the symbol %s is refused', async (notation, code, message) => {
    const { record, findings } = await read(row(`7/${notation}`, '24/01/2025', 'về việc x'));
    expect(record).toBeNull();
    expect(findings).toEqual([{ code, column: 'Số, ký hiệu', message }]);
  });

  test('that says another type than its symbol is refused', async () => {
    const { findings } = await read(row('7/KH-UBND', '24/01/2025', 'Báo cáo tổng kết'));
    expect(findings.map(({ message }) => message)).toEqual(['ghi là Báo cáo, còn ký hiệu là của Kế hoạch']);
  });

  test('is told of it without what a screen would obey', async () => {
    const { findings } = await read(row('7/KH-UBND', '\u001B[2J24/13/2025', 'Kế hoạch x'));
    expect(findings[0]?.message).toBe('không đọc được ngày trong “\uFFFD[2J24/13/2025”; cần như 24/01/2025');
  });

  test('is told everything that is wrong in it at once', async () => {
    const { record, findings } = await read(row('KH-UBND', 45681, '', 'A\u202Eb', 'x'.repeat(2001), null, 'ba mươi'));
    expect(record).toBeNull();
    expect(findings.map(({ code, column }) => [code, column])).toEqual([
      ['CODE_UNREADABLE', 'Số, ký hiệu'],
      ['DATE_IS_NUMBER', 'Ngày tháng văn bản'],
      ['AMOUNT_UNREADABLE', 'Số lượng bản'],
      ['MISSING', 'Tên loại và trích yếu'],
      ['FORBIDDEN_CHARACTER', 'Người ký'],
      ['CELL_TOO_LONG', 'Nơi nhận văn bản'],
    ]);
    const second = await read(row('7/QĐ-UBND', '24/01/2027', 'Quyết định x'));
    expect(second.findings.map(({ code }) => code)).toEqual(['DATE_IN_FUTURE', 'TYPE_NOT_KEPT']);
    const third = await read(row('7/KH-UBND', '24/01/1990', `Kế hoạch ${'x'.repeat(600)}`));
    expect(third.findings.map(({ code }) => code)).toEqual(['TOO_LONG', 'NO_PROFILE']);
  });
});
