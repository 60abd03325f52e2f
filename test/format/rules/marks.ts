import type { Borders, Paragraph } from '../../support/docx-reader/types.ts';
import { mmOfTwips } from '../../support/docx-reader/units.ts';
import { marginBlocks, type Placed, placedIn } from '../../support/docx-reader/walk.ts';
import { type FormatFile, mainSections, mainText, reading, readText } from '../format-file.ts';
import { about, extentMm, lookFindings, theOne } from '../look.ts';
import { type FormatRule, isLetter, isMain } from '../rule.ts';
import { numberText } from './header.ts';

const STAMP_MM = { 'HOẢ TỐC': [30, 8], 'HỎA TỐC': [30, 8], 'THƯỢNG KHẨN': [40, 8], KHẨN: [20, 8] } as const;
const TOLERANCE_MM = 0.5;
const BRIGHT_RED = 'FF0000';

/** The box around a text: that of its cell, or that of the paragraph and its frame. */
interface TextBox {
  readonly borders: Borders;
  readonly widthMm: number;
  readonly heightMm: number | null;
  readonly exact: boolean;
  readonly leftMm: number;
}

function boxOf({ paragraph, cells }: Placed): TextBox {
  const inner = cells.at(-1);
  const frame = paragraph.format.frame;
  const { left, right } = extentMm(paragraph);
  if (frame || !inner)
    return {
      borders: paragraph.format.borders,
      widthMm: frame?.['w:w'] ? mmOfTwips(Number(frame['w:w'])) : right - left,
      heightMm: frame?.['w:h'] ? mmOfTwips(Number(frame['w:h'])) : null,
      exact: frame?.['w:hRule'] === 'exact',
      leftMm: left,
    };
  const grid = inner.table.gridTw.slice(inner.cell.column, inner.cell.column + inner.cell.gridSpan);
  const before = inner.table.gridTw.slice(0, inner.cell.column);
  const sum = (widths: readonly number[]) => widths.reduce((all, width) => all + width, 0);
  return {
    borders: inner.cell.borders,
    widthMm: mmOfTwips(sum(grid)),
    heightMm: inner.row.heightTw === null ? null : mmOfTwips(inner.row.heightTw),
    exact: inner.row.heightRule === 'exact',
    leftMm: mmOfTwips(inner.table.room.leftTw + sum(before)),
  };
}

function boxFindings(paragraph: Paragraph, box: TextBox, colours: readonly string[]): string[] {
  return (['top', 'bottom', 'left', 'right'] as const).flatMap((side) => {
    const border = box.borders[side];
    return border?.style === 'single' && colours.includes(border.colour)
      ? []
      : [about(paragraph, `its ${side} line is ${border ? `${border.style} ${border.colour}` : 'not there'}`)];
  });
}

const urgency: FormatRule = {
  row: 'urgency (10b)',
  clause: 'III.2.b',
  applies: (file) => isMain(file) && file.document.urgency !== undefined,
  check: (file) =>
    theOne(file, file.document.urgency ?? '', (placed) => {
      const { paragraph } = placed;
      const box = boxOf(placed);
      const [width, height] = STAMP_MM[file.document.urgency ?? 'KHẨN'];
      const text = mainText(file);
      const above = isLetter(file) ? `V/v ${file.document.subject}` : numberText(file);
      const order = text.indexOf(reading(text, above)[0]!);
      const margin = mainSections(file)[0]?.marginMm.left ?? 0;
      const colours = paragraph.runs.map(({ format }) => format.colour);
      return [
        ...lookFindings(paragraph, { sizePt: 13, bold: true, italic: false, alignment: 'center' }),
        ...boxFindings(paragraph, box, [BRIGHT_RED]),
        ...(colours.every((colour) => colour === BRIGHT_RED) ? [] : [about(paragraph, `is ${colours}`)]),
        ...(Math.abs(box.widthMm - width) <= TOLERANCE_MM
          ? []
          : [about(paragraph, `is ${box.widthMm.toFixed(1)} mm wide`)]),
        ...(box.exact && Math.abs((box.heightMm ?? 0) - height) <= TOLERANCE_MM
          ? []
          : [about(paragraph, `is ${box.heightMm?.toFixed(1)} mm high${box.exact ? '' : ' or more'}`)]),
        ...(Math.abs(box.leftMm - margin) <= TOLERANCE_MM ? [] : [about(paragraph, 'not at the left edge')]),
        ...(order >= 0 && text.findIndex((one) => one.paragraph === paragraph) > order
          ? []
          : [about(paragraph, 'not under the number')]),
      ];
    }),
};

