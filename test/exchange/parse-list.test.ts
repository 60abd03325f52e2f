import { describe, expect, test } from 'vitest';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { findHeader, isNumbering } from '#exchange/older-book/import-columns.ts';
import { parseImportCode } from '#exchange/older-book/parse-import-code.ts';
import { parseImportRow } from '#exchange/older-book/parse-import-row.ts';
import { readImportDate } from '#exchange/older-book/read-import-date.ts';
import { type ImportContext, resolveImportRow } from '#exchange/older-book/resolve-import-row.ts';
import type { Cell } from '#exchange/workbook/cell.ts';
import { indexMerges } from '#exchange/workbook/merges.ts';
import { exampleProfiles } from '../support/desk.ts';
import { row, sheetRows, TITLES } from './workbook.ts';

describe('the header', () => {
  test.each([
    ['the titles of the decree', TITLES],
    ['no marks', TITLES.map((title) => title.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd'))],
    ['capitals and line ends', TITLES.map((title) => title.toUpperCase().replace(' văn', '\nvăn'))],
  ])('is known by %s, below other rows', (_, titles) => {
    const header = findHeader(sheetRows(['UBND PHƯỜNG'], [null, 'Sổ đăng ký văn bản đi'], titles));
    expect(header?.lastRow).toBe(3);
    expect([...(header?.columns ?? [])]).toEqual([
      ['code', 0],
      ['issuedDate', 1],
      ['title', 2],
      ['signer', 3],
      ['to', 4],
      ['archivedAt', 5],
      ['issuedAmount', 6],
      ['note', 9],
    ]);
  });

  test.each([
    ['STT', 'Số hiệu văn bản', 'Ngày ban hành', 'Nội dung văn bản', 'Họ tên người ký', 'Đơn vị nhận'],
    ['TT', 'Số, kí hiệu', 'Ngày, tháng, năm', 'Trích yếu nội dung', 'Ng. ký', 'Nơi gửi'],
    ['Số TT', 'Số CV', 'Ngày tháng', 'Nội dung', 'Người kí', 'Nơi nhận'],
    ['Stt', 'Số VB đi', 'Ngày VB', 'Về việc', 'Ký', 'Gửi'],
    ['Số đăng ký', 'Số, KH', 'Ngày ký', 'Tên văn bản', 'Lãnh đạo ký', 'Cơ quan nhận'],
  ])('may call its columns %s, %s, %s, %s, %s, %s', (...titles) => {
    const columns = findHeader(sheetRows(titles))?.columns;
    expect(columns?.get('code') ?? columns?.get('number')).toBe(1);
    expect(['issuedDate', 'subject', 'signer', 'to'].map((field) => columns?.get(field as 'to'))).toEqual([2, 3, 4, 5]);
  });

  test('may have two rows, the lower being parts of the upper', () => {
    const upper = ['STT', 'Văn bản', null, null, 'Tên loại và trích yếu', 'Người ký'];
    const lower = [null, 'Số', 'Ký hiệu', 'Ngày tháng'];
    const header = findHeader(sheetRows(upper, lower, [1, 1, 'KH-UBND', '05/08/2025', 'Kế hoạch x']));
    expect(header?.lastRow).toBe(2);
    expect([...(header?.columns ?? [])]).toEqual([
      ['number', 1],
      ['notation', 2],
      ['issuedDate', 3],
      ['title', 4],
      ['signer', 5],
    ]);
    // A lower title that says nothing alone is read after the one above it; a merged header goes down with its cells.
    const parted = [
      ['Số, ký hiệu', 'Ngày', null, 'Trích yếu'],
      [null, 'ban hành', 'hiệu lực', null],
    ];
    expect(findHeader(sheetRows(...parted), indexMerges([{ top: 1, bottom: 2, left: 0, right: 0 }]))?.lastRow).toBe(2);
  });

  test('may stand in another order, with number and symbol apart', () => {
    const titles = ['STT', 'Ngày ban hành', 'Số', 'Ký hiệu', 'Loại văn bản', 'Trích yếu', 'Ngày chuyển', 'Nơi nhận'];
    expect([...(findHeader(sheetRows(titles))?.columns ?? [])]).toEqual([
      ['issuedDate', 1],
      ['number', 2],
      ['notation', 3],
      ['typeName', 4],
      ['subject', 5],
      ['to', 7],
    ]);
  });

  test('is no row that lacks number, day or trích yếu', () => {
    for (const lacking of [0, 1, 2])
      expect(findHeader(sheetRows(TITLES.filter((_, i) => i !== lacking)))).toBeUndefined();
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
  ['36/KH–UBND', 36, 'KH-UBND'],
  ['37/KH\u2011UBND', 37, 'KH-UBND'],
  ['56/KH-UBND.', 56, 'KH-UBND'],
  ['53 / KH\u00a0—\u00a0UBND ;', 53, 'KH-UBND'],
  ['35KH-UBND', 35, 'KH-UBND'],
  ['48./KH-UBND', 48, 'KH-UBND'],
  ['\uFF14\uFF16/KH-UBND', 46, 'KH-UBND'],
])('reads %s', (text, number, notation) => {
  expect(parseImportCode(text)).toEqual({ number, notation });
});

test.each([
  ['35a/KH-UBND', 35, 'a'],
  ['Số 35A / KH-UBND', 35, 'a'],
  ['35 a/KH-UBND', 35, 'a'],
  ['35bis/KH-UBND', 35, 'bis'],
  ['7đ/KH-UBND', 7, 'đ'],
  ['35-a/KH-UBND', 35, 'a'],
  ['35.a/KH-UBND', 35, 'a'],
  ['35 (bis)/KH-UBND', 35, 'bis'],
])('reads the letter in %s', (text, number, codeSuffix) => {
  expect(parseImportCode(text)).toEqual({ number, codeSuffix, notation: 'KH-UBND' });
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
  ['05/08/25', '2025-08-05'],
  ['5/8/2025 (thứ ba)', '2025-08-05'],
  ['Chủ nhật, 24/01/2025', '2025-01-24'],
  ['05-08-98', '1998-08-05'],
  ['05 / 08 / 2025', '2025-08-05'],
  ['5/ 8/2025', '2025-08-05'],
  ['05–08–2025', '2025-08-05'],
  ['05/08/2025.', '2025-08-05'],
  ['05/08/2025 08:30', '2025-08-05'],
  ['08:30:15 05/08/2025', '2025-08-05'],
  ['15 giờ 30 ngày 05/08/2025', '2025-08-05'],
  ['15h30, ngày 5 tháng 8 năm 2025', '2025-08-05'],
  ['2025-08-05 00:00:00', '2025-08-05'],
  ['Ngày: 05/08/2025', '2025-08-05'],
  ['ngày 5 tháng 8, năm 2025', '2025-08-05'],
  ['5/1/26', null],
  ['05/1', null],
  ['05/08//2025', null],
  ['30/02/2025', null],
  ['01/24/2025', null],
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
  const columns = findHeader(sheetRows(TITLES))!.columns;
  const read = async (cells: readonly Cell[], organ = 'dong-nai') => {
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

  test.each<[string, Cell, string, string]>([
    ['an error', { fault: 'error', text: '#REF!' }, 'CELL_ERROR', 'ô báo lỗi #REF!; hãy gõ lại giá trị'],
    ['an error as text', '#N/A', 'CELL_ERROR', 'ô báo lỗi #N/A; hãy gõ lại giá trị'],
    [
      'a formula without a value',
      { fault: 'uncomputed', text: '' },
      'CELL_UNCOMPUTED',
      'ô là công thức chưa tính; hãy mở bằng Excel, lưu lại, hoặc gõ giá trị',
    ],
    ['a later error of Excel', '#GETTING_DATA', 'CELL_ERROR', 'ô báo lỗi #GETTING_DATA; hãy gõ lại giá trị'],
    ['a column that was too narrow', '########', 'CELL_ERROR', 'ô báo lỗi ########; hãy gõ lại giá trị'],
    [
      'a formula as text',
      '=VLOOKUP(A2;B:C;2)',
      'CELL_UNCOMPUTED',
      'ô là công thức chưa tính; hãy mở bằng Excel, lưu lại, hoặc gõ giá trị',
    ],
    ['a ditto sign', '-nt-', 'CELL_DITTO', '“-nt-” là như dòng trên; hãy chép giá trị của dòng trên xuống'],
    ['as above', 'Như trên', 'CELL_DITTO', '“Như trên” là như dòng trên; hãy chép giá trị của dòng trên xuống'],
    ['TRUE', true, 'CELL_IS_BOOLEAN', 'ô là TRUE, không phải chữ; hãy gõ lại giá trị'],
  ])('with %s in any column is refused there', async (_, fault, code, message) => {
    const sound: Cell[] = ['5/KH-UBND', '24/01/2025', 'Kế hoạch x', 'Võ Tấn Đức', 'Các sở', 'NC', '3'];
    for (const [column, name] of [
      'Số, ký hiệu',
      'Ngày tháng văn bản',
      'Tên loại và trích yếu',
      'Người ký',
      'Nơi nhận văn bản',
      'Đơn vị, người nhận bản lưu',
      'Số lượng bản',
    ].entries()) {
      const { record, findings } = await read(sound.with(column, fault));
      expect(record).toBeNull();
      expect(findings).toContainEqual({ code, column: name, message });
    }
  });

  test.each([
    ['KÕ ho¹ch c¶i c¸ch hµnh chÝnh', 'TCVN3 (ABC)'],
    ['Keá hoaïch caûi caùch haønh chính', 'VNI'],
    ['Káº¿ hoáº¡ch cáº£i cÃ¡ch', 'UTF-8 mở nhầm bằng mã khác'],
    ['UÛy ban nhaân daân', 'VNI'],
    ['Theo lôøi môøi cuûa', 'VNI'],
    ['K? ho?ch', 'khác và đã mất chữ (dấu ?)'],
    ['K? ho?ch c?i cách hành chính', 'khác và đã mất chữ (dấu ?)'],
  ])('with the text %s is refused', async (text, encoding) => {
    const { record, findings } = await read(row('5/KH-UBND', '24/01/2025', text));
    expect(record).toBeNull();
    const message = `chữ ở bảng mã ${encoding}; hãy chuyển sang Unicode rồi nhập`;
    expect(findings).toContainEqual({ code: 'LEGACY_ENCODING', column: 'Tên loại và trích yếu', message });
  });

  test.each([
    ['45,46/KH-UBND', 'CODE_SEVERAL', 'có nhiều số trong “45,46/KH-UBND”; hãy ghi mỗi số một dòng'],
    ['47-49/KH-UBND', 'CODE_SEVERAL', 'có nhiều số trong “47-49/KH-UBND”; hãy ghi mỗi số một dòng'],
    ['44/KH-UBND (mật)', 'CODE_SECRET', '“44/KH-UBND (mật)” là văn bản mật, không nhập vào hệ thống này'],
    ['00/KH-UBND', 'CODE_ZERO', 'số trong “00/KH-UBND” là 0; số văn bản từ 1'],
  ])('with the number %s says why not', async (typed, code, message) => {
    const { findings } = await read(row(typed, '24/01/2025', 'Kế hoạch x'));
    expect(findings).toEqual([{ code, column: 'Số, ký hiệu', message }]);
  });

  test('with a number alone has the symbol that type and organ give, or is told what is missing', async () => {
    expect((await read(row(35, '24/01/2025', 'Kế hoạch x'))).record).toMatchObject({ number: 35, notation: 'KH-UBND' });
    expect((await read(row('35a', '24/01/2025', 'Kế hoạch x'))).record).toMatchObject({ number: 35, codeSuffix: 'a' });
    const { findings } = await read(row('35', '24/01/2025', 'V/v mời họp'));
    const message = 'chỉ có số 35, không có ký hiệu; cần như 35/KH-UBND';
    expect(findings).toEqual([{ code: 'NOTATION_MISSING', column: 'Số, ký hiệu', message }]);
  });

  test('takes a symbol that only a number format shows, and the amount below one', async () => {
    const { record } = await read([
      { value: 7, shown: '07/KH-UBND' },
      '24/01/2025',
      'Kế hoạch x',
      null,
      null,
      null,
      { value: 5, shown: '5 bản sao' },
    ]);
    expect(record).toMatchObject({ number: 7, notation: 'KH-UBND', issuedAmount: 5 });
  });

  test.each([
    ['7/QĐ-UBND', 'Quyết định thành lập', 'QuyetDinh', 'thành lập', 'so-cu-QuyetDinh'],
    ['7/qđ-ubnd', 'Quyết định thành lập', 'QuyetDinh', 'thành lập', 'so-cu-QuyetDinh'],
    ['12/TTr-UBND', 'Tờ trình về giá', 'ToTrinh', 'về giá', 'so-cu-ToTrinh'],
    ['3/HĐ-UBND', 'Hợp đồng thuê xe', 'HopDong', 'thuê xe', 'so-cu-HopDong'],
    ['3/HD-UBND', 'Hướng dẫn chi trả', 'HuongDan', 'chi trả', 'so-cu-HuongDan'],
    ['9/GGT-UBND', 'Giấy giới thiệu công tác', 'GiayGioiThieu', 'công tác', 'so-cu-GiayGioiThieu'],
    ['9/GT-UBND', 'Giấy giới thiệu công tác', 'GiayGioiThieu', 'công tác', 'so-cu-GiayGioiThieu'],
    ['4/CN-UBND', 'Giấy chứng nhận gia đình', 'GiayChungNhan', 'gia đình', 'so-cu-GiayChungNhan'],
    ['17/2025/QĐ-UBND', 'Quyết định ban hành giá đất', 'QuyetDinhQppl', 'ban hành giá đất', 'so-cu-QuyetDinhQppl'],
    [8, 'Báo cáo quý I', 'BaoCao', 'quý I', 'so-cu-BaoCao'],
  ])('of any type has the number %s', async (code, title, typeCode, subject, series) => {
    const { record, findings } = await read(row(code, '24/01/2025', title));
    expect(findings).toEqual([]);
    expect(record).toMatchObject({ typeCode, subject, series });
  });

  test('with a year in its symbol that is not its own, or of a type that has none, is refused', async () => {
    const of = async (code: string, title: string) =>
      (await read(row(code, '24/01/2025', title))).findings.map((one) => one.code);
    expect(await of('17/2024/QĐ-UBND', 'Quyết định x')).toEqual(['SYMBOL_YEAR']);
    expect(await of('38/2025/KH-UBND', 'Kế hoạch x')).toEqual(['SYMBOL_HAS_YEAR']);
    const [said] = (await read(row('38/2025/KH-UBND', '24/01/2025', 'Kế hoạch x'))).findings;
    expect(said?.message).toBe('ký hiệu ghi năm 2025, nhưng Kế hoạch không ghi năm trong ký hiệu; hãy bỏ năm');
  });

  test.each([
    ['KH-STC', 'NOTATION_FOREIGN', 'ký hiệu “KH-STC” không phải của cơ quan; cần như KH-UBND hoặc UBND-…'],
    [
      'XX-UBND',
      'TYPE_UNKNOWN',
      'không có loại văn bản viết tắt là “XX”; hãy sửa ký hiệu, hoặc thêm loại này vào Thông tin cơ quan',
    ],
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
    expect(second.findings.map(({ code }) => code)).toEqual(['DATE_IN_FUTURE']);
    const third = await read(row('7/KH-UBND', '24/01/1990', `Kế hoạch ${'x'.repeat(600)}`));
    expect(third.findings.map(({ code }) => code)).toEqual(['TOO_LONG', 'NO_PROFILE']);
  });
});
