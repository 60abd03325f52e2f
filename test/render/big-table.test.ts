import { expect, test } from 'vitest';
import { planWithTable } from '../document/scene.ts';
import { partOf, rendered } from './scene.ts';

const columns = [
  { title: 'Stt', id: 'stt', numbering: true },
  { title: 'Nội dung', id: 'noi-dung' },
  { title: 'Thời gian', id: 'thoi-gian' },
];
const row = (i: number) =>
  i % 700 === 0
    ? { group: `Nhóm của dòng ${i}` }
    : { cells: { 'noi-dung': `Nội dung việc thứ ${i} đẩy mạnh`, 'thoi-gian': `Quý ${i % 4}` } };
const rows = Array.from({ length: 3000 }, (_, i) => row(i));

/** The cells of each row of the only table with borders, as texts. */
function rowTexts(xml: string): string[][] {
  return [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gs)]
    .map(([tr]) =>
      [...tr.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([tc]) =>
        [...tc.matchAll(/<w:t(?: [^>]*)?>(.*?)<\/w:t>/gs)].map(([, text]) => text).join('|'),
      ),
    )
    .filter((cells) => cells.length === 3 || /^[IVX]+$/.test(cells[0]!));
}

test('prints three thousand rows in order, each once, numbered through the groups', async () => {
  const xml = partOf(await rendered(planWithTable({ columns, rows })));
  const [header, ...printed] = rowTexts(xml);
  expect(header).toEqual(['Stt', 'Nội dung', 'Thời gian']);
  let number = 0;
  let group = 0;
  const numerals = ['I', 'II', 'III', 'IV', 'V'];
  const expected = rows.map((one, i) => {
    if (one.group !== undefined) return [numerals[group++], one.group];
    number += 1;
    return [String(number), `Nội dung việc thứ ${i} đẩy mạnh`, `Quý ${i % 4}`];
  });
  expect(printed).toEqual(expected);
});

test('numbers anew in each group where that is asked, and leaves groups unnumbered where that is', async () => {
  const short = rows.slice(698, 703);
  const texts = async (about: object) =>
    rowTexts(partOf(await rendered(planWithTable({ columns, rows: short, ...about }))))
      .slice(1)
      .map(([first]) => first);
  expect(await texts({})).toEqual(['1', '2', 'I', '3', '4']);
  expect(await texts({ restart: true })).toEqual(['1', '2', 'I', '1', '2']);
});

test('carries merged cells over the edge of a block of rows', async () => {
  const merged = Array.from({ length: 1200 }, (_, i) => {
    const whole = { 'noi-dung': `việc ${i}`, 'thoi-gian': 'x' };
    if (i === 498) return { cells: { ...whole, 'noi-dung': { text: 'gộp', rowSpan: 5 } } };
    return { cells: i > 498 && i < 503 ? { 'thoi-gian': 'x' } : whole };
  });
  const xml = partOf(await rendered(planWithTable({ columns, rows: merged })));
  expect(xml.match(/<w:vMerge w:val="restart"\/>/g)).toHaveLength(1);
  expect(xml.match(/<w:vMerge\/>/g)).toHaveLength(4);
});

test('takes little memory for thirty thousand rows', async () => {
  const many = Array.from({ length: 30_000 }, (_, i) => ({ cells: { 'noi-dung': `Việc ${i}`, 'thoi-gian': 'Quý I' } }));
  const data = planWithTable({ columns, rows: many });
  const before = process.memoryUsage().rss;
  const [file] = await rendered(data);
  expect(file!.bytes.length).toBeGreaterThan(100_000);
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(500);
});
