import { type Document, documentTypes, TYPE_ABBREVIATIONS, TYPE_CODES, type TypeCode } from './document-types.ts';
import type { OrganProfile } from './organ-profile.schema.ts';
import { fold } from './vietnamese.ts';

/** A document's number as printed: at least two digits (PL I, Mục II.3.c). */
export function formatNumber(number: number): string {
  return String(number).padStart(2, '0');
}

/**
 * Symbol of a document: type and organ (`KH-UBND`), for a công văn organ and drafting unit or field (`UBND-HCC`)
 * (PL I, Mục II.3.b). Abbreviations are printed exactly as the lists write them.
 */
export function notationOf(document: Document, profile: OrganProfile): string {
  if (document.schema === 'CongVan@1') return `${profile.abbreviation}-${document.draftingUnit}`;
  return `${documentTypes.KeHoach.abbreviation}-${profile.abbreviation}`;
}

/** Number and symbol as printed, without spaces: `05/KH-UBND` (PL I, Mục II.3.c). */
export function formatCode(number: number, notation: string): string {
  return `${formatNumber(number)}/${notation}`;
}

/** Number and symbol without marks, in capitals, đ as D: one key for every spelling of one symbol. */
export function foldSymbol(number: number, notation: string): string {
  return `${number}/${foldNotation(notation)}`;
}

/** A symbol without its number, folded: groups joined by hyphens, whatever stood between them. */
export function foldNotation(notation: string): string {
  return fold(notation)
    .toUpperCase()
    .replace(/[\s\-–—/]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** What a person typed to find a document by its number; what is null was not said. */
export interface CodeQuery {
  readonly number: number;
  /** Folded symbol, e.g. `KH-UBND`. */
  readonly notation: string | null;
  readonly typeCode: TypeCode | null;
  readonly year: number | null;
}

const TYPE_WORDS: ReadonlyArray<readonly [string, TypeCode]> = TYPE_CODES.map((code) => [
  fold(documentTypes[code].typeName),
  code,
]);
const FOLDED_ABBREVIATIONS = new Set(Object.values(TYPE_ABBREVIATIONS).map((a) => fold(a)));

/**
 * Reads a number in the spellings that people use: `35/KH-UBND`, `35/kh-ubnd`, `Số 35 / KH-UBND`, `35 kh ubnd`,
 * `35/qd-ubnd`, `KH 35 2025`, `kế hoạch số 35 năm 2025`. Returns null where there is no number in it.
 */
export function parseCodeQuery(text: string): CodeQuery | null {
  let rest = ` ${fold(text).replace(/[/\-–—_,.:;]+/g, ' ')} `;
  let typeCode: TypeCode | null = null;
  for (const [words, code] of TYPE_WORDS) {
    if (rest.includes(` ${words} `)) {
      typeCode = code;
      rest = rest.replace(` ${words} `, ' ');
    }
  }
  const words = rest.split(/\s+/).filter((w) => w !== '' && w !== 'so' && w !== 'nam');
  const numbers = words.filter((w) => /^\d{1,6}$/.test(w));
  if (numbers.length === 0 || numbers.length > 2) return null;
  const [first = '', second] = numbers;
  const [number, year] = yearOf(first, second);
  if (number < 1) return null;
  const groups = words.filter((w) => !/^\d+$/.test(w)).map((w) => w.toUpperCase());
  const lone = groups.length === 1 ? (groups[0] ?? '') : '';
  if (lone === 'KH') typeCode = 'KeHoach';
  if (lone === 'CV') typeCode = 'CongVan';
  const complete = groups.length > 1 || (lone !== '' && !FOLDED_ABBREVIATIONS.has(lone.toLowerCase()) && lone !== 'CV');
  return { number, notation: complete ? groups.join('-') : null, typeCode, year };
}

/** Of two numbers the one that reads as a year is the year; `2025 35` and `35 2025` are alike. */
function yearOf(first: string, second: string | undefined): [number, number | null] {
  if (second === undefined) return [Number(first), null];
  const isYear = (word: string) => /^(19|20)\d\d$/.test(word);
  if (isYear(second)) return [Number(first), Number(second)];
  if (isYear(first)) return [Number(second), Number(first)];
  return [Number(first), null];
}
