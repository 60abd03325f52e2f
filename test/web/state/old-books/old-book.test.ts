import { expect, test } from 'vitest';
import {
  countsLine,
  faultGroups,
  fieldOf,
  type ListLine,
  sheetNotes,
  shownLines,
  withFixes,
} from '../../../../web/src/state/old-books/old-book.ts';

const line = (row: number, more: Partial<ListLine> = {}): ListLine => ({
  sheet: 'Trang 1',
  row,
  outcome: 'refused',
  outcomeName: 'không nhập',
  symbol: null,
  issuedDate: null,
  blank: null,
  blankName: null,
  file: null,
  errors: [],
  warnings: [],
  ...more,
});
const date = { code: 'MISSING', column: 'Ngày tháng văn bản', message: 'còn trống' };
const symbol = { code: 'NOTATION_MISSING', column: 'Số, ký hiệu', message: 'chỉ có số 12' };
const lines = [
  line(2, { errors: [symbol, date] }),
  line(3, { errors: [symbol] }),
  line(4, { outcome: 'would-be-brought-in' }),
];

test('puts rows with the same fault together, the fault of most rows first, with the column that mends it', () => {
  expect(faultGroups({ lines }).map(({ field, lines: rows }) => [field, rows.map(({ row }) => row)])).toEqual([
    ['notation', [2, 3]],
    ['issuedDate', [2]],
  ]);
});

test('mends a trích yếu that stands with its type in one column as a trích yếu', () => {
  expect(fieldOf('MISSING', 'Tên loại và trích yếu')).toBe('subject');
  expect(fieldOf('CODE_ZERO', null)).toBe('code');
});

test('takes what was typed last for a field of a row, and keeps the rest', () => {
  const first = withFixes([], lines.slice(0, 2), 'notation', 'UBND-VP');
  expect(first).toHaveLength(2);
  const again = withFixes(first, lines.slice(1, 2), 'notation', 'UBND-HCC');
  expect(again.map(({ row, text }) => [row, text])).toEqual([
    [2, 'UBND-VP'],
    [3, 'UBND-HCC'],
  ]);
  expect(withFixes(again, lines.slice(0, 1), 'issuedDate', '24/01/2025')).toHaveLength(3);
});

test('says which rows are no documents, and what is hidden', () => {
  const sheet = { sheet: 'T8', hasHeader: true, headerRow: 1, columns: [], hiddenColumns: ['E'], isHidden: true };
  const period = { kind: 'period', kindName: 'dòng tháng hoặc phần' } as const;
  const passedOver = [
    { row: 3, ...period },
    { row: 9, kind: 'total', kindName: 'dòng tổng cộng' } as const,
    { row: 12, ...period },
  ];
  expect(sheetNotes({ sheets: [{ ...sheet, passedOver }] })).toEqual([
    'Trang “T8” đang ẩn, vẫn được đọc.',
    'Trang “T8”: cột E đang ẩn, vẫn được đọc.',
    'Trang “T8”: 3 dòng không phải văn bản, bỏ qua: dòng tháng hoặc phần (dòng 3, 12); dòng tổng cộng (dòng 9).',
  ]);
  expect(sheetNotes({ sheets: [{ ...sheet, isHidden: false, hiddenColumns: [], passedOver: [] }] })).toEqual([]);
});

test('shows the refused rows alone, and says what became of all', () => {
  expect(shownLines({ lines }, true)).toHaveLength(2);
  expect(shownLines({ lines }, false)).toHaveLength(3);
  const counts = {
    'brought-in': 0,
    'would-be-brought-in': 188,
    'file-added': 0,
    'file-would-be-added': 0,
    unchanged: 0,
    refused: 12,
  };
  expect(countsLine({ counts })).toBe('188 nhập được, 12 có lỗi, không nhập');
});
