import { LATIN_LETTERS } from '#document/text/latin-letters.ts';

/** Number and symbol as an older book has them; a letter after the number is its suffix. */
export interface ImportCode {
  readonly number: number;
  readonly codeSuffix?: string;
  /** The year in the symbol of a văn bản quy phạm pháp luật: 17/2021/NQ-HĐND. */
  readonly symbolYear?: number;
  readonly notation: string;
}

/** `Số` before, zeros in front, spaces anywhere: `Số: 05 / KH - UBND` is 5 and KH-UBND; `35a/KH-UBND`, `35(a)/…`, `35-a/…` are 35, a. */
const CODE = new RegExp(
  `^(?:số\\s*:?\\s*)?0*([1-9]\\d{0,5})(?:\\s*[-.(]?([a-zđ]|bis|ter|quater)\\)?(?=[/-]))?\\.?(?:\\/((?:19|20)\\d\\d)(?=\\/))?\\s*[/-]?\\s*([${LATIN_LETTERS}][${LATIN_LETTERS}\\d&]*(?:[-./][${LATIN_LETTERS}\\d&]+)*)$`,
  'iu',
);
/** A number alone, with its letter: `35`, `35a`, `35 bis`. */
const NUMBER = /^(?:số\s*:?\s*)?0*([1-9]\d{0,5})\s*(?:[-.(]?([a-zđ]|bis|ter|quater)\)?)?$/iu;

/** Number and symbol as an older book has them, or null. */
export function parseImportCode(text: string): ImportCode | null {
  const [, number, suffix, year, notation = ''] = CODE.exec(plain(text)) ?? [];
  const symbolYear = year === undefined ? {} : { symbolYear: Number(year) };
  return number === undefined ? null : { number: Number(number), ...suffixOf(suffix), ...symbolYear, notation };
}

/** A number without its symbol, or null. */
export function parseImportNumber(text: string): Omit<ImportCode, 'notation'> | null {
  const [, number, suffix] = NUMBER.exec(plain(text)) ?? [];
  return number === undefined ? null : { number: Number(number), ...suffixOf(suffix) };
}

/** Every dash as a hyphen, no spaces around what joins, no stop at the end. */
export function plain(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\u2010-\u2015\u2212\uFF0D]/g, '-')
    .replace(/\uFF0F/g, '/')
    .replace(/[\uFF10-\uFF19]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/\s+/gu, ' ')
    .replace(/\s*([-./])\s*/g, '$1')
    .replace(/[.,;]+$/, '')
    .trim();
}

function suffixOf(suffix: string | undefined): { readonly codeSuffix?: string } {
  return suffix === undefined ? {} : { codeSuffix: suffix.toLowerCase() };
}
