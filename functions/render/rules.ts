import { mmToTwips, POINTS_PER_MM } from '#document/page-size.ts';
import { balancedWidthPt, breakLines, type Face, textWidthPt } from '#document/text/text-width.ts';

/** A rule under a name: how far it keeps from the edges of its column, in twips; that makes its length. */
export interface RuleView {
  readonly left: number;
  readonly right: number;
}

/** A rule of a length in the middle of a column. */
export function centredRule(lengthMm: number, columnMm: number): RuleView {
  const free = mmToTwips(columnMm) - mmToTwips(lengthMm);
  const left = Math.floor(free / 2);
  return { left, right: free - left };
}

/** The rule under the Tiêu ngữ: as long as the text (PL I, Mục II.1.b). */
export function fullRule(text: string, sizePt: number, columnMm: number): RuleView {
  return centredRule(textWidthPt(text, 'bold', sizePt) / POINTS_PER_MM, columnMm);
}

/** Share of the text that a rule under a name takes; the decree allows 1/3 to 1/2 (PL I, Mục II.2.b, II.5.b). */
const SHARE = 0.42;

/** The rule under a name in bold: 1/3 to 1/2 of its last line, and where it can be of its longest too. */
export function shareRule(lines: readonly string[], sizePt: number, columnMm: number): RuleView {
  const widths = lines.map((line) => textWidthPt(line, 'bold', sizePt));
  const last = widths.at(-1) ?? 0;
  const least = Math.min(Math.max(...widths) / 2.9, last / 2.05);
  return centredRule(Math.max(last * SHARE, least) / POINTS_PER_MM, columnMm);
}

/** Room beside the reckoned width, for a machine that sets letters a trace wider. */
const SLACK = 1.02;

/** A centred text that is set in lines of about equal length. */
export interface BalancedText {
  readonly text: string;
  /** Lines after the first where the author breaks it. */
  readonly more: readonly string[];
  /** Indents that make its lines, in twips; null where it has one line. */
  readonly indent: RuleView | null;
  /** Its lines as they will be broken. */
  readonly lines: readonly string[];
}

/** Balances a centred text of several lines by indents on both sides. So no last word stands alone on its line. */
export function balanced(text: string, face: Face, sizePt: number, columnMm: number): BalancedText {
  const columnPt = columnMm * POINTS_PER_MM;
  const widthPt = Math.min(balancedWidthPt(text, face, sizePt, columnPt) * SLACK, columnPt);
  const lines = breakLines(text, face, sizePt, widthPt);
  return { text, more: [], lines, indent: lines.length === 1 ? null : centredRule(widthPt / POINTS_PER_MM, columnMm) };
}

/** A centred text in the lines that its author chose; one too long for the column is broken again. */
export function chosenLines(lines: readonly string[], face: Face, sizePt: number, columnMm: number): BalancedText {
  const [text = '', ...more] = lines;
  const printed = lines.flatMap((line) => breakLines(line, face, sizePt, columnMm * POINTS_PER_MM));
  return { text, more, indent: null, lines: printed };
}
