import { beforeAll, describe, expect, test } from 'vitest';
import { mmOfPoints } from '../support/docx-reader/units.ts';
import { capitals } from './expected-text.ts';
import { type FormatFile, mainText, reading, readText } from './format-file.ts';
import { describePrinted, lineOf, type PrintedFile, print } from './printed-file.ts';
import { type Box, linesOf, type Stroke, strokesOf } from './printed-page.ts';
import { renderAll } from './rendered.ts';
import { textWidthPt } from './text-width.ts';

const MOTTO = 'Độc lập - Tự do - Hạnh phúc';

const files = await renderAll();
const mains = files.filter((file) => file.appendixIndex === null);

describePrinted('lines and boxes as LibreOffice draws them', () => {
  let printed: Map<string, PrintedFile>;
  beforeAll(async () => {
    printed = new Map((await print(files)).map((one) => [one.file.name, one]));
  });
  const of = (file: FormatFile): PrintedFile => printed.get(file.name)!;

  test('letters are as wide as the table of widths says', () => {
    for (const { file, pages } of printed.values())
      for (const placed of [...reading(mainText(file), /^CỘNG HÒA|^Độc lập|^Số: |, ngày \d|^V\/v|^TM\. |^Nơi nhận/)]) {
        const lines = pages.map((page) => linesOf(page, readText(placed))).find((found) => found !== null) ?? [];
        const [line] = lines;
        if (!line || lines.length > 1) continue;
        const width = mmOfPoints(textWidthPt(placed.paragraph.shown, placed.paragraph.runs[0]!.format));
        expect(Math.abs((line.right - line.left) / width - 1), readText(placed)).toBeLessThan(0.01);
      }
  });

  describe('lines under names', () => {
    /** The line drawn nearest below a text, within 5 mm. */
    const under = (strokes: readonly Stroke[], text: Box) =>
      strokes
        .filter(({ top, bottom, left, right }) => {
          const centre = (left + right) / 2;
          return top === bottom && top > text.top && top < text.bottom + 5 && centre > text.left && centre < text.right;
        })
        .sort((a, b) => a.top - b.top)[0];
    const compare = (strokes: readonly Stroke[], text: Box) => {
      const line = under(strokes, text);
      if (!line) throw new Error('no line is drawn under the text');
      const ratio = (line.right - line.left) / (text.right - text.left);
      return { ratio, off: Math.abs(line.left + line.right - text.left - text.right) / 2, colour: line.colour };
    };

    test.each(mains)(
      '$name: as long as the Tiêu ngữ, a third to a half of the organ’s name and of the trích yếu',
      async (file) => {
        const { pdf, pages } = of(file);
        const [page] = pages;
        const strokes = await strokesOf(pdf, 1);
        const motto = compare(strokes, lineOf(page, MOTTO));
        expect(Math.abs(motto.ratio - 1)).toBeLessThan(0.03);
        const { headerLines } = file.profile;
        const organ = compare(strokes, linesOf(page!, capitals(headerLines.at(-1)!))!.at(-1)!);
        const below = [motto, organ];
        const subject =
          file.document.schema === 'KeHoach@1' ? linesOf(page!, file.document.subject)?.at(-1) : undefined;
        if (subject) below.push(compare(strokes, subject));
        for (const { ratio } of below.slice(1)) {
          expect(ratio).toBeGreaterThan(0.32);
          expect(ratio).toBeLessThan(0.51);
        }
        for (const { off, colour } of below) {
          expect(off).toBeLessThan(0.7);
          expect(colour).toBe('#000000');
        }
        if (file.document.schema === 'CongVan@1') {
          const about = linesOf(page!, `V/v ${file.document.subject}`)!.at(-1)!;
          expect(
            under(
              strokes.filter(({ colour }) => colour === '#000000'),
              about,
            ),
          ).toBeUndefined();
        }
      },
    );
  });

  describe('marks', () => {
    const boxAround = (strokes: readonly Stroke[], word: Box) => {
      const sides = strokes.filter(
        ({ left, right, top, bottom }) =>
          left > word.left - 60 && right < word.right + 60 && top > word.top - 8 && bottom < word.bottom + 8,
      );
      const flat = sides.filter((s) => s.right - s.left > s.bottom - s.top);
      const steep = sides.filter((s) => s.right - s.left < s.bottom - s.top);
      const xs = steep.map(({ left, right }) => (left + right) / 2).sort((a, b) => a - b);
      const ys = flat.map(({ top, bottom }) => (top + bottom) / 2).sort((a, b) => a - b);
      return {
        left: xs[0]!,
        right: xs.at(-1)!,
        top: ys[0]!,
        bottom: ys.at(-1)!,
        colours: [...new Set(sides.map(({ colour }) => colour))],
      };
    };
    const stamped = mains.filter(({ document }) => document.urgency);
    const directed = mains.filter(({ document }) => document.circulation);
    const addressed = mains.filter(({ document }) => document.footAddress);
    const sizes = { 'HOẢ TỐC': [30, 8], 'HỎA TỐC': [30, 8], 'THƯỢNG KHẨN': [40, 8], KHẨN: [20, 8] } as const;

    test.each(stamped)('$name: the stamp of urgency is a red box of its size at the left edge', async (file) => {
      const { urgency } = file.document;
      const [page] = of(file).pages;
      const red = (await strokesOf(of(file).pdf, 1)).filter(({ colour }) => colour === '#ff0000');
      const box = boxAround(red, lineOf(page, urgency!));
      const [width, height] = sizes[urgency!];
      expect(Math.abs(box.right - box.left - width)).toBeLessThan(0.5);
      expect(Math.abs(box.bottom - box.top - height)).toBeLessThan(0.5);
      expect(box.left).toBeCloseTo(30, 0);
    });

    test.each(directed)('$name: the direction stands boxed in the top margin of page 1, at the right', async (file) => {
      const { circulation } = file.document;
      const [page, ...more] = of(file).pages;
      const box = boxAround(await strokesOf(of(file).pdf, 1), lineOf(page, circulation!));
      expect(box.colours).toEqual(['#000000']);
      expect(box.left).toBeGreaterThan(page!.widthMm / 2);
      expect(box.right).toBeLessThan(page!.widthMm - 15 + 0.5);
      expect(box.top).toBeGreaterThan(0);
      expect(box.bottom).toBeLessThan(20);
      for (const other of more) expect(linesOf(other, circulation!)).toBeNull();
    });

    test.each(addressed)(
      '$name: the address stands at the foot of page 1 above the margin, under a line',
      async (file) => {
        const [page, ...more] = of(file).pages;
        const lines = (file.profile.address ?? []).map((line) => lineOf(page, line));
        const above = (await strokesOf(of(file).pdf, 1)).find(
          ({ left, right, top }) => right - left > 150 && top < lines[0]!.top + 1 && top > lines[0]!.top - 6,
        );
        expect(above?.left).toBeCloseTo(30, 0);
        expect(above?.right).toBeCloseTo(page!.widthMm - 15, 0);
        expect(page!.heightMm - lines.at(-1)!.bottom).toBeGreaterThanOrEqual(20);
        expect(page!.heightMm - lines.at(-1)!.bottom).toBeLessThan(27);
        const text = page!.words.filter(({ top }) => top < above!.top - 1);
        expect(Math.max(...text.map(({ bottom }) => bottom))).toBeLessThan(above!.top + 0.5);
        for (const other of more) expect(linesOf(other, file.profile.address![0]!)).toBeNull();
      },
    );
  });
});
