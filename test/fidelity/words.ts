/** The words of a text: NFC, split at white space and line ends of any kind, nothing else changed. */
export function wordsOf(text: string): string[] {
  return text.normalize('NFC').split(/\s+/u).filter(Boolean);
}

/** Places at which `needle` stands in `words`, word by word. */
export function placesOf(needle: readonly string[], words: readonly string[]): number[] {
  return words.flatMap((_, at) => (needle.every((word, i) => words[at + i] === word) ? [at] : []));
}

/** The words grouped into sentences: up to a stop, a semicolon or a colon; a number as "IV." or "2." opens the next. */
export function sentencesOf(words: readonly string[]): string[][] {
  const sentences: string[][] = [[]];
  for (const word of words) {
    sentences.at(-1)?.push(word);
    const ends = /[.;:…?!]["”)]*$/u.test(word) && !/^(?:\d+|[IVX]+)\.$/u.test(word);
    if (ends) sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
