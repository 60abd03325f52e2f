import { fold } from '#document/text/vietnamese.ts';

/** Words of a text, without capitals, marks or signs. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Words of a text, and pairs of words that follow each other, counted. */
export interface Bag {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
}

/** Counts words and pairs once, so that a text may be compared with many. */
export function bagOf(words: readonly string[]): Bag {
  const counts = new Map<string, number>();
  const add = (piece: string) => counts.set(piece, (counts.get(piece) ?? 0) + 1);
  for (const [i, word] of words.entries()) {
    add(word);
    const next = words[i + 1];
    if (next !== undefined) add(`${word} ${next}`);
  }
  return { counts, size: Math.max(0, 2 * words.length - 1) };
}

/** Scores the likeness of two texts from 0 to 1, by shared words and pairs. */
export function alike(a: Bag, b: Bag): number {
  if (a.size === 0 && b.size === 0) return 1;
  const [few, many] = a.counts.size < b.counts.size ? [a, b] : [b, a];
  let shared = 0;
  for (const [piece, count] of few.counts) shared += Math.min(count, many.counts.get(piece) ?? 0);
  return (2 * shared) / (Math.max(1, a.size) + Math.max(1, b.size));
}
