import { expect, test } from 'vitest';
import { planWithTable } from '../document/scene.ts';
import { paragraphs, partOf, rendered } from './scene.ts';

const columns = [
  { title: 'STT', id: 's', numbering: true },
  { title: 'Nội dung', id: 'n' },
  { title: 'Số tiền', id: 't', align: 'right' },
];
const table = (rows: readonly unknown[], more = {}) => planWithTable({ columns, rows, ...more });
const item = (n: string, more = {}) => ({ cells: { n, t: '1' }, ...more });
const xmlOf = async (input: unknown) => partOf(await rendered(input));
/** Texts of the cells of the rows below the head. */
const cellsOf = async (input: unknown) => {
  const xml = (await xmlOf(input)).split('<w:tblHeader/>').at(-1)!;
  return [...xml.slice(0, xml.indexOf('</w:tbl>')).matchAll(/<w:tr>.*?<\/w:tr>/gs)].map(([row]) =>
    [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => paragraphs(cell).join(' ')),
  );
};

test('numbers rows by their levels: A, I, 1, 1.1, a, -', async () => {
  const levels = ['letter', 'roman', 'clause', 'subclause', 'subclause', 'point', 'dash', 'clause', 'roman', 'letter'];
  const rows = await cellsOf(table(levels.map((level) => item('x', { level }))));
  expect(rows.map(([label]) => label)).toEqual(['A', 'I', '1', '1.1', '1.2', 'a', '-', '2', 'II', 'B']);
});

test('prints a total in bold without a number, its label over the column of numbers', async () => {
  const input = table([item('a'), { total: true, cells: { n: 'Tổng cộng', t: '1' } }, item('b')]);
  expect(await cellsOf(input)).toEqual([
    ['1', 'a', '1'],
    ['Tổng cộng', '1'],
    ['2', 'b', '1'],
  ]);
  expect(await xmlOf(input)).toMatch(
    /<w:gridSpan w:val="2"\/>.{0,200}<w:b\/><w:bCs\/><\/w:rPr><w:t xml:space="preserve">Tổng cộng/,
  );
});

test('gives a group its amounts in their columns, and a task over two rows one number', async () => {
  const input = table([{ group: 'Chi', cells: { t: '9' } }, item('a'), item('b', { continued: true }), item('c')]);
  expect(await cellsOf(input)).toEqual([
    ['I', 'Chi', '9'],
    ['1', 'a', '1'],
    ['', 'b', '1'],
    ['2', 'c', '1'],
  ]);
  expect(await xmlOf(input)).toMatch(/<w:vMerge w:val="restart"\/>.*<w:vMerge\/>/s);
});

test('repeats a row of column numbers with the head', async () => {
  const counted = await xmlOf(table([item('a')], { columnNumbers: true }));
  expect(counted.match(/<w:tblHeader\/>/g)).toHaveLength(2);
  expect(paragraphs(counted)).toEqual(expect.arrayContaining(['(1)', '(2)', '(3)']));
  expect(paragraphs(await xmlOf(table([item('a')], { columnNumbers: { t: '(3)=(1)×(2)' } })))).toContain('(3)=(1)×(2)');
});

test('prints caption and unit line above a table, and a form’s columns without lines or head', async () => {
  const said = paragraphs(await xmlOf(table([item('a')], { caption: 'Bảng 1', unitLine: 'Đơn vị tính: đồng' })));
  expect(said.slice(said.indexOf('Bảng 1'), said.indexOf('STT') + 1)).toEqual(['Bảng 1', 'Đơn vị tính: đồng', 'STT']);
  const form = await xmlOf(table([item('a')], { borders: 'none' }));
  expect(form).not.toContain('w:tblBorders');
  expect(paragraphs(form)).not.toContain('STT');
});

test('sets numbers below each other by their comma', async () => {
  const decimal = [{ title: 'A', id: 'a', align: 'decimal' }];
  const xml = await xmlOf(
    planWithTable({ columns: decimal, rows: [{ cells: { a: '1,25' } }, { cells: { a: '10' } }] }),
  );
  expect(xml).toMatch(/<w:ind w:right="\d+"\/><\/w:pPr><w:r><w:t>10</);
  expect(xml).not.toMatch(/<w:ind w:right="\d+"\/><\/w:pPr><w:r><w:t>1,25</);
});

test('sets a table that needs it in a smaller type of its own', async () => {
  const many = Array.from({ length: 8 }, (_, i) => ({ title: `C${i}`, id: `c${i}` }));
  const cells = Object.fromEntries(many.map(({ id }) => [id, '1.234.567']));
  expect(await xmlOf(planWithTable({ columns: many, rows: [{ cells }] }))).toContain('<w:pStyle w:val="BangO12"/>');
});
