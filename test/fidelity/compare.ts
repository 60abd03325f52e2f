import { align } from './align.ts';
import { sentencesOf, wordsOf } from './words.ts';

/** Text of one that stands in another, in order and letter for letter. */
export interface Coverage {
  readonly total: number;
  readonly found: number;
  /** The pieces that do not stand there whole. */
  readonly lost: readonly string[];
}

/** Finds the pieces of a text that stand in another: all their words, side by side, in order. */
export function coverage(pieces: ReadonlyArray<readonly string[]>, text: readonly string[]): Coverage {
  const partner = align(pieces.flat(), text);
  const lost: string[] = [];
  let first = 0;
  for (const piece of pieces) {
    const place = partner[first] ?? -1;
    const whole = place >= 0 && piece.every((_, i) => partner[first + i] === place + i);
    if (!whole) lost.push(piece.join(' '));
    first += piece.length;
  }
  return { total: pieces.length, found: pieces.length - lost.length, lost };
}

/** Both ways: the sample's sentences in the document, and the document's paragraphs in the sample. */
export function compare(sample: readonly string[], paragraphs: readonly string[]) {
  const pieces = paragraphs.map(wordsOf).filter((words) => words.length > 0);
  return {
    sentences: coverage(sentencesOf(sample), pieces.flat()),
    paragraphs: coverage(pieces, sample),
  };
}

/** A share in per cent with one decimal, rounded down, so that 100 means all. */
export function percentage({ found, total }: Coverage): number {
  return Math.floor((found / total) * 1000) / 10;
}
