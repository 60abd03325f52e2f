import { beforeAll, describe, expect, test } from 'vitest';
import { examples } from './examples.ts';
import { leafTitles } from './expected-table.ts';
import { capitals, longDate } from './expected-text.ts';
import { lengths } from './fixtures.ts';
import type { FormatFile } from './format-file.ts';
import { describePrinted, lineOf, type PrintedFile, print } from './printed-file.ts';
import { linesOf, type PrintedPage, rowsOf, strokesOf } from './printed-page.ts';
import { renderAll, renderCase } from './rendered.ts';
import { authorityLines, signerName } from './rules/signature.ts';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

const rendered = await renderAll();
const stretched = (await Promise.all(lengths.map(renderCase))).flat();
const files = [...rendered, ...stretched];
const mains = rendered.filter((file) => file.appendixIndex === null);
const signed = [...mains, ...stretched];
const isExample = (file: FormatFile) => examples.some(({ name }) => name === file.name);
const rowText = (row: readonly { readonly text: string }[]) => row.map(({ text }) => text).join(' ');

describePrinted('pages as LibreOffice prints them', () => {
  let printed: Map<string, PrintedFile>;
  beforeAll(async () => {
    printed = new Map((await print(files)).map((one) => [one.file.name, one]));
  });
  const of = (file: FormatFile): PrintedFile => printed.get(file.name)!;

  describe('the head of page 1', () => {
    test.each(mains)('$name: Quốc hiệu, Tiêu ngữ and date each take one line', (file) => {
      const [page] = of(file).pages;
      lineOf(page, NATION);
      lineOf(page, MOTTO);
      if (file.issuance) lineOf(page, `${file.profile.place}, ${longDate(file.issuance.issuedDate)}`);
    });

    test.each(mains.filter(isExample))('$name: the organ’s lines are those that its profile gives', (file) => {
      for (const line of file.profile.headerLines) lineOf(of(file).pages[0], capitals(line));
    });

    test.each(mains.filter(({ issuance }) => issuance))('$name: number and date stand on one line', (file) => {
      const [page] = of(file).pages;
      const date = lineOf(page, longDate(file.issuance!.issuedDate));
      const number = page?.words.find(({ text }) => text === 'Số:');
      expect(number?.bottom).toBeCloseTo(date.bottom, 0);
    });
  });

  describe('the signer’s block', () => {
    const lastPage = (file: FormatFile) => of(file).parts[0]!.at(-1)!;
    /** The first line of the block, that of the authority beside Nơi nhận, and the name. */
    const blockOn = (file: FormatFile) => {
      const page = lastPage(file);
      const label = lineOf(page, 'Nơi nhận:');
      const rows = rowsOf(page).map((row) => row.filter(({ left }) => left > page.widthMm / 2 - 10));
      const find = (text: string) => rows.findLast((row) => rowText(row) === text)?.[0];
      return { page, label, lines: authorityLines(file).map(find), name: find(signerName(file)) };
    };

    test.each(signed)('$name: is whole on one page, level with Nơi nhận', (file) => {
      const { label, lines, name } = blockOn(file);
      expect([...lines, name]).not.toContain(undefined);
      expect(Math.abs(lines[0]!.bottom - label.bottom)).toBeLessThan(2);
    });

    test.each(signed)('$name: leaves about 30 mm for the signature', (file) => {
      const { page, lines, name } = blockOn(file);
      const { otherPosition } = file.document.signer;
      const other = otherPosition ? linesOf(page, capitals(otherPosition))?.[0] : undefined;
      const room = (other ?? name)!.top - lines.at(-1)!.bottom;
      expect(room).toBeGreaterThan(25);
      expect(room).toBeLessThan(36);
    });

    test.each(signed)('$name: has two lines of the body or more above it', (file) => {
      const { page, label } = blockOn(file);
      const above = rowsOf(page).filter(([word]) => word!.bottom < label.top && word!.bottom > 20);
      expect(above.length).toBeGreaterThanOrEqual(2);
    });
  });

  describe('page numbers', () => {
    const inMargin = (page: PrintedPage) => page.words.filter(({ bottom }) => bottom < 20);
    const numbers = (page: PrintedPage) => inMargin(page).filter(({ text }) => /^\d+$/.test(text));

    test.each(files)('$name: begin anew in each appendix, and no first page shows its own', (file) => {
      for (const part of of(file).parts)
        expect(part.map((page) => numbers(page).map(({ text }) => text))).toEqual(
          part.map((_, i) => (i === 0 ? [] : [String(i + 1)])),
        );
    });

    test.each(files)('$name: stand in the middle of the top margin', (file) => {
      for (const page of of(file).parts.flatMap((part) => part.slice(1))) {
        const [number] = numbers(page);
        const middle = (30 + page.widthMm - 15) / 2;
        expect(Math.abs((number!.left + number!.right) / 2 - middle)).toBeLessThan(3);
      }
    });

    test.each(files)('$name: no part ends with an empty page', (file) => {
      for (const page of of(file).pages)
        expect(page.words.filter(({ bottom }) => bottom > 20).length).toBeGreaterThan(0);
    });
  });

  describe('tables of appendices', () => {
    const tables = files.flatMap((file) =>
      (file.document.appendices ?? []).flatMap((appendix, index) => {
        const isHere = file.appendixIndex === null ? !appendix.ownFile : file.appendixIndex === index;
        const titles = appendix.body.length === 1 && appendix.body[0]?.table ? leafTitles(appendix.body[0].table) : [];
        return isHere && titles.length > 0 ? [{ file, index, titles, name: `${file.name}, ${appendix.id}` }] : [];
      }),
    );
    const pagesOf = ({ file, index }: (typeof tables)[number]) => {
      const here = (file.document.appendices ?? []).flatMap(({ ownFile }, i) => (ownFile ? [] : [i]));
      const part = file.appendixIndex === null ? here.indexOf(index) + 1 : 0;
      return of(file).parts[part]!;
    };

    test.each(tables)('$name: repeats its header on each of its pages', (table) => {
      const pages = pagesOf(table);
      for (const page of pages) for (const title of table.titles) expect(linesOf(page, title)).not.toBeNull();
    });

    test.each(tables)('$name: fits between the margins', async (table) => {
      const first = of(table.file).pages.indexOf(pagesOf(table)[0]!);
      for (const [i, page] of pagesOf(table).entries()) {
        const drawn = [...page.words, ...(await strokesOf(of(table.file).pdf, first + i + 1))];
        expect(Math.min(...drawn.map(({ left }) => left))).toBeGreaterThan(29.5);
        expect(Math.max(...drawn.map(({ right }) => right))).toBeLessThan(page.widthMm - 14.5);
      }
    });
  });
});
