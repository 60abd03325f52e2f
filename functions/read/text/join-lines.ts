import { labelOf } from '../elements/labels.ts';

/** Lines that a signed PDF has in its margins. */
const STAMP = /^(?:Người ký|Ký bởi|Thời gian ký|Ngày ký|Email|Signature Not Verified|Digitally signed)(?!\p{L})/iu;
const PAGE_NUMBER = /^\s*(?:Trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?\s*$/u;
const ENDS_SENTENCE = /[.;:!?…](?:\*{1,2})?["”’)]?(?:\*{1,2})?$/u;
const IN_BRACKETS = /^\*?\(.*\)\*?$/u;
/** A line that its page ends and a word or symbol goes on: "số 76/NQ-". */
const BROKEN_SYMBOL = /[\p{Lu}\d]\/?[\p{Lu}\d]*-$/u;
/** A line shorter than this share of a full one ends its paragraph. */
const SHORT_SHARE = 0.72;
/** Share of lines that a full line is no shorter than. */
const FULL_SHARE = 0.9;

/** A line of text as a page printed it. */
interface PrintedLine {
  readonly text: string;
  readonly isAfterBlank: boolean;
  /** Whether a space stood at its end, as copies of PDFs have it where a line goes on. */
  readonly goesOn: boolean;
}

/**
 * Text of a PDF as paragraphs: broken lines joined; page numbers, stamps of signatures and heads that repeat on each page
 * dropped. Lines with tabs are rows of a table and stay as they are.
 */
export function joinLines(text: string): string[] {
  const lines = printedLines(text);
  const full = fullLength(lines);
  const out: string[] = [];
  let previous: PrintedLine | null = null;
  for (const line of lines) {
    const last = out.at(-1);
    if (last === undefined || !previous || begins(line, previous, full)) out.push(line.text);
    else
      out[out.length - 1] = `${last}${BROKEN_SYMBOL.test(last) && /^\p{Lu}/u.test(line.text) ? '' : ' '}${line.text}`;
    previous = line;
  }
  return out.map((paragraph) => (isRow(paragraph) ? paragraph : paragraph.replace(/ ([;,])/g, '$1')));
}

/** Whether a line is a row of a table: its cells stand between tabs. */
export function isRow(line: string): boolean {
  return line.includes('\t');
}

function printedLines(text: string): PrintedLine[] {
  const raw = text.replace(/\r\n?/g, '\n').replaceAll('\f', '\n').normalize('NFC').split('\n');
  const tidied = raw.map((line) =>
    line.trim().includes('\t') ? line.trim() : line.replace(/[\s\u00A0]+/g, ' ').trim(),
  );
  const repeated = repeatedHeads(tidied);
  const lines: PrintedLine[] = [];
  let isAfterBlank = false;
  for (const [i, line] of tidied.entries()) {
    if (line === '') isAfterBlank = true;
    if (line === '' || PAGE_NUMBER.test(line) || STAMP.test(line) || repeated.has(line)) continue;
    lines.push({ text: line, isAfterBlank, goesOn: /\S[ \u00A0]+$/u.test(raw[i] ?? '') });
    isAfterBlank = false;
  }
  return lines;
}

/** Lines right after a page number that stand there on more pages than one. */
function repeatedHeads(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (!PAGE_NUMBER.test(line)) continue;
    const head = lines.slice(index + 1, index + 4).find((next) => next !== '');
    if (head && head.length > 3 && !isRow(head)) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([line]) => line));
}

/** Characters of a full line; one of a text without broken lines is as long as its longest. */
function fullLength(lines: readonly PrintedLine[]): number {
  const lengths = lines.filter(({ text }) => !isRow(text)).map(({ text }) => text.length);
  lengths.sort((a, b) => a - b);
  return Math.max(1, lengths[Math.floor(lengths.length * FULL_SHARE)] ?? 1);
}

function begins(line: PrintedLine, before: PrintedLine, full: number): boolean {
  if (isRow(line.text) || isRow(before.text)) return true;
  const isShort = before.text.length < full * SHORT_SHARE;
  const previous = labelOf(before.text);
  const isEnded = ENDS_SENTENCE.test(before.text) || IN_BRACKETS.test(before.text);
  if (isCapitals(before.text) && !isCapitals(line.text)) return true;
  if (labelOf(line.text) && (isEnded || isShort || previous !== null || line.isAfterBlank)) return true;
  if (!/^["“(*]*\p{Lu}/u.test(line.text) || BROKEN_SYMBOL.test(before.text)) return false;
  if (isEnded) return line.isAfterBlank || (isShort && !before.goesOn);
  if (/,$/.test(before.text)) return false;
  return isShort && (!before.goesOn || line.isAfterBlank);
}

function isCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && text === text.toLocaleUpperCase('vi');
}
