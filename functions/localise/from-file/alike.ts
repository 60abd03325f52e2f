import { fold } from '#document/text/vietnamese.ts';

/** Words of a text, without capitals, marks or signs. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Scores the likeness of two word lists from 0 to 1, by shared words and pairs. */
export function alike(a: readonly string[], b: readonly string[]): number {
  if (a.length === 0 && b.length === 0) return 1;
  const [first, second] = [counted(a), counted(b)];
  let shared = 0;
  for (const [piece, count] of first) shared += Math.min(count, second.get(piece) ?? 0);
  return (2 * shared) / (sizeOf(a) + sizeOf(b));
}

const sizeOf = (words: readonly string[]) => Math.max(1, 2 * words.length - 1);

function counted(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (piece: string) => counts.set(piece, (counts.get(piece) ?? 0) + 1);
  for (const [i, word] of words.entries()) {
    add(word);
    const next = words[i + 1];
    if (next !== undefined) add(`${word} ${next}`);
  }
  return counts;
}
