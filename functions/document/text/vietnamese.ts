/**
 * The 23 letters that number điểm, in the order of the Vietnamese alphabet (PL I, Mục II.6.đ).
 * f, j, w and z are no Vietnamese letters; ă, â, ê, ô, ơ, ư are not used for numbering.
 */
export const POINT_LETTERS = 'abcdđeghiklmnopqrstuvxy';

/**
 * Letter of the n-th điểm, counted from 1: a, b, c, d, đ, e, g …
 * Returns null after `y`: the decree names nothing that follows, so the author must regroup.
 */
export function pointLetter(n: number): string | null {
  return POINT_LETTERS[n - 1] ?? null;
}

/** Capitals of a Vietnamese text, on its composed form (NFC): `ủy` gives `ỦY` in every locale of the machine. */
export function toCapitals(text: string): string {
  return text.normalize('NFC').toLocaleUpperCase('vi');
}

/** A text with a capital at its head: `Điểm a khoản 1`. */
export function capitalised(text: string): string {
  return toCapitals(text.slice(0, 1)) + text.slice(1);
}

/**
 * Folds a text for searching: no tone or vowel marks, đ → d, lower case, one space between words.
 * `đ` is a letter of its own, so Unicode's decomposition leaves its stroke; it is folded by hand, and so are the letters
 * that look like it and stand for it in old texts (ð, ɖ).
 *
 * @example fold('Cải cách  HÀNH CHÍNH') // 'cai cach hanh chinh'
 */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .replace(/[đĐðÐɖƉ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}

/** The folded words of a text, without marks of punctuation, one space between them. */
export function foldWords(text: string): string {
  return fold(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const ROMAN: ReadonlyArray<readonly [number, string]> = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Roman numeral of a positive whole number, for Phần, Chương, mục lớn and Phụ lục. */
export function toRoman(n: number): string {
  if (!Number.isInteger(n) || n < 1) throw new RangeError(`no Roman numeral for ${n}`);
  let rest = n;
  let out = '';
  for (const [value, sign] of ROMAN) {
    while (rest >= value) {
      out += sign;
      rest -= value;
    }
  }
  return out;
}
