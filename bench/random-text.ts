/**
 * Sequence of numbers from 0 up to 1, the same for the same seed (mulberry32). So every run measures the same texts.
 */
export function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Makes Vietnamese that reads like the given texts and never repeats them: each word is one that follows the word before
 * it somewhere in them. So a deflated text is about as long as a real one of its length.
 */
export function createTextMaker(texts: readonly string[], random: () => number): (words: number) => string {
  const words = texts.flatMap((text) => text.split(' ')).filter((word) => /^[\p{L}\d]/u.test(word));
  const followers = new Map<string, string[]>();
  for (const [i, word] of words.entries()) {
    const next = words[i + 1];
    if (next === undefined) continue;
    const known = followers.get(word);
    if (known) known.push(next);
    else followers.set(word, [next]);
  }
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  return (count) => {
    const text = [pick(words)];
    while (text.length < count) text.push(pick(followers.get(text.at(-1) ?? '') ?? words));
    return text.join(' ').replace(/[.;,:]+$/, '');
  };
}
