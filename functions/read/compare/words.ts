import type { SaidLine } from './reading-order.ts';

/** A word, number or sign of a document, and where it stands. */
export interface Word {
  /** As it is compared: one kind of dash and quotation mark. */
  readonly said: string;
  readonly line: SaidLine;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}]+|\p{N}+|[^\s\p{L}\p{M}\p{N}]/gu;
/** Lines of signs that draw a rule or leave a blank. */
const DRAWN = /[_.…*=-]{3,}|[_…]+/gu;
const SIGNS: Readonly<Record<string, string>> = { '–': '-', '—': '-', '“': '"', '”': '"', '’': "'", '‘': "'" };

/** The words of lines in their order; spaces and drawn signs say nothing. */
export function wordsOf(lines: readonly SaidLine[]): Word[] {
  return lines.flatMap((line) => {
    // As long as before, so that places stay.
    const text = line.text.replace(DRAWN, (drawn) => ' '.repeat(drawn.length));
    return [...text.matchAll(WORD)].map(({ 0: found, index }) => ({
      said: SIGNS[found] ?? found,
      line,
      start: index,
      end: index + found.length,
    }));
  });
}

/** The text that words print, lines parted by a space. */
export function textOf(words: readonly Word[]): string {
  const pieces: string[] = [];
  let from = 0;
  for (const [i, word] of words.entries()) {
    if (words[i + 1]?.line === word.line) continue;
    pieces.push(word.line.text.slice(words[from]?.start, word.end));
    from = i + 1;
  }
  return pieces.join(' ');
}
