import type { Paragraph } from '../../support/docx-reader/types.ts';
import { mmOfPoints } from '../../support/docx-reader/units.ts';
import { type FormatFile, mainSections, mainText, reading, readText } from '../format-file.ts';
import { about, extentMm, following, gapPt, lookFindings, theOne } from '../look.ts';
import { lineFindings, SHORT } from '../measures.ts';
import { type FormatRule, isLetter, isPlan } from '../rule.ts';
import { lineRoomMm, textWidthPt } from '../text-width.ts';
import { numberText } from './header.ts';

function pageCentreFindings(file: FormatFile, paragraph: Paragraph): string[] {
  const { widthMm = 0, marginMm } = mainSections(file)[0] ?? {};
  const centre = ((marginMm?.left ?? 0) + widthMm - (marginMm?.right ?? 0)) / 2;
  return Math.abs(extentMm(paragraph).centre - centre) < 1 ? [] : [about(paragraph, 'not in the middle of the text')];
}

const type: FormatRule = {
  row: 'type (5a)',
  clause: 'II.5.b',
  applies: isPlan,
  check: (file) =>
    theOne(file, 'KẾ HOẠCH', ({ paragraph }) => [
      ...lookFindings(paragraph, { sizePt: 14, bold: true, italic: false, alignment: 'center' }),
      ...pageCentreFindings(file, paragraph),
    ]),
};

const subject: FormatRule = {
  row: 'trích yếu (5a)',
  clause: 'II.5.b',
  applies: isPlan,
  check: (file) =>
    theOne(file, file.document.subject, (placed) => {
      const blocks = mainSections(file).flatMap((section) => section.blocks);
      const [title] = reading(mainText(file), 'KẾ HOẠCH');
      return [
        ...lookFindings(placed.paragraph, { sizePt: 14, bold: true, italic: false, alignment: 'center' }),
        ...pageCentreFindings(file, placed.paragraph),
        ...(title && following(blocks, title) === placed.paragraph ? [] : ['not right under the type']),
        ...(/[.;]$/u.test(readText(placed)) ? ['ends with a mark'] : []),
        ...lineFindings(file, placed, SHORT),
      ];
    }),
};

const letterSubject: FormatRule = {
  row: 'trích yếu of a công văn (5b)',
  clause: 'II.5.b',
  applies: isLetter,
  check: (file) =>
    theOne(file, `V/v ${file.document.subject}`, (placed) => {
      const [above] = reading(mainText(file), numberText(file));
      const [own, upper] = [placed.cells.at(-1), above?.cells.at(-1)];
      const apart = above
        ? [gapPt(above.paragraph, placed.paragraph), sumOfGaps(above.paragraph, placed.paragraph)]
        : [];
      const blocks = mainSections(file).flatMap((section) => section.blocks);
      return [
        ...lookFindings(placed.paragraph, { sizePt: 12, bold: false, italic: false, alignment: 'center' }),
        ...(own && upper && own.table === upper.table && own.cell.column === upper.cell.column
          ? []
          : ['not in the column of the number']),
        ...(above && following(blocks, above) === placed.paragraph ? [] : ['not right under the number']),
        ...(apart.every((gap) => gap === 6) ? [] : [`${apart.join(' or ')} pt under the number, not 6`]),
        ...(/^V\/v \p{Ll}/u.test(readText(placed)) ? [] : ['begins with a capital']),
        ...(/[.;]$/u.test(readText(placed)) ? ['ends with a mark'] : []),
        ...(placed.paragraph.format.borders.bottom ? ['a line below'] : []),
      ];
    }),
};

/** Points between two paragraphs for a reader that adds spaces up. */
function sumOfGaps(upper: Paragraph, lower: Paragraph): number {
  return upper.format.afterPt + lower.format.beforePt;
}

const LOOK = { sizePt: 14, bold: false, italic: false };

const oneAddressee: FormatRule = {
  row: 'Kính gửi (9a), one recipient',
  clause: 'II.9.d',
  applies: (file) => isLetter(file) && addressees(file).length === 1,
  check: (file) => theOne(file, `Kính gửi: ${addressees(file)[0]}`, ({ paragraph }) => lookFindings(paragraph, LOOK)),
};

function addressees({ document }: FormatFile): readonly string[] {
  return document.schema === 'CongVan@1' ? document.addressees : [];
}

/** Left edge of the first line's text at a place of it, in millimetres; only a left-aligned line has one. */
function startMm(paragraph: Paragraph): number {
  return extentMm(paragraph).left + (paragraph.format.firstLineTw * 25.4) / 1440;
}

/** Position of the colon of "Kính gửi:" in millimetres, whether the line is set from the left or centred. */
function colonMm(paragraph: Paragraph): number {
  const look = paragraph.runs[0]?.format ?? paragraph.mark;
  const width = (text: string) => mmOfPoints(textWidthPt(text, look));
  const start =
    paragraph.format.alignment === 'center' ? extentMm(paragraph).centre - width('Kính gửi:') / 2 : startMm(paragraph);
  return start + width('Kính gửi');
}

const manyAddressees: FormatRule = {
  row: 'Kính gửi (9a), two or more recipients',
  clause: 'II.9.d',
  applies: (file) => isLetter(file) && addressees(file).length > 1,
  check: (file) =>
    theOne(file, 'Kính gửi:', ({ paragraph: label }) => {
      const names = addressees(file);
      const colon = colonMm(label);
      return [
        ...lookFindings(label, LOOK),
        ...names.flatMap((name, i) =>
          theOne(file, `- ${name}${i < names.length - 1 ? ';' : '.'}`, ({ paragraph }) => {
            const off = startMm(paragraph) - colon;
            const hangs = paragraph.format.firstLineTw < 0 || paragraph.format.alignment !== 'left';
            const wraps =
              textWidthPt(paragraph.shown, paragraph.runs[0]!.format) > lineRoomMm(paragraph) / mmOfPoints(1);
            return [
              ...lookFindings(paragraph, LOOK),
              ...(Math.abs(off) <= 1.4 ? [] : [about(paragraph, `the dash is ${off.toFixed(1)} mm off the colon`)]),
              ...(wraps && !hangs ? [about(paragraph, 'its second line does not hang')] : []),
            ];
          }),
        ),
      ];
    }),
};

/** Rules about type, trích yếu and Kính gửi. */
export const titleRules: readonly FormatRule[] = [type, subject, letterSubject, oneAddressee, manyAddressees];
