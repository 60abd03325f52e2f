import { expect, test } from 'vitest';
import { check, codes, places, planWithTable } from './scene.ts';

const columns = [
  { title: 'STT', id: 's', numbering: true },
  { title: 'Nội dung', id: 'n' },
  { title: 'Số tiền', id: 't', align: 'right' },
];
const item = (t: string, more = {}) => ({ cells: { n: 'Việc', t }, ...more });
const total = (t: string, more = {}) => ({ total: true, cells: { n: 'Tổng cộng', t }, ...more });
const table = (rows: readonly unknown[], more = {}) => planWithTable({ columns, rows, ...more });
const messages = (input: unknown) => check(input).findings.map(({ message }) => message);

test('takes totals with a label in the column of numbers or beside it, and groups with amounts', () => {
  expect(codes(table([item('1'), total('1')]))).toEqual([]);
  expect(codes(table([item('1'), { total: true, cells: { s: { text: 'Cộng', colSpan: 2 }, t: '1' } }]))).toEqual([]);
  expect(codes(table([{ group: 'Chi thường xuyên', cells: { t: '1' } }, item('1')]))).toEqual([]);
});

test('lets a row that heads others leave columns empty, as a total does, and no other row', () => {
  const heads = [
    { level: 'letter', cells: { n: 'Chi' } },
    { level: 'roman', cells: { n: 'Hội nghị' } },
  ];
  expect(codes(table([...heads, item('1', { level: 'clause' })]))).toEqual([]);
  expect(codes(table([{ level: 'clause', cells: { n: 'Thuê' } }]))).toEqual(['CELL_MISSING']);
});

test('checks a total against what its data says it sums', () => {
  const rows = [item('1.000'), { group: 'B' }, item('200,5', { id: 'x' }), item('50', { id: 'y' })];
  expect(codes(table([...rows, total('1.250,5', { sums: 'table' })]))).toEqual([]);
  expect(codes(table([...rows, total('250,5', { sums: 'group' })]))).toEqual([]);
  expect(codes(table([...rows, total('250,5', { sums: ['x', 'y'] })]))).toEqual([]);
  expect(places(table([...rows, total('1.250', { sums: 'table' })]))).toEqual(['SUM_DIFFERS Dòng cộng 1, cột Số tiền']);
  expect(messages(table([...rows, total('1.250', { sums: 'table' })]))[0]).toContain('cộng các dòng được 1.250,5');
});

test('sums the widest of rows with levels, and no text', () => {
  const levels = [item('8', { level: 'letter' }), item('8', { level: 'roman' }), item('3', { level: 'letter' })];
  expect(codes(table([...levels, total('11', { sums: 'table' })]))).toEqual([]);
  expect(codes(table([item('theo thực tế'), total('5', { sums: 'table' })]))).toEqual([]);
});

test.each([
  ['a row of nothing', [{}], 'Mỗi dòng có các ô'],
  ['a group that is a total', [{ group: 'A', total: true, cells: {} }], 'Một dòng chỉ là một loại'],
  ['a sum of a row that is no total', [item('1', { sums: 'table' })], 'Chỉ dòng cộng'],
  ['a first row that goes on', [item('1', { continued: true })], 'phải đứng ngay dưới'],
])('refuses %s, and says why', (_, rows, why) => {
  expect(codes(table(rows))).toEqual(['ROW_CONTENT']);
  expect(messages(table(rows))[0]).toContain(why);
});

test('sees a total that is numbered as an item or a group, and column numbers typed as a row', () => {
  expect(codes(table([item('1'), { cells: { n: '**Tổng cộng**', t: '1' } }]))).toEqual(['TOTAL_NUMBERED']);
  expect(codes(table([item('1'), { group: 'Tổng cộng: 1 đồng' }]))).toEqual(['TOTAL_NUMBERED']);
  expect(codes(table([{ cells: { n: '(1)', t: '(2)' } }, item('1')]))).toEqual(['COLUMN_NUMBERS_TYPED']);
  expect(codes(table([{ cells: { n: '2', t: '3=1x2' } }, item('1')]))).toEqual(['COLUMN_NUMBERS_TYPED']);
  expect(codes(table([{ cells: { n: 'A', t: '1' } }, item('1')]))).toEqual(['COLUMN_NUMBERS_TYPED']);
  expect(codes(table([{ cells: { n: '12', t: '5' } }, item('1')]))).toEqual([]);
  expect(codes(table([item('1'), { cells: { n: 'Cộng mang sang trang sau', t: '1' } }]))).toEqual(['TOTAL_NUMBERED']);
  expect(codes(table([item('1'), { cells: { n: 'Cộng đồng dân cư', t: '1' } }]))).toEqual([]);
  expect(codes(table([{ cells: { n: 'Cộng đồng dân cư', t: '1' } }]))).toEqual([]);
});

test('takes forty columns and says of the forty-first once', () => {
  const many = (count: number) => ({
    columns: Array.from({ length: count }, (_, i) => ({ title: 'C', id: `c${i}` })),
    rows: [{ cells: Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, '1'])) }],
  });
  expect(codes(planWithTable(many(40)))).toEqual([]);
  expect(messages(planWithTable(many(41)))).toEqual(['Có quá 40 cột; hãy tách ra.']);
});

test('suggests to turn the page where that helps, else names the columns', () => {
  const wide = (count: number, text: string) => ({
    columns: Array.from({ length: count }, (_, i) => ({ title: `Cột ${i + 1}`, id: `c${i}` })),
    rows: [{ cells: Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, text])) }],
  });
  expect(codes(planWithTable(wide(8, '1.234.567')))).toEqual([]);
  expect(codes(planWithTable(wide(14, '1.234.567')))).toEqual(['TABLE_NEEDS_LANDSCAPE']);
  expect(codes(planWithTable(wide(36, '1.234.567')))).toEqual(['COLUMN_TOO_NARROW']);
  expect(messages(planWithTable(wide(36, '1.234.567')))[0]).toContain('“Cột 1”, “Cột 2”, “Cột 3” và 33 cột khác');
});
