/** Latin letters with and without marks, as the inside of a class: no letter of another script passes for one, none is of full width. */
export const LATIN_LETTERS = 'A-Za-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u024F\u1E00-\u1EFF';

/** One of them that is a capital. Needs the flag `u`. */
export const LATIN_CAPITAL = `(?=\\p{Lu})[${LATIN_LETTERS}]`;