/** Paragraphs of page 1 outside its text as well. */
function firstPage(file: FormatFile): Placed[] {
  const [section] = mainSections(file);
  return section
    ? placedIn([...(section.headers.first ?? []), ...(section.footers.first ?? []), ...section.blocks])
    : [];
}

/** Headers or footers of all pages but page 1; a section without any has those of the section before. */
function otherPages({ reading: { sections } }: FormatFile, where: 'headers' | 'footers'): Placed[] {
  return sections.flatMap((section, index) => {
    const { default: next, first } = section[where];
    return placedIn([...(next ?? []), ...(index > 0 && section.titlePage ? (first ?? []) : [])]);
  });
}

const circulation: FormatRule = {
  row: 'circulation (11)',
  clause: 'III.2.c',
  applies: (file) => isMain(file) && file.document.circulation !== undefined,
  check(file) {
    const [section] = mainSections(file);
    const wanted = file.document.circulation ?? '';
    const [placed, ...more] = reading(firstPage(file), wanted);
    if (!placed || !section || more.length > 0) return [`“${wanted}” does not stand once on page 1`];
    const { paragraph } = placed;
    const box = boxOf(placed);
    const others = reading(otherPages(file, 'headers'), wanted);
    return [
      ...lookFindings(paragraph, { sizePt: 13, bold: true, italic: false, alignment: 'center' }),
      ...boxFindings(paragraph, box, ['auto', '000000']),
      ...(box.leftMm + box.widthMm / 2 > section.widthMm / 2 ? [] : [about(paragraph, 'not in the right half')]),
      ...(others.length === 0 ? [] : [about(paragraph, 'on other pages too')]),
    ];
  },
};

const address: FormatRule = {
  row: 'address (13)',
  clause: 'III.4',
  applies: (file) => isMain(file) && file.document.footAddress === true,
  check(file) {
    const [section] = mainSections(file);
    const lines = file.profile.address ?? [];
    const foot = placedIn(section?.footers.first ?? []).filter((one) => readText(one) !== '');
    const [first] = foot;
    if (!section || !first || JSON.stringify(foot.map(readText)) !== JSON.stringify(lines))
      return [`the foot of page 1 reads ${foot.map(readText).join(' / ')}`];
    const { left, right } = extentMm(first.paragraph);
    const { borders } = first.paragraph.format;
    const wide =
      Math.abs(left - section.marginMm.left) < 1 && Math.abs(section.widthMm - section.marginMm.right - right) < 1;
    return [
      ...foot.flatMap(({ paragraph }) => lookFindings(paragraph, { sizePt: 11, bold: false, italic: false })),
      ...(borders.top?.style === 'single' && wide ? [] : ['no line over the whole width above it']),
      ...(section.marginMm.footer >= 20
        ? []
        : [`it stands ${section.marginMm.footer.toFixed(1)} mm above the edge, in the margin`]),
      ...(otherPages(file, 'footers').every((one) => readText(one) === '') ? [] : ['a footer on other pages too']),
    ];
  },
};

const noneOfThese: FormatRule = {
  row: 'marks that nobody asked for',
  clause: 'III.2–4',
  applies: () => true,
  check(file) {
    const all = file.reading.sections.flatMap((section) => placedIn([...section.blocks, ...marginBlocks(section)]));
    const wanted = [file.document.urgency, file.document.circulation];
    const stray = ['HOẢ TỐC', 'THƯỢNG KHẨN', 'KHẨN', 'XEM XONG TRẢ LẠI', 'LƯU HÀNH NỘI BỘ'].filter(
      (text) => !wanted.some((one) => one === text) && reading(all, text).length > 0,
    );
    const feet = file.reading.sections.flatMap(({ footers }) =>
      placedIn([...(footers.first ?? []), ...(footers.default ?? [])]).filter((one) => readText(one) !== ''),
    );
    const asked = isMain(file) && file.document.footAddress === true;
    return [
      ...stray.map((text) => `“${text}” is printed`),
      ...(asked || feet.length === 0 ? [] : ['a footer is printed']),
    ];
  },
};

/** Rules about stamps, directions and address. */
export const markRules: readonly FormatRule[] = [urgency, circulation, address, noneOfThese];
