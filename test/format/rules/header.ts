import type { Placed } from '../../support/docx-reader/walk.ts';
import { capitals, codeOf, escaped, longDate, symbolOf } from '../expected-text.ts';
import { type FormatFile, mainSections, mainText, reading, readText } from '../format-file.ts';
import { about, extentMm, gapPt, lookFindings, theOne } from '../look.ts';
import { lineFindings, SHORT, wrapFindings } from '../measures.ts';
import { type FormatRule, isMain } from '../rule.ts';

const NATION = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM';
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** Least and most of a line's length against its text's. */
const AS_LONG: readonly [number, number] = [0.97, 1.03];

/** Findings where a text is not wholly in one half of the page. */
function halfFindings(file: FormatFile, { paragraph, cells }: Placed, half: 'left' | 'right'): string[] {
  const width = mainSections(file)[0]?.widthMm ?? 0;
  const { centre } = extentMm(paragraph);
  const isThere = half === 'left' ? centre < width / 2 : centre > width / 2;
  const isTop = cells[0] !== undefined && mainSections(file)[0]?.blocks.indexOf(cells[0].table) === firstFilled(file);
  return [
    ...(isThere ? [] : [about(paragraph, `not in the ${half} half of the page`)]),
    ...(isTop ? [] : [about(paragraph, 'not at the very top')]),
  ];
}

/** Index of the first block of the document; a box in the top margin stands outside the text. */
function firstFilled(file: FormatFile): number {
  const blocks = mainSections(file)[0]?.blocks ?? [];
  return blocks.findIndex((block) => block.kind === 'table' || (block.text.trim() !== '' && !block.format.frame));
}

/** Single spacing and nothing between two paragraphs that stand under each other. */
function singleFindings(upper: Placed, lower: Placed): string[] {
  return [
    ...[upper, lower].flatMap(({ paragraph }) =>
      paragraph.format.lineRule === 'auto' && paragraph.format.line === 1
        ? []
        : [about(paragraph, 'not single spacing')],
    ),
    ...(gapPt(upper.paragraph, lower.paragraph) === 0
      ? []
      : [about(lower.paragraph, 'not right under the line above')]),
  ];
}

/** Tells whether two paragraphs stand under each other: the same column of the same table. */
function sameColumn(upper: Placed, lower: Placed): string[] {
  const [a, b] = [upper.cells.at(-1), lower.cells.at(-1)];
  const same = a && b && a.table === b.table && a.cell.column === b.cell.column;
  return same ? [] : [about(lower.paragraph, `not under “${readText(upper)}”`)];
}

const find = (file: FormatFile, wanted: string | RegExp) => reading(mainText(file), wanted)[0];

const nation: FormatRule = {
  row: 'Quốc hiệu (1)',
  clause: 'II.1.a',
  applies: isMain,
  check: (file) =>
    theOne(file, NATION, (placed) => [
      ...lookFindings(placed.paragraph, { sizePt: 12, bold: true, italic: false, alignment: 'center' }),
      ...halfFindings(file, placed, 'right'),
      ...wrapFindings(placed),
    ]),
};

const motto: FormatRule = {
  row: 'Tiêu ngữ (1)',
  clause: 'II.1.b',
  applies: isMain,
  check: (file) =>
    theOne(file, MOTTO, (placed) => {
      const above = find(file, NATION);
      return [
        ...lookFindings(placed.paragraph, { sizePt: 13, bold: true, italic: false, alignment: 'center' }),
        ...wrapFindings(placed),
        ...lineFindings(file, placed, AS_LONG),
        ...(above ? [...sameColumn(above, placed), ...singleFindings(above, placed)] : ['nothing above it']),
      ];
    }),
};

/** The lines of the issuing organ's name, in order; the parent's lines before them where there is one. */
function organLines(file: FormatFile): {
  readonly parent: readonly Placed[];
  readonly own: readonly (Placed | undefined)[];
} {
  const { parentName, headerLines } = file.profile;
  return {
    parent: parentName === null ? [] : (linesOf(file, capitals(parentName)) ?? []),
    own: headerLines.flatMap((line) => linesOf(file, capitals(line)) ?? [undefined]),
  };
}

/** The paragraphs that a name stands in: one, or where the column is narrow several, broken between words. */
function linesOf(file: FormatFile, name: string): Placed[] | null {
  const whole = find(file, name);
  if (whole) return [whole];
  const words = name.split(' ');
  for (let count = words.length - 1; count > 0; count--) {
    const first = find(file, words.slice(0, count).join(' '));
    const rest = first && linesOf(file, words.slice(count).join(' '));
    if (rest) return [first, ...rest];
  }
  return null;
}

