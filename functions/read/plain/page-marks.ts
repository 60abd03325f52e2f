import { isCapitals } from '../elements/line.ts';
import { isNationalName } from '../elements/patterns.ts';

/** Lines of a text without what stands on pages alone, and how much of it there was. */
export interface OwnLines {
  readonly lines: readonly string[];
  /** Page numbers, stamps of signatures and repeated heads that were left out, as they stood. */
  readonly left: readonly string[];
}

/** A page's number: "2", "- 2 -", "Trang 2/9". */
export const PAGE_NUMBER = /^[-–\s]*(?:Trang\s+)?(\d{1,3})(?:\s*\/\s*\d{1,3})?[-–\s]*$/iu;
/** First line of a stamp that shows a digital signature. */
export const STAMP = /^(?:Người ký|Ký bởi|Được ký bởi|Ký điện tử bởi|Digitally signed by|Signed by)\s*[:：]?/iu;
const STAMP_LINE =
  /^(?:Người ký|Ký bởi|Email|Cơ quan|Đơn vị|Tổ chức|Chức vụ|Ngày ký|Thời gian ký|Giờ ký|Date|Reason|Location|Ngày|DN)\s*[:：]/iu;
/** Line at the top right of a signed file of its own (PL I, Mục III.1.đ). */
const SIGNED_AT = /^Số\s*:\s*\S+\s*;\s*\d{1,2}\/\d{1,2}\/\d{4}\s*;?\s*\d{1,2}:\d{2}/iu;
/** Lines in which a head may be printed twice. */
const HEAD_LINES = 30;

/** Leaves out page numbers that count on, stamps of signatures, and a head that is printed twice. */
export function withoutPageMarks(given: readonly string[]): OwnLines {
  const left: string[] = [];
  const keep = (marks: ReadonlySet<number>, lines: readonly string[]) =>
    lines.filter((line, i) => {
      if (marks.has(i)) left.push(line.trim());
      return !marks.has(i);
    });
  const numbers = numbersOfPages(given);
  const numbered = keep(new Set([...numbers, ...runningHeads(given, numbers)]), given);
  const stamped = keep(stampLines(numbered), numbered);
  return { lines: keep(repeatedHead(stamped), stamped), left };
}

/** Numbers alone on their lines that count the pages from 2 on; rows of a table are numbered from 1. */
function numbersOfPages(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let page = 1;
  for (const [i, line] of lines.entries()) {
    const number = Number(PAGE_NUMBER.exec(line.trim())?.[1] ?? 0);
    const isApart = line.startsWith('\f') || isBlank(lines[i - 1]) || (lines[i + 1] ?? '').startsWith('\f');
    if (number !== page + 1 || !isApart || hasRow(lines, i, number - 1, found)) continue;
    found.add(i);
    page = number;
  }
  return found;
}

/** Lines right below a page's number that stand there on more pages than one. */
function runningHeads(lines: readonly string[], numbers: ReadonlySet<number>): number[] {
  const heads = [...numbers].flatMap((at) => {
    const head = lines.findIndex((line, i) => i > at && !isBlank(line));
    return head > at && head < at + 4 && !lines[head]?.includes('\t') ? [head] : [];
  });
  const texts = heads.map((at) => lines[at]?.trim());
  return heads.filter((_, i) => texts.indexOf(texts[i]) !== texts.lastIndexOf(texts[i]));
}

/** Tells whether a number is a table row's: the one before it stands alone nearby, and is no page's. */
function hasRow(lines: readonly string[], at: number, number: number, pages: ReadonlySet<number>): boolean {
  const from = Math.max(0, at - 25);
  return lines.slice(from, at).some((line, i) => line.trim() === String(number) && !pages.has(from + i));
}

function isBlank(line: string | undefined): boolean {
  return line === undefined || line.trim() === '';
}

/** Tells whether a line may belong to a stamp. */
export function isStampLine(text: string): boolean {
  return STAMP_LINE.test(text) || SIGNED_AT.test(text);
}

function stampLines(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  let isInside = false;
  for (const [i, line] of lines.entries()) {
    const text = line.trim();
    isInside = STAMP.test(text) || (isInside && (text === '' || STAMP_LINE.test(text)));
    if ((isInside && text !== '') || SIGNED_AT.test(text)) found.add(i);
  }
  return found;
}

/** Bold that a printer made by printing twice, and a first page that was copied twice: its lines come again before the body. */
function repeatedHead(lines: readonly string[]): Set<number> {
  const found = new Set<number>();
  const heads = lines.flatMap((line, i) => (i < HEAD_LINES && isNationalName(line) ? [i] : []));
  if (heads.length < 2) return found;
  const seen = new Set<string>();
  const end = (heads.at(-1) ?? 0) + HEAD_LINES;
  for (const [i, line] of lines.slice(0, end).entries()) {
    const text = line.trim();
    const isOfHead = text !== '' && (isCapitals({ text }) || /^(?:Độc lập|Số\s*:|.*ngày.*tháng.*năm)/iu.test(text));
    if (!isOfHead) continue;
    if (seen.has(text)) found.add(i);
    seen.add(text);
  }
  return found;
}
