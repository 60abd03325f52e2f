import { labelOf } from '../elements/labels.ts';
import { isCapitals } from '../elements/line.ts';
import {
  ADDRESSED,
  ATTACHED,
  BASIS,
  isMotto,
  isNationalName,
  printedDate,
  RECIPIENTS,
  typeNamed,
} from '../elements/patterns.ts';

/** Share of lines that may be longer than the width of the text. */
const LONGER_SHARE = 0.1;
/** Lines shorter than this say nothing of the width. */
const LEAST_LENGTH = 30;
/** No page of 14 points holds more characters a line: longer lines are whole paragraphs. */
const MAX_LENGTH = 130;
/** Letters are not of one width: a line this near to the width is full. */
const FULL_SHARE = 0.9;
/** A line without a number that ends like this is not done. */
const OPEN_END =
  /(?:,|\s(?:và|của|với|cho|các|những|về|theo|tại|trong|từ|đến|số|điểm|khoản|Điều|mục|Phần|hoặc|do|bởi))$/u;
/** Ending of a sentence or an item. */
const DONE = /(?:\.\/\.?|[.;:!?…])["”’)\]]*$/u;

/**
 * Joins the broken lines of a PDF's text layer, or of text copied from one, to paragraphs as typed. An empty line parts
 * paragraphs only where nothing else says that the sentence goes on.
 *
 * @example joinLines(['1. Mục tiêu', 'a) Nâng cao nhận thức, trách', 'nhiệm của cán bộ.'])
 */
export function joinLines(lines: readonly string[]): string[] {
  const width = widthOf(lines);
  const paragraphs: string[] = [];
  let last = '';
  let isGap = false;
  for (const given of lines) {
    const line = given.trimEnd();
    if (line.trim() === '') {
      isGap = true;
      continue;
    }
    const at = paragraphs.length - 1;
    if (last !== '' && goesOn(last, line.trim(), { width, isGap })) {
      paragraphs[at] = joinTwo(paragraphs[at] ?? '', line.trim());
    } else paragraphs.push(line.trimStart());
    last = line.trim();
    isGap = false;
  }
  return paragraphs;
}

/** Joins two pieces: a word or symbol that was broken at its hyphen has no space. */
export function joinTwo(before: string, after: string): string {
  return /[\p{L}\d][-/]$/u.test(before) && /^[\p{L}\d]/u.test(after) ? before + after : `${before} ${after}`;
}

/** Characters of a full line; null where lines are whole paragraphs. */
function widthOf(lines: readonly string[]): number | null {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length >= LEAST_LENGTH);
  const sorted = lengths.sort((a, b) => a - b);
  const width = sorted[Math.floor(sorted.length * (1 - LONGER_SHARE))];
  return width === undefined || width > MAX_LENGTH ? null : width;
}

/** Surroundings of a line. */
export interface Around {
  /** Characters of a full line; null where lines are whole paragraphs. */
  readonly width: number | null;
  /** True after an empty line. */
  readonly isGap: boolean;
}

/** Tells whether a line goes on with the sentence of the line before it. */
export function goesOn(before: string, line: string, { width, isGap }: Around): boolean {
  if (/\.\/\.?$/.test(before) || isOwnLine(before) || `${before}${line}`.includes('\t')) return false;
  if (startsAnew(before, line)) return false;
  const isFull = width !== null && before.length + 1 + firstWord(line).length >= width * FULL_SHARE;
  if (isCapitals({ text: before }) || isCapitals({ text: line })) return goesOnInCapitals(before, line, isFull);
  const isDone = DONE.test(before);
  if (/^[\p{Ll}\d…,;)]/u.test(line)) return !isDone || (isFull && !isGap);
  if (OPEN_END.test(before)) return true;
  return isDone ? isFull && !isGap && !/[;:]$/.test(before) : isFull;
}

/** Titles in capitals over two lines; an abbreviation that alone was left for the last line. */
function goesOnInCapitals(before: string, line: string, isFull: boolean): boolean {
  const isOne = isCapitals({ text: before }) === isCapitals({ text: line });
  return isFull && (isOne || line.length < 10) && !DONE.test(before);
}

/** Tells whether a line begins an element of its own: a label, a head's line, Nơi nhận. */
export function startsAnew(before: string, line: string): boolean {
  const label = labelOf(line);
  if (label) return !(isCut(before, line) || OPEN_LABEL.test(before));
  const isHead = isNationalName(line) || isMotto(line) || printedDate(line) !== null || /^Số\s*:/u.test(line);
  const isElement = [RECIPIENTS, ADDRESSED, ATTACHED].some((pattern) => pattern.test(line)) || /^V\/v\s/iu.test(line);
  return isHead || isElement || (BASIS.test(line) && /[;.]$/.test(before)) || (isType(line) && before.length < 60);
}

/** "điểm a)", "khoản 2." in the middle of a sentence; a year's dash. */
const OPEN_LABEL = /\s(?:điểm|khoản|Điều|mục|số)$/u;
const isCut = (before: string, line: string) =>
  (/\d$/.test(before) && /^[-–]\s*\d/u.test(line)) || (/\p{Lu}\s*$/u.test(before) && /^[-–]\s*\p{Lu}{2}/u.test(line));

/** Lines after which a new one begins whatever it says. */
function isOwnLine(line: string): boolean {
  return (
    [isNationalName, isMotto, isType, isAppendixLabel].some((isOwn) => isOwn(line)) ||
    /^Nơi\s+nhận\s*:$/iu.test(line) ||
    /^\(.*\)$/u.test(line)
  );
}

function isType(line: string): boolean {
  return typeNamed(line) !== null && isCapitals({ text: line });
}

function isAppendixLabel(line: string): boolean {
  return /^Phụ\s+lục(?:\s+(?:số\s+)?[IVXLC\d]+)?\s*[.:]?$/iu.test(line);
}

function firstWord(line: string): string {
  return line.split(/\s/, 1)[0] ?? '';
}
