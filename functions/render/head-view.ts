import { formatCode, notationOf } from '#document/code-notation.ts';
import { dateParts, formatLongDate, formatMonth } from '#document/dates.ts';
import type { Document } from '#document/document-types.ts';
import { mmToTwips, POINTS_PER_MM, textWidthMm } from '#document/page-size.ts';
import type { Orientation } from '#document/schemas/appendix.schema.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { withoutTextMark } from '#document/text/runs.ts';
import { textWidthPt } from '#document/text/text-width.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import { traitsOf } from '#document/type-traits.ts';
import { organLines } from './organ-lines.ts';
import { headColumnsMm } from './page.ts';
import type { RenderInput } from './render-input.ts';
import { type BalancedText, balanced, chosenLines, fullRule, shareRule } from './rules.ts';
import { BLACK, BRIGHT_RED } from './styles.ts';
import type { HeadView, StampView, TitleView } from './view.ts';

/** Tiêu ngữ, whose length its rule has (PL I, Mục II.1.b); the template prints it. */
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** Sizes of the urgency stamp in millimetres (PL I, Mục III.2.b). */
const URGENCY_WIDTH_MM = { 'HOẢ TỐC': 30, 'HỎA TỐC': 30, 'THƯỢNG KHẨN': 40, KHẨN: 20 } as const;
const STAMP_HEIGHT_MM = 8;
const BOX_PADDING_MM = 3;
/** Least width of the left side in millimetres: ỦY BAN NHÂN DÂN on one line, bold at 12. */
const LEAST_LEFT_MM = 45;
/** Blanks of a draft for number, day and month, as drafts go round. */
const NUMBER_BLANK = '        ';
const DAY_BLANK = '      ';

/** Number and symbol, or the symbol after a blank: `35/KH-UBND`, `        /KH-UBND`. */
export function codeOrBlank({ document, profile, issuance }: RenderInput): string {
  const notation = notationOf(document, profile);
  return issuance ? formatCode(issuance.number, notation) : `${NUMBER_BLANK}/${notation}`;
}

/** The day written out, or with blanks: `ngày      tháng      năm 2026`. */
export function dateOrBlank({ document, issuance, on }: RenderInput): string {
  if (issuance) return formatLongDate(issuance.issuedDate);
  if (document.draftMonth !== undefined) {
    const { year, month } = dateParts(`${document.draftMonth}-01`);
    return `ngày${DAY_BLANK}tháng ${formatMonth(month)} năm ${year}`;
  }
  return `ngày${DAY_BLANK}tháng${DAY_BLANK}năm ${dateParts(on).year}`;
}

/** Ô 1–4, and on a công văn its trích yếu; stamps. */
export function headView(input: RenderInput, orientation: Orientation): HeadView {
  const { document, profile } = input;
  const placeAndDate = `${profile.place}, ${dateOrBlank(input)}`;
  const [leftMm, rightMm] = roomFor(placeAndDate, headColumnsMm(orientation));
  return {
    ...organColumns(profile, [leftMm, rightMm]),
    code: `Số: ${codeOrBlank(input)}`,
    subjectOfLetter: traitsOf(document).hasTitle ? null : subjectOfLetter(document, leftMm),
    placeAndDate,
    urgency: document.urgency
      ? stamp(
          document.urgency.replace('HỎA', 'HOẢ'),
          'MucDoKhan',
          BRIGHT_RED,
          mmToTwips(URGENCY_WIDTH_MM[document.urgency]),
          0,
        )
      : null,
    draftMark: document.draftMark && !input.issuance ? draftStamp(document.draftMark, leftMm) : null,
  };
}

