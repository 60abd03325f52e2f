import type { PastedBlock } from './block.ts';
import { typedLabel } from './labels.ts';
import { toLine } from './runs.ts';

/** Lines that a signed PDF has in its margins. */
const STAMP = /^(?:Người ký|Ký bởi|Thời gian ký|Ngày ký|Email|Signature Not Verified|Digitally signed)\b/iu;
const PAGE_NUMBER = /^\s*(?:Trang\s+)?\d{1,3}(?:\s*\/\s*\d{1,3})?\s*$/u;
const ENDS_SENTENCE = /[.;:!?…]["”’)]?$/u;
/** A line shorter than this share of the longest ends its paragraph. */
const SHORT_SHARE = 0.72;

/**
 * Plain text as lines of ours: lines of one paragraph are joined, page numbers, stamps of signatures and heads that repeat
 * on each page are dropped.
 */
export function readPlainText(text: string): PastedBlock[] {
  const lines = text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.replace(/[\s\u00A0]+/g, ' ').trim());
  const repeated = repeatedHeads(lines);
  const kept = lines.filter((line) => !PAGE_NUMBER.test(line) && !STAMP.test(line) && !repeated.has(line));
  return paragraphs(kept).flatMap((paragraph) => toLine([{ text: paragraph, bold: false, italic: false }]) ?? []);
}

/** Lines right after a page number that stand there on more pages than one. */
function repeatedHeads(lines: readonly string[]): Set<string> {
  const counts = new Map<string, number>();
  for (const [index, line] of lines.entries()) {
    if (!PAGE_NUMBER.test(line)) continue;
    const head = lines.slice(index + 1, index + 4).find((next) => next !== '');
    if (head && head.length > 3) counts.set(head, (counts.get(head) ?? 0) + 1);
  }
  return new Set([...counts].filter(([, count]) => count > 1).map(([line]) => line));
}

function paragraphs(lines: readonly string[]): string[] {
  const longest = Math.max(1, ...lines.map((line) => line.length));
  const out: string[] = [];
  let previous = '';
  let blank = false;
  for (const line of lines) {
    if (line === '') {
      blank = true;
      continue;
    }
    if (out.length > 0 && !begins(line, previous, blank, longest)) out.push(`${out.pop()} ${line}`);
    else out.push(line);
    previous = line;
    blank = false;
  }
  return out;
}

function begins(line: string, previous: string, blank: boolean, longest: number): boolean {
  const capital = /^["“(]?\p{Lu}/u.test(line);
  if (
    typedLabel(line) !== null &&
    (ENDS_SENTENCE.test(previous) || previous.length < longest * SHORT_SHARE || typedLabel(previous) !== null)
  )
    return true;
  if (!capital) return false;
  if (ENDS_SENTENCE.test(previous)) return blank || previous.length < longest * SHORT_SHARE;
  return previous.length < longest * SHORT_SHARE && !/,$/.test(previous);
}
