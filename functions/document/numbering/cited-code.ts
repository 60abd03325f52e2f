import { LATIN_CAPITAL, LATIN_LETTERS } from '../text/latin-letters.ts';

/** Number and symbol of a document that is cited, of any body that issues documents. */
export interface CitedCode {
  readonly number: number;
  /** The year in the symbol: only văn bản quy phạm pháp luật have one (17/2021/NQ-HĐND, 30/2026/QH16). */
  readonly year: number | null;
  readonly notation: string;
  /** `-` after the number, as the Party's bodies write it (05-NQ/TU). */
  readonly separator: '/' | '-';
}

const [UPPER, LETTER] = [LATIN_CAPITAL, LATIN_LETTERS];
const STATE = new RegExp(
  `^(0[1-9]|[1-9]\\d{1,5})/(?:((?:19|20)\\d{2})/)?(${UPPER}[${LETTER}\\d&]*(?:[-.][${LETTER}\\d&]+)*)$`,
  'u',
);
const PARTY = new RegExp(`^(0[1-9]|[1-9]\\d{1,5})-(${UPPER}[${LETTER}]*)/(${UPPER}[${LETTER}\\d-]*)$`, 'u');

/**
 * Reads a cited number: 417/KH-UBND, 17/2021/NQ-HĐND, 30/2026/QH16, 01/CTr-UBND, 05-NQ/TU. Returns null for anything
 * else, spaces around "/" and "-", 5 for 05 and 005 included: they are slips that must not be printed.
 */
export function parseCitedCode(code: string): CitedCode | null {
  const state = STATE.exec(code);
  if (state) {
    const [, number = '', year, notation = ''] = state;
    return { number: Number(number), year: year ? Number(year) : null, notation, separator: '/' };
  }
  const party = PARTY.exec(code);
  if (!party) return null;
  const [, number = '', type = '', organ = ''] = party;
  return { number: Number(number), year: null, notation: `${type}/${organ}`, separator: '-' };
}

/** Numbers as some organs issue them: with zeros before (0155/KH-UBND), a letter after (35a/QĐ-UBND), a name with a space. */
const AS_ISSUED = new RegExp(
  `^\\d{2,6}[a-zđ]?/(?:(?:19|20)\\d{2}/)?${UPPER}[${LETTER}\\d&]*(?:[-. ][${LETTER}\\d&]+)*$`,
  'u',
);

/** Tells whether a number may be cited as it stands: others' numbers are cited as they were issued. */
export function isCitable(code: string): boolean {
  return parseCitedCode(code) !== null || AS_ISSUED.test(code);
}
