import { formatCode, notationOf } from '#document/code-notation.ts';
import { dateParts, formatLongDate } from '#document/dates.ts';
import type { Orientation } from '#document/schemas/appendix.schema.ts';
import { toCapitals } from '#document/text/vietnamese.ts';
import { headColumnsMm, mmToTwips, POINTS_PER_MM, textWidthMm } from './page.ts';
import type { RenderInput } from './render-input.ts';
import { balanced, fullRule, shareRule } from './rules.ts';
import { BLACK, BRIGHT_RED } from './styles.ts';
import { breakLines, textWidthPt } from './text-width.ts';
import type { HeadView, StampView, TitleView } from './view.ts';

/** Tiêu ngữ, whose length its rule has (PL I, Mục II.1.b); the template prints it. */
const MOTTO = 'Độc lập - Tự do - Hạnh phúc';
/** Sizes of the urgency stamp in millimetres (PL I, Mục III.2.b). */
const URGENCY_WIDTH_MM = { 'HOẢ TỐC': 30, 'THƯỢNG KHẨN': 40, KHẨN: 20 } as const;
const STAMP_HEIGHT_MM = 8;
const BOX_PADDING_MM = 3;
/** What ỦY BAN NHÂN DÂN takes on one line, bold at 12. */
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
export function dateOrBlank({ issuance, on }: RenderInput): string {
  if (issuance) return formatLongDate(issuance.issuedDate);
  return `ngày${DAY_BLANK}tháng${DAY_BLANK}năm ${dateParts(on).year}`;
}

/** Ô 1–4, and on a công văn its trích yếu; stamps. */
export function headView(input: RenderInput, orientation: Orientation): HeadView {
  const { document, profile } = input;
  const placeAndDate = `${profile.place}, ${dateOrBlank(input)}`;
  const [leftMm, rightMm] = roomFor(placeAndDate, headColumnsMm(orientation));
  const organLines = profile.headerLines.map(toCapitals);
  return {
    leftTwips: mmToTwips(leftMm),
    rightTwips: mmToTwips(rightMm),
    widthTwips: mmToTwips(leftMm) + mmToTwips(rightMm),
    parentName: profile.parentName && toCapitals(profile.parentName),
    organLines,
    organRule: shareRule(
      organLines.flatMap((line) => breakLines(line, 'bold', 12, leftMm * POINTS_PER_MM)),
      12,
      leftMm,
    ),
    mottoRule: fullRule(MOTTO, 13, rightMm),
    code: `Số: ${codeOrBlank(input)}`,
    subjectOfLetter:
      document.schema === 'CongVan@1' ? balanced(`V/v ${document.subject}`, 'regular', 12, leftMm) : null,
    placeAndDate,
    urgency: document.urgency
      ? stamp(document.urgency, 'MucDoKhan', BRIGHT_RED, mmToTwips(URGENCY_WIDTH_MM[document.urgency]), 0)
      : null,
  };
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
export function titleView(typeName: string, subject: string, orientation: Orientation): TitleView {
  const width = textWidthMm(orientation);
  const lines = balanced(subject, 'bold', 14, width);
  return { typeName: toCapitals(typeName), subject: lines, rule: shareRule(lines.lines.slice(-1), 14, width) };
}