/** Ô 1 and 2: the organ's names left, Quốc hiệu and Tiêu ngữ right. */
export function organColumns(
  profile: Pick<OrganProfile, 'headerLines' | 'parentName' | 'parentLines'>,
  [leftMm, rightMm]: readonly [number, number],
) {
  const ownLines = profile.headerLines.flatMap((line) => organLines(toCapitals(line), 'bold', 12, leftMm));
  return {
    leftTwips: mmToTwips(leftMm),
    rightTwips: mmToTwips(rightMm),
    widthTwips: mmToTwips(leftMm) + mmToTwips(rightMm),
    parentLines: parentLines(profile, leftMm).flatMap((line) => organLines(line, 'regular', 12, leftMm)),
    organLines: ownLines,
    organRule: shareRule(
      ownLines.flatMap(({ lines }) => lines),
      12,
      leftMm,
    ),
    mottoRule: fullRule(MOTTO, 13, rightMm),
  };
}

function subjectOfLetter({ subject, subjectLines }: Document, leftMm: number): BalancedText {
  const [first, ...rest] = subjectLines ?? [];
  if (first !== undefined) return chosenLines([`V/v ${first}`, ...rest], 'regular', 12, leftMm);
  return balanced(`V/v ${withoutTextMark(subject)}`, 'regular', 12, leftMm);
}

/** The upper line of ô 2 in capitals; "ỦY BAN NHÂN DÂN" stands on a line of its own where the name needs two. */
function parentLines(
  { parentName, parentLines: chosen }: Pick<OrganProfile, 'parentName' | 'parentLines'>,
  columnMm: number,
): string[] {
  if (chosen) return chosen.map(toCapitals);
  if (parentName === null) return [];
  const name = toCapitals(parentName);
  if (textWidthPt(name, 'regular', 12) <= columnMm * POINTS_PER_MM) return [name];
  const [, common, own] = /^((?:ỦY|UỶ) BAN NHÂN DÂN|HỘI ĐỒNG NHÂN DÂN)\s+(.*)$/u.exec(name) ?? [];
  return common === undefined || own === undefined ? [name] : [common, own];
}

function draftStamp(text: string, columnMm: number): StampView {
  const widthTwips = Math.round(textWidthPt(text, 'bold', 13) * 20) + mmToTwips(2 * BOX_PADDING_MM);
  return stamp(text, 'DuThao', BLACK, widthTwips, Math.round((mmToTwips(columnMm) - widthTwips) / 2));
}

/** Columns in which place and date stay on one line (ô 4): the longest names of units take some of the left column's room. */
function roomFor(placeAndDate: string, [leftMm, rightMm]: readonly [number, number]): readonly [number, number] {
  const neededMm = Math.ceil(textWidthPt(placeAndDate, 'regular', 13) / POINTS_PER_MM);
  const takenMm = Math.max(0, Math.min(neededMm - rightMm, leftMm - LEAST_LEFT_MM));
  return [leftMm - takenMm, rightMm + takenMm];
}

/** The box of ô 11, in the middle above the Quốc hiệu; it stands in the header of page 1. */
export function circulationView(text: string, orientation: Orientation): StampView {
  const [leftMm, rightMm] = headColumnsMm(orientation);
  const widthTwips = Math.round(textWidthPt(text, 'bold', 13) * 20) + mmToTwips(2 * BOX_PADDING_MM);
  const indentTwips = mmToTwips(leftMm) + Math.round((mmToTwips(rightMm) - widthTwips) / 2);
  return stamp(text, 'ChiDanLuuHanh', BLACK, widthTwips, indentTwips);
}

function stamp(
  text: string,
  style: StampView['style'],
  color: string,
  widthTwips: number,
  indentTwips: number,
): StampView {
  return { text, style, color, widthTwips, heightTwips: mmToTwips(STAMP_HEIGHT_MM), indentTwips };
}

/** Ô 5a: type, trích yếu, and the rule under its last line. */
export function titleView(
  typeName: string,
  { subject, subjectLines }: Pick<Document, 'subject' | 'subjectLines'>,
  orientation: Orientation,
): TitleView {
  const width = textWidthMm(orientation);
  const lines = subjectLines
    ? chosenLines(subjectLines, 'bold', 14, width)
    : balanced(withoutTextMark(subject), 'bold', 14, width);
  return { typeName: toCapitals(typeName), subject: lines, rule: shareRule(lines.lines.slice(-1), 14, width) };
}
