import type { Pointer, RawFinding } from '../checking/findings.ts';
import type { LooseText } from '../checking/loose.ts';
import { parseRuns } from '../text/runs.ts';
import type { Rule } from './rule.ts';

/** So much of a text is looked at: a number stands at its head. */
const HEAD = 60;
/**
 * A number that an author typed: `Điều 1.`, `I.`, `1.`, `1.1.`, `1)`, `1/`, `(1)`, `a)`, `a.`, `-`, `+`; with a space after
 * it, or right before a word. "V. I. Lê-nin" is a name, "1.5 triệu" and "-5 độ" are amounts.
 */
const TYPED = new RegExp(
  `^[\\s*]*(${[
    '(?:Phần|Chương|Mục|Tiểu mục|Điều|Khoản)\\s+(?:[IVXLC]+|\\d+)\\s*[.:](?!\\d)',
    '[IVX]{1,5}\\s*[.)/](?!\\s*[IVX]{1,5}[.\\s])(?=\\s|$|\\p{Lu}\\p{L})',
    '\\d{1,2}(?:\\.\\d{1,2}){0,3}\\s*[.)](?=\\s|$|\\p{L})',
    '\\d{1,2}(?:\\.\\d{1,2}){2,3}(?=\\s)',
    '\\d{1,2}\\.\\d{1,2}(?=\\s+\\p{Lu})',
    '\\d{1,2}/(?=\\s|$)',
    '\\((?:\\d{1,2}|[a-zđ])\\)(?=\\s|$|\\p{L})',
    '[a-zđ]\\s*\\)(?=\\s|$|\\p{L})',
    '[a-zđ]\\.(?=\\s)',
    '[-–—•+](?=\\s|$|\\p{L})',
  ].join('|')})`,
  'u',
);

/** What a typed number at the head of a text is, or null. */
export function typedNumber(text: string): string | null {
  if (/^\s*\*\s/.test(text)) return '*';
  const words = parseRuns(text.slice(0, HEAD)).map((run) => run.text);
  return TYPED.exec(words.join(''))?.[1] ?? null;
}

/** No number is typed: not before a title, not before a text, not before an appendix's title (trap 15). */
export const typedNumberRule: Rule = (doc, { parts }) => {
  const found = (typed: string | null, pointer: Pointer, field: string): RawFinding[] =>
    typed === null ? [] : [{ code: 'TYPED_NUMBER', pointer: [...pointer, field], facts: { typed } }];
  return [
    ...parts.flatMap(({ part, pointer }) => [
      ...found(part.title === undefined ? null : typedNumber(part.title), pointer, 'title'),
      ...found(ofText(part.text), pointer, 'text'),
    ]),
    ...doc.appendices.flatMap(({ title }, i) =>
      found(title === undefined ? null : (typedLabel(title) ?? typedNumber(title)), ['appendices', i], 'title'),
    ),
  ];
};

/** A text that begins with a reference begins with no number: "Phụ lục I - Danh mục". */
function ofText(text: LooseText | undefined): string | null {
  const first = text?.[0];
  return typeof first === 'string' ? typedNumber(first) : null;
}

/** The label of an appendix, which the template prints. */
function typedLabel(title: string): string | null {
  return /^\s*(phụ lục(?:\s+(?:[IVX]+|\d+))?)\s*(?:[.:–-]|$)/iu.exec(title.slice(0, HEAD))?.[1] ?? null;
}
