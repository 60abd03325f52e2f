import { LEVELS, type Level } from '#document/schemas/part.schema.ts';
import { POINT_LETTERS } from '#document/text/vietnamese.ts';

/** Level of a line of the body: a note or a table is told by other signs. */
export type BodyLevel = Exclude<Level, 'note' | 'table'>;

/** Levels of a body's lines, from the widest to the narrowest, as typed or listed. */
export const BODY_LEVELS = LEVELS.filter((level): level is BodyLevel => level !== 'note' && level !== 'table');

/** A label that stands before a line. */
export interface Label {
  readonly level: BodyLevel;
  /** As it stands: `1.1.`, `Điều 3.`, `đ)`. */
  readonly text: string;
  /** Numbers of a label; one but for `1.1.1.`; empty where a level has none, 0 for a sign that is no number of ours. */
  readonly numbers: readonly number[];
  /** Characters of the line that it takes, the space after it too. */
  readonly length: number;
}

const ROMAN_DIGITS: Readonly<Record<string, number>> = { I: 1, V: 5, X: 10, L: 50, C: 100 };
const WORDS = ['nhất', 'hai', 'ba', 'tư', 'năm', 'sáu', 'bảy', 'tám', 'chín', 'mười'];

/** Value of a Roman numeral written as one writes them; 0 for any other text. */
export function fromRoman(text: string): number {
  if (!/^(?:C{0,3})(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$/.test(text)) return 0;
  return [...text].reduce((sum, sign, i) => {
    const value = ROMAN_DIGITS[sign] ?? 0;
    return sum + (value < (ROMAN_DIGITS[text[i + 1] ?? ''] ?? 0) ? -value : value);
  }, 0);
}

function ordinal(text: string): number {
  const word = WORDS.indexOf(text.toLowerCase()) + 1;
  return word || fromRoman(text.toUpperCase()) || Number(text) || 0;
}

const pointNumber = (letter: string) => POINT_LETTERS.indexOf(letter) + 1;
const letterNumber = (letter: string) => POINT_LETTERS.toUpperCase().indexOf(letter) + 1;

interface Pattern {
  readonly level: BodyLevel;
  readonly sign: RegExp;
  readonly numbers: (sign: string) => readonly number[];
}

/** The labels that offices type, the decree's first (PL I, Mục II.6.đ). The first that fits counts; group 1 is the sign. */
const PATTERNS: readonly Pattern[] = [
  {
    level: 'division',
    sign: /^PHẦN\s+(?:THỨ\s+)?([IVXLC]+|\d{1,3}|nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)(?![\p{L}\d])\s*[.:]?\s*/iu,
    numbers: (sign) => [ordinal(sign)],
  },
  {
    level: 'chapter',
    sign: /^CHƯƠNG\s+([IVXLC]+|\d{1,3})(?![\p{L}\d])\s*[.:]?\s*/iu,
    numbers: (sign) => [ordinal(sign)],
  },
  {
    level: 'subsection',
    sign: /^TIỂU\s+MỤC\s+(\d{1,3}|[IVXLC]+)(?![\p{L}\d])\s*[.:]?\s*/iu,
    numbers: (sign) => [ordinal(sign)],
  },
  { level: 'section', sign: /^MỤC\s+(\d{1,3}|[IVXLC]+)(?![\p{L}\d])\s*[.:]?\s*/iu, numbers: (sign) => [ordinal(sign)] },
  { level: 'article', sign: /^Điều\s+(\d{1,4})\s*[.:]\s*/u, numbers: (sign) => [Number(sign)] },
  {
    level: 'subclause',
    sign: /^(\d{1,3}(?:\.\d{1,3}){1,5})(?:\s*[.):/]\s*|\s+)(?=\S)/u,
    numbers: (sign) => sign.split('.').map(Number),
  },
  { level: 'clause', sign: /^(\d{1,3})\s*[.)/:]\s*(?=[^\d\s])/u, numbers: (sign) => [Number(sign)] },
  { level: 'item', sign: /^\((\d{1,3})\)\s*(?=\S)/u, numbers: (sign) => [Number(sign)] },
  { level: 'itemRoman', sign: /^\(([ivx]{1,5})\)\s*(?=\S)/u, numbers: (sign) => [fromRoman(sign.toUpperCase())] },
  { level: 'roman', sign: /^([IVXLC]{1,6})\s*[.)/:-](?!v\s)\s*(?=\S)/u, numbers: (sign) => [fromRoman(sign)] },
  { level: 'letter', sign: /^([A-ZĐ])\s*[.)]\s+(?=\S)/u, numbers: (sign) => [letterNumber(sign)] },
  { level: 'point', sign: /^([a-zđ])\s*\)\s*(?=\S)/u, numbers: (sign) => [pointNumber(sign)] },
  { level: 'itemLetter', sign: /^([a-zđ])\s*\.\s*(?=\S)/u, numbers: (sign) => [pointNumber(sign)] },
  { level: 'dash', sign: /^([-–—•·▪*●○])\s*(?=\S)/u, numbers: () => [] },
  { level: 'plus', sign: /^(\+)\s*(?=\S)/u, numbers: () => [] },
];

/** Levels whose word and number stand on a line of their own, or before a title in capitals. */
const WORDED = new Set<BodyLevel>(['division', 'chapter', 'section', 'subsection']);

/** The label that a line begins with; null where it begins with text. A citation such as "Phần I của …" is text. */
export function labelOf(text: string): Label | null {
  for (const { level, sign, numbers } of PATTERNS) {
    const match = sign.exec(text);
    if (!match) continue;
    const rest = text.slice(match[0].length);
    if (WORDED.has(level) && rest !== '' && /\p{Ll}/u.test(rest.slice(0, 40)) && !/[.:]\s*$/.test(match[0])) continue;
    if (level === 'section' && rest !== '' && !/^\p{Lu}/u.test(rest)) continue;
    return { level, text: match[0].trim(), numbers: numbers(match[1] ?? ''), length: match[0].length };
  }
  return null;
}

/** Computes the number that follows; null for a level without numbers. */
export function nextNumber(numbers: readonly number[]): number | null {
  const last = numbers.at(-1);
  return last === undefined ? null : last + 1;
}
