import fc from 'fast-check';
import { expect, test } from 'vitest';
import { mmToTwips } from '#document/page-size.ts';
import type { Table } from '#document/schemas/table.schema.ts';
import { layColumns } from '#document/tables/column-layout.ts';
import { textWidthPt } from '#document/text/text-width.ts';

const WIDTH = mmToTwips(165);
const column = (title: string, id: string, more = {}) => ({ title, id, ...more });
const lay = (table: Partial<Table> & Pick<Table, 'columns' | 'rows'>) => layColumns(table, WIDTH);
const roomPt = (widthTwips: number | undefined, marginTwips: number) => ((widthTwips ?? 0) - 2 * marginTwips) / 20;

test('leaves the shares of an author as they are where every word fits', () => {
  const columns = [column('TT', 's', { numbering: true, width: 8 }), column('Việc', 'v', { width: 92 })];
  const { widths, sizePt } = lay({ columns, rows: [{ cells: { v: 'Tổ chức' } }] });
  expect([sizePt, widths.map((width) => Math.round((width / WIDTH) * 100))]).toEqual([13, [8, 92]]);
});

test('gives the column of numbers room for its heading and its widest number', () => {
  const columns = [column('STT', 's', { numbering: true, width: 1 }), column('Việc', 'v', { width: 99 })];
  const { widths, sizePt, marginTwips } = lay({
    columns,
    rows: Array.from({ length: 1200 }, () => ({ cells: { v: 'x' } })),
  });
  expect(roomPt(widths[0], marginTwips)).toBeGreaterThan(textWidthPt('1200', 'regular', sizePt));
  expect(roomPt(widths[0], marginTwips)).toBeGreaterThan(textWidthPt('STT', 'bold', sizePt));
});

test('takes the largest type in which no number is broken, one for the table', () => {
  const table = (count: number) => ({
    columns: Array.from({ length: count }, (_, i) => column(`C${i}`, `c${i}`)),
    rows: [{ cells: Object.fromEntries(Array.from({ length: count }, (_, i) => [`c${i}`, '1.234.567'])) }],
  });
  expect([7, 8, 9].map((count) => lay(table(count)).sizePt)).toEqual([13, 12, 10]);
  expect(lay({ ...table(5), fontSize: 11 }).sizePt).toBe(11);
});

test('lets links and words after a hyphen break, and nothing else', () => {
  const columns = [column('A', 'a'), column('B', 'b', { width: undefined })].map(({ title, id }) => ({ title, id }));
  const link = `https://example.vn/${'a'.repeat(90)}`;
  expect(lay({ columns, rows: [{ cells: { a: link, b: 'x' } }] }).sizePt).toBe(13);
});

test('adds up, and breaks no word unless it says so', () => {
  const word = fc.stringMatching(/^[a-zđ0-9.]{1,14}$/);
  const shape = fc.record({
    titles: fc.array(word, { minLength: 1, maxLength: 12 }),
    words: fc.array(word, { minLength: 12, maxLength: 12 }),
  });
  fc.assert(
    fc.property(shape, ({ titles, words }) => {
      const columns = titles.map((title, i) => column(title, `c${i}`));
      const rows = [{ cells: Object.fromEntries(titles.map((_, i) => [`c${i}`, words[i] ?? ''])) }];
      const { widths, sizePt, marginTwips, tooNarrow } = lay({ columns, rows });
      expect(widths.reduce((sum, width) => sum + width, 0)).toBe(WIDTH);
      if (tooNarrow.length > 0) return;
      for (const [i, width] of widths.entries()) {
        expect(roomPt(width, marginTwips)).toBeGreaterThanOrEqual(textWidthPt(words[i] ?? '', 'regular', sizePt));
        expect(roomPt(width, marginTwips)).toBeGreaterThanOrEqual(textWidthPt(titles[i] ?? '', 'bold', sizePt));
      }
    }),
    { numRuns: 200 },
  );
});
