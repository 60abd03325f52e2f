import { describe, expect, test } from 'vitest';
import { readLines } from '#exchange/older-book/read-lines.ts';
import type { Cell, MergedCells, SheetRow } from '#exchange/workbook/cell.ts';
import { sheetRows, TITLES } from './workbook.ts';

const read = (rows: readonly SheetRow[], merges: readonly MergedCells[] = []) =>
  readLines({ name: 'Trang 1', rows, merges, hiddenColumns: [], isHidden: false })!;
const down = (left: number, top: number, bottom: number): MergedCells => ({ left, right: left, top, bottom });
const document = (number: number): Cell[] => [`${number}/KH-UBND`, '05/08/2025', `Kế hoạch ${number}`, 'Nguyễn Văn A'];

describe('the lines of a sheet', () => {
  test('leave out repeated headers, periods, totals and signatures, and name them', () => {
    const { lines, passedOver } = read(
      sheetRows(
        TITLES,
        TITLES.map((_, i) => `(${i + 1})`),
        ['THÁNG 8'],
        document(1),
        [null, null, 'Quý III/2025'],
        TITLES,
        TITLES.map((_, i) => i + 1),
        ['I. KẾ HOẠCH'],
        document(2),
        ['Tổng cộng: 02 văn bản'],
        ['Cộng', null, null, null, null, null, 12],
        [null, null, null, 'Bình Long, ngày 31 tháng 12 năm 2025'],
        ['Người lập sổ', null, null, 'Chánh Văn phòng'],
        ['Trần Thị Lan', null, null, 'Nguyễn Văn B'],
      ),
    );
    expect(lines.map(({ row }) => row)).toEqual([4, 9]);
    expect(passedOver).toEqual([
      { row: 3, kind: 'period' },
      { row: 5, kind: 'period' },
      { row: 6, kind: 'header' },
      { row: 7, kind: 'header' },
      { row: 8, kind: 'period' },
      { row: 10, kind: 'total' },
      { row: 11, kind: 'total' },
      { row: 12, kind: 'signature' },
      { row: 13, kind: 'signature' },
      { row: 14, kind: 'signature' },
    ]);
  });

  test('keep every row that may be a document, so that its faults are told', () => {
    const { lines, passedOver } = read(
      sheetRows(
        TITLES,
        ['Chánh Văn phòng ký', '05/08/2025', 'Kế hoạch không số'],
        [null, null, 'Kế hoạch không số, không ngày'],
        ['07/KH-UBND', null, null],
        ['Tháng 8', '05/08/2025', 'Kế hoạch có ngày'],
        [null, null, 'V/v mời họp'],
        document(9),
      ),
    );
    expect(lines.map(({ row }) => row)).toEqual([2, 3, 4, 5, 6, 7]);
    expect(passedOver).toEqual([]);
  });

  test('leave out headings and remarks in other words, and no document whose number or day is missing', () => {
    const headings = ['THÁNG CHÍN', 'Tháng Giêng', 'T8/2025', 'T.8', 'Từ 01/8 đến 31/8/2025', 'Phần I: Kế hoạch'];
    const more = ['A/ CÔNG VĂN', 'Sổ văn bản đi tháng 8', 'CÔNG VĂN'];
    const totals = ['Tổng: 12 văn bản', 'TỔNG 12', 'Chuyển trang sau', 'Sổ này có 12 văn bản', 'Cộng dồn'];
    const { lines, passedOver } = read(
      sheetRows(
        TITLES,
        ...[...headings, ...more].map((text): Cell[] => [text]),
        ...totals.map((text): Cell[] => [text]),
        document(1),
        [null, null, 'Công văn về việc họp'],
        [null, null, 'Tổng công ty gửi báo cáo'],
        [null, null, null, null, 'Sở Xây dựng tỉnh'],
        ['Số 35 KH UBND'],
        ['KH - UBND'],
        [null, null, null, { fault: 'uncomputed', text: '' }],
        document(2),
        ['ỦY BAN NHÂN DÂN PHƯỜNG', null, null, 'Trần Thị Lan'],
        ['./.'],
      ),
    );
    const kinds = (kind: string) => passedOver.filter((one) => one.kind === kind).length;
    expect([kinds('period'), kinds('total'), kinds('remark')]).toEqual([9, 5, 2]);
    expect(lines.map(({ row }) => row)).toEqual([16, 17, 18, 19, 20, 21, 22, 23]);
  });

  test('go on under another header in its own order', () => {
    const titles = ['Ngày tháng văn bản', 'Số, ký hiệu văn bản', 'Trích yếu'];
    const { lines } = read(sheetRows(TITLES, document(1), titles, ['06/08/2025', '02/UBND-VP', 'mời họp']));
    expect(lines.map(({ columns }) => columns.get('code'))).toEqual([0, 1]);
  });

  test('have what is merged downwards in each row', () => {
    const rows = sheetRows(TITLES, document(1), ['02/KH-UBND', null, 'Kế hoạch 2'], document(3));
    const { lines } = read(rows, [down(1, 2, 3), down(3, 2, 3)]);
    expect(lines[1]?.cells).toEqual(['02/KH-UBND', '05/08/2025', 'Kế hoạch 2', 'Nguyễn Văn A']);
    expect(lines[2]?.cells).toEqual(document(3));
  });

  test('are one where the number itself is merged downwards', () => {
    const { lines } = read(
      sheetRows(TITLES, [...document(1), 'Sở A'], [null, null, null, null, 'Sở B'], document(2)),
      [0, 1, 2, 3].map((column) => down(column, 2, 3)),
    );
    expect(lines.map(({ cells }) => cells)).toEqual([[...document(1), 'Sở A\nSở B'], document(2)]);
  });

  test('leave out rows that are only ruled and counted', () => {
    const titles = ['STT', ...TITLES];
    const { lines, passedOver } = read(sheetRows(titles, [1, ...document(1)], [2], [3, '  ']));
    expect(lines.map(({ row }) => row)).toEqual([2]);
    expect(passedOver).toEqual([]);
  });
});
