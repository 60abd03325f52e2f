import type { Pointer, RawFinding } from '../checking/findings.ts';
import type { PartialText } from '../checking/partial-document.ts';
import type { Level } from '../schemas/part.schema.ts';
import { parseRuns } from '../text/runs.ts';
import { inPart, type Rule } from './rule.ts';

/** So much of a text is looked at: a number stands at its head. */
const HEAD = 60;
/** Words before the number of a part that has a heading of its own. */
const HEADINGS = ['Phần', 'Chương', 'Mục', 'Tiểu mục', 'Điều', 'Khoản'];
/** Numbers that an author types, and the level that prints them; with a space after them, or right before a word. */
const TYPED: ReadonlyArray<readonly [pattern: string, level: Level | null]> = [
  [`(?:${HEADINGS.flatMap((word) => [word, word.toUpperCase()]).join('|')})\\s+(?:[IVXLC]+|\\d+)\\s*[.:](?!\\d)`, null],
  ['(?:Phần thứ|PHẦN THỨ)\\s+\\p{L}+\\s*(?:[.:]|$)', null],
  ['[IVX]{1,5}\\.\\d{1,2}\\.?(?=\\s)', 'clause'],
  ['[IVX]{1,5}\\s*[.)/](?!\\s*[IVX]{1,5}[.\\s])(?=\\s|$|\\p{Lu}\\p{L})', 'roman'],
  ['[IVX]{1,5}\\s*[-–:](?=\\s+(?![IVX]+(?!\\p{L}))\\p{Lu}\\p{L}+)', 'roman'],
  ['[A-HĐ]\\s*[-–](?=\\s+\\p{Lu}{2})', 'letter'],
  // "C. Mác" is a name.
  ['(?!C\\. Mác)[A-HĐ]\\.(?=\\s+\\p{Lu})', 'letter'],
  ['\\d{1,2}(?:\\.\\d{1,2}){1,3}\\s*[.)](?=\\s|$|\\p{L})', 'subclause'],
  ['\\d{1,2}(?:\\.\\d{1,2}){1,3}\\s*[-–:](?=\\s+\\p{L})', 'subclause'],
  ['\\d{1,2}\\s*[.)](?=\\s|$|\\p{L})', 'clause'],
  ['\\d{1,2}(?:\\.\\d{1,2}){2,3}(?=\\s)', 'subclause'],
  ['\\d{1,2}\\.\\d{1,2}(?=\\s+\\p{Lu})', 'subclause'],
  ['\\d{1,2}/(?=\\s|$)', 'clause'],
  ['\\d{1,2}[-–:](?=\\s+\\p{L})', 'clause'],
  ['[①-⑳]', 'item'],
  ['\\((?:\\d{1,2}|[a-zđ])\\)(?=\\s|$|\\p{L})', 'item'],
  ['\\([ivx]{2,5}\\)(?=\\s|$|\\p{L})', 'itemRoman'],
  ['[a-zđ]\\s*\\)(?=\\s|$|\\p{L})', 'point'],
  ['[a-zđ][-–](?=\\s+\\p{L})', 'point'],
  ['[a-zđ]\\.(?=\\s)', 'itemLetter'],
  ['[-–—•](?=\\s|$|\\p{L})', 'dash'],
  ['\\+(?=\\s|$|\\p{L})', 'plus'],
];
const ANY = new RegExp(`^[\\s*]*(${TYPED.map(([pattern]) => pattern).join('|')})`, 'u');
const LEVEL_OF = TYPED.map(([pattern, level]) => [new RegExp(`^[\\s*]*${pattern}`, 'u'), level] as const);
/** Openings that are no numbers: a list inside a text, a note, a bullet. */
const TEXT_OF_PARAGRAPH = /^(?:\((?:\d{1,2}|[a-zđ]|[ivx]{1,5})\)|[*•])$/u;

/** Classifies a number typed at the head of a text; null without one, or behind a backslash. */
export function typedNumber(text: string): string | null {
  if (/^\s*\\/.test(text)) return null;
  if (/^\s*\*\s/.test(text)) return '*';
  return ANY.exec(headOf(text))?.[1] ?? null;
}

function headOf(text: string): string {
  return parseRuns(text.slice(0, HEAD))
    .map((run) => run.text)
    .join('');
}

/** No number is typed: not before a title, not before a text, not before an appendix's title (trap 15). */
export const typedNumberRule: Rule = (doc, { parts }) => [
  ...parts.flatMap(typedInPart),
  ...doc.appendices.flatMap(({ title }, i) =>
    found(title, title === undefined ? null : (typedLabel(title) ?? typedNumber(title)), ['appendices', i, 'title']),
  ),
];

const typedInPart = inPart(({ title, text, level }) => [
  ...found(title, title === undefined ? null : typedNumber(title), ['title']),
  ...found(firstOf(text), ofText(text, level), ['text']),
]);

function found(text: string | undefined, typed: string | null, pointer: Pointer): RawFinding[] {
  if (typed === null) return [];
  const level = LEVEL_OF.find(([pattern]) => pattern.test(headOf(text ?? '')))?.[1];
  return [{ code: 'TYPED_NUMBER', pointer, params: { typed, level: level ?? '' } }];
}

/** A text that begins with a reference begins with no number: "Phụ lục I - Danh mục". */
function firstOf(text: PartialText | undefined): string | undefined {
  const first = text?.[0];
  return typeof first === 'string' ? first : undefined;
}

function ofText(text: PartialText | undefined, level: Level | undefined): string | null {
  const first = firstOf(text);
  if (first === undefined || level === 'note') return null;
  const typed = typedNumber(first);
  return typed !== null && level === 'paragraph' && TEXT_OF_PARAGRAPH.test(typed) ? null : typed;
}

/** The label of an appendix, which the template prints. */
function typedLabel(title: string): string | null {
  return /^\s*(phụ lục(?:\s+(?:[IVX]+|\d+))?)\s*(?:[.:–-]|$)/iu.exec(title.slice(0, HEAD))?.[1] ?? null;
}
