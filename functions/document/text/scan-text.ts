/** Traits of a text, as bits of one number. */
export const TRAITS = {
  /** A letter, of the Basic Multilingual Plane's scripts up to U+1FFF. */
  letter: 1,
  /** A character that may open a placeholder or a mark of a web page. */
  mark: 1 << 1,
  question: 1 << 2,
  /** A sign that TCVN3 writes for a vowel with its mark. */
  tcvn3: 1 << 3,
  /** A vowel and a mark after it, as VNI writes them. */
  vni: (0b1_1111 << 4) | (1 << 17),
  /** Two characters that UTF-8 gives where it is read as a one-byte code. */
  mojibake: 0b1111 << 9,
  /** An open syllable with its tone on the first vowel: hòa. */
  oldTone: 0b11 << 13,
  /** An open syllable with its tone on the second vowel: hoà. */
  freshTone: 0b11 << 15,
} as const;

const TONES = TRAITS.oldTone | TRAITS.freshTone;
/** Letters are told up to here; a later one counts as none, and whoever reads the trait looks again. */
const LETTERS_END = 0x2000;

/** Pairs of neighbours, each with its bit: what comes first, what comes second. */
const PAIRS: ReadonlyArray<readonly [bit: number, first: string, second: string]> = [
  [4, 'aeouyAEOUY', 'ïûøÏÛØ'],
  [5, 'aA', 'éèêëúüùàáâãäåÉÈÊËÚÜÙÀÁÂÃÄÅ'],
  [6, 'eE', 'áàâãäåùÁÀÂÃÄÅÙ'],
  [7, 'oO', 'âäåÂÄÅ'],
  [8, 'ñÑ', 'aeiouyAEIOUY'],
  [9, '\u00E1', '\u00BA\u00BB'],
  [10, '\u00C3', between(0xa0, 0xbf)],
  [11, '\u00C4', '\u0090\u0091\u2018'],
  [12, '\u00C6', '\u00A0\u00B0\u00A1'],
  [13, 'òóỏõọÒÓỎÕỌ', 'aeAE'],
  [14, 'ùúủũụÙÚỦŨỤ', 'yY'],
  [15, 'oO', 'àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ'],
  [16, 'uU', 'ỳýỷỹỵỲÝỶỸỴ'],
  [17, 'ôöÔÖ', 'ùøûïÙØÛÏ'],
];

/** Neither it nor any character after it has a trait. */
const LAST = Math.max(
  LETTERS_END,
  ...PAIRS.flatMap(([, first, second]) => Array.from(first + second, (char) => char.charCodeAt(0) + 1)),
);

function between(from: number, to: number): string {
  return String.fromCharCode(...Array.from({ length: to - from + 1 }, (_, i) => from + i));
}

function tableOf(entries: ReadonlyArray<readonly [bits: number, characters: string]>): readonly number[] {
  // No typed array, as in usual-characters.ts.
  const table = Array.from({ length: LAST + 1 }, () => 0);
  for (const [bits, characters] of entries) {
    for (const char of characters) {
      const code = char.charCodeAt(0);
      table[code] = (table[code] ?? 0) | bits;
    }
  }
  return table;
}

const letters = Array.from({ length: LETTERS_END }, (_, code) => String.fromCharCode(code)).filter((char) =>
  /\p{L}/u.test(char),
);
const ALONE = tableOf([
  [TRAITS.letter, letters.join('')],
  [TRAITS.mark, '{[$<!'],
  [TRAITS.question, '?'],
  [TRAITS.tcvn3, `\u00A8\u00A9\u00AE${between(0xb5, 0xb9)}${between(0xbb, 0xbe)}`],
]);
const FIRST = tableOf(PAIRS.map(([bit, first]) => [1 << bit, first]));
const SECOND = tableOf(PAIRS.map(([bit, , second]) => [1 << bit, second]));

/**
 * Finds the traits of a text in one pass, so that patterns are tried only where they may match. A text with a trait may
 * still lack what the trait stands for; one without it has none.
 */
export function scanText(text: string): number {
  let traits = 0;
  let first = 0;
  let tone = 0;
  for (let i = 0; i < text.length; i++) {
    const code = Math.min(text.charCodeAt(i), LAST);
    const alone = ALONE[code] ?? 0;
    if (tone !== 0 && (alone & TRAITS.letter) === 0) traits |= tone;
    const pair = first & (SECOND[code] ?? 0);
    tone = pair & TONES;
    traits |= alone | (pair & ~TONES);
    first = FIRST[code] ?? 0;
  }
  return traits | tone;
}