const parent: FormatRule = {
  row: 'parent organ (2)',
  clause: 'II.2',
  applies: (file) => isMain(file) && file.profile.parentName !== null,
  check(file) {
    const { parent: upper, own } = organLines(file);
    const [first] = own;
    const last = upper.at(-1);
    if (!last || !first) return [`no line ${capitals(file.profile.parentName ?? '')}`];
    return [
      ...upper.flatMap((line) => [
        ...lookFindings(line.paragraph, { sizePt: 12, bold: false, italic: false, alignment: 'center' }),
        ...halfFindings(file, line, 'left'),
      ]),
      ...[...upper, first]
        .slice(1)
        .flatMap((line, i) => [...sameColumn(upper[i]!, line), ...singleFindings(upper[i]!, line)]),
    ];
  },
};

const organ: FormatRule = {
  row: 'issuing organ (2)',
  clause: 'II.2.b',
  applies: isMain,
  check(file) {
    const { own, parent: upper } = organLines(file);
    const lines = own.filter((line) => line !== undefined);
    const last = lines.at(-1);
    if (!last || lines.length < own.length) return ['the name of the issuing organ is not there in its lines'];
    const cell = last.cells.at(-1)?.cell;
    const names = (cell?.blocks ?? []).filter((block) => block.kind === 'paragraph' && block.text.trim() !== '');
    const wanted = own.length + upper.length;
    const inCell = names.slice(0, wanted);
    return [
      ...lines.flatMap((line) => [
        ...lookFindings(line.paragraph, { sizePt: 12, bold: true, italic: false, alignment: 'center' }),
        ...halfFindings(file, line, 'left'),
      ]),
      ...lines.slice(1).flatMap((line, i) => [...sameColumn(lines[i]!, line), ...singleFindings(lines[i]!, line)]),
      ...(inCell.at(-1) === last.paragraph ? [] : ['other lines among those of the organ']),
      ...lineFindings(file, last, SHORT),
    ];
  },
};

/** The paragraph with number and symbol; a draft has blanks in place of the number. */
export function numberText(file: FormatFile): string | RegExp {
  const code = codeOf(file);
  return code === null ? new RegExp(`^Số:\\s+/${escaped(symbolOf(file))}$`, 'u') : `Số: ${code}`;
}

/** The paragraph with place and date; a draft has blanks in place of day and month. */
export function dateText(file: FormatFile): string | RegExp {
  const { place } = file.profile;
  const year = file.on.slice(0, 4);
  if (!file.issuance) return new RegExp(`^${escaped(place)}, ngày\\s+tháng\\s+năm ${year}$`, 'u');
  return `${place}, ${longDate(file.issuance.issuedDate)}`;
}

const number: FormatRule = {
  row: 'số, ký hiệu (3)',
  clause: 'II.3',
  applies: isMain,
  check: (file) =>
    theOne(file, numberText(file), (placed) => {
      const above = organLines(file).own.at(-1);
      return [
        ...lookFindings(placed.paragraph, { sizePt: 13, bold: false, italic: false, alignment: 'center' }),
        ...wrapFindings(placed),
        ...(above ? sameColumn(above, placed) : ['no organ above it']),
      ];
    }),
};

const date: FormatRule = {
  row: 'place, date (4)',
  clause: 'II.4',
  applies: isMain,
  check: (file) =>
    theOne(file, dateText(file), (placed) => {
      const above = find(file, MOTTO);
      const beside = find(file, numberText(file));
      const [own, other] = [placed.cells.at(-1), beside?.cells.at(-1)];
      const level = own && other && own.row === other.row && own.cell.blocks[0] === placed.paragraph;
      return [
        ...lookFindings(placed.paragraph, { sizePt: 13, bold: false, italic: true, alignment: 'center' }),
        ...wrapFindings(placed),
        ...(above ? sameColumn(above, placed) : ['no Tiêu ngữ above it']),
        ...(level && placed.paragraph.format.beforePt === beside?.paragraph.format.beforePt
          ? []
          : ['not on the same line as the number']),
      ];
    }),
};

/** Rules about the head of the document. */
export const headerRules: readonly FormatRule[] = [nation, motto, parent, organ, number, date];
