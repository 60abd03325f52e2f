import { fold } from '../text/vietnamese.ts';
import { TYPE_ABBREVIATIONS } from '../type-table.ts';
import { TYPE_CODES, TYPE_TRAITS, type TypeCode } from '../type-traits.ts';

/** Parsed query by number; null fields were not given. */
export interface CodeQuery {
  readonly number: number;
  /** A letter of an older book's number: `a`, `bis`. */
  readonly codeSuffix?: string;
  /** Folded symbol, e.g. `KH-UBND`. */
  readonly notation: string | null;
  readonly typeCode: TypeCode | null;
  readonly year: number | null;
}

/** Longest text that is read as a number: a citation with the trích yếu of its document. */
const MAX_QUERY_LENGTH = 700;
/** A day, as it is pasted with a number: `ngày 24/01/2025`, `ngày 24 tháng 01 năm 2025`, `ngày 24/01`. */
const DAY = /(?:^|\s)(?:ngay\s+)?\d{1,2}(?:\s*[/.-]\s*\d{1,2}\s*[/.-]\s*|\s+thang\s+\d{1,2}\s+nam\s+)(\d{4})(?![\w/-])/;
const DAY_WITHOUT_YEAR = /(?:^|\s)ngay\s+\d{1,2}(?:\s*[/.-]\s*|\s+thang\s+)\d{1,2}(?![\w/-])/;
/** Number and symbol as they are cited: `03/KH-UBND`, `17/2021/NQ-HDND`, `35a/QD-UBND`, `05-NQ/TU`. */
const CITATION =
  /(?<![\w/.-])\d{1,7}[a-z]{0,4}\s*(?:\/\s*(?:(?:19|20)\d\d\s*\/\s*)?|-(?=[a-z]+\/))[a-z][^\s,;()]*(?:\s[-/]\s(?!(?:ve|ngay|cua|do|nam)(?![a-z]))[a-z][^\s,;()]*)?/g;
/** A letter right after a number; two are the head of a symbol: `35kh ubnd`. */
const SUFFIXED = /^(?:so)?(\d{1,7})([a-z]|bis|ter|quater)$/;

/** A letter apart from its number, before the symbol: `35 bis/KH-UBND`, `35-a/KH-UBND`, `35 (a)/KH-UBND`. */
const PARTED_SUFFIX = /(?<![\w/.-])(\d{1,7})\s*[-.(\s]\s*([a-z]|bis|ter|quater)\)?\s*(?=\/)/g;
/** The year of a number, right behind its citation: `35/KH-UBND năm 2025`, `35/KH-UBND 2025`, `35/KH-UBND (2025)`. */
const YEAR_BEHIND = /^\s*,?\s*(?:nam\s+|\(\s*)?(?:19|20)\d\d(?![\w/-])/;

/** Names of types as people type them, the longest first; a công văn has no abbreviation in its symbol. */
const TYPE_NAMES = [...Object.entries(TYPE_ABBREVIATIONS), [TYPE_TRAITS.CongVan.typeName, 'CV'] as const]
  .map(([name, abbreviation]) => ({ words: fold(name), lone: fold(abbreviation).toUpperCase() }))
  .sort((a, b) => b.words.length - a.words.length);

/**
 * Reads a number in the spellings that people use: `35/KH-UBND`, `35/kh-ubnd`, `Số 35 / KH-UBND`, `35 kh ubnd`,
 * `35/qd-ubnd`, `KH 35 2025`, `kế hoạch số 35 năm 2025`, `Kế hoạch số 35/KH-UBND ngày 24/01/2025 của UBND tỉnh`.
 * Returns null where there is no number in it, or more than one.
 */
export function parseCodeQuery(text: string): CodeQuery | null {
  if (text.length > MAX_QUERY_LENGTH) return null;
  const folded = fold(text.replace(/[\u2010-\u2015\u2212]/g, '-')).replace(PARTED_SUFFIX, '$1$2');
  const day = DAY.exec(folded);
  const { rest, lone } = asCited(folded);
  const { words, codeSuffix } = withoutSuffix(wordsOf(rest));
  const places = numbersOf(words);
  if (!places) return null;
  const number = Number(words[places.number]);
  if (number < 1) return null;
  const groups = words.filter((_, i) => i !== places.number && i !== places.year).map((word) => word.toUpperCase());
  const year = places.year === null ? null : Number(words[places.year]);
  const suffix = codeSuffix === undefined ? {} : { codeSuffix };
  return { number, ...suffix, ...symbolOf(groups, lone), year: year ?? (day ? Number(day[1]) : null) };
}

/** Finds the words that name the document: number and symbol of a citation pasted whole, else all but the day. */
function asCited(folded: string): { readonly rest: string; readonly lone: string | null } {
  const [citation, another] = [...folded.matchAll(CITATION)];
  const isWithin = citation && /\S/.test(folded.slice(citation.index + citation[0].length));
  if (isWithin && !another) {
    const { lone } = withoutTypeName(folded.slice(0, citation.index));
    const [year = ''] = YEAR_BEHIND.exec(folded.slice(citation.index + citation[0].length)) ?? [];
    return { rest: `${citation[0]}${year}`, lone };
  }
  return withoutTypeName(
    folded
      .replace(DAY, ' ')
      .replace(DAY_WITHOUT_YEAR, ' ')
      .replace(/\scua\s.*$/, ''),
  );
}

/** `35a` is 35 with a letter. */
function withoutSuffix(words: readonly string[]): { readonly words: readonly string[]; readonly codeSuffix?: string } {
  const at = words.findIndex((word) => /^(?:so)?\d/.test(word));
  const [, number, codeSuffix] = SUFFIXED.exec(words[at] ?? '') ?? [];
  if (number === undefined || codeSuffix === undefined) return { words: [...words] };
  return { words: words.with(at, number), codeSuffix };
}

function withoutTypeName(folded: string): { readonly rest: string; readonly lone: string | null } {
  for (const { words, lone } of TYPE_NAMES) {
    const found = new RegExp(`(?<![a-z\\d/-])${words}(?![a-z\\d/-])`).exec(folded);
    if (found) return { rest: folded.replace(found[0], ' '), lone };
  }
  return { rest: folded, lone: null };
}

/** Words without those that only lead to a number or a year, and without what stands between them. */
function wordsOf(text: string): string[] {
  const words = text.split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '');
  const [first = ''] = words;
  const glued = /^(?:so)?(\d{1,7})([a-z]*)$/.exec(first) ?? /^([a-z]{1,5})(\d{1,7})$/.exec(first);
  const isParted = glued && !(SUFFIXED.test(first) && glued[2] !== '');
  const parted = isParted ? [...glued.slice(1).filter((part) => part !== ''), ...words.slice(1)] : words;
  return parted.filter((word, i) => {
    const next = parted[i + 1] ?? '';
    return !(word === 'so' && /^\d/.test(next)) && !(word === 'nam' && isYear(next));
  });
}

/** Finds number and year among the words; null where no number stands, or two that may be it. */
function numbersOf(words: readonly string[]): { readonly number: number; readonly year: number | null } | null {
  const places = words.flatMap((word, i) => (/^\d+$/.test(word) ? [i] : []));
  if (places.some((at) => (words[at] ?? '').length > 7)) return null;
  const [first, second] = places;
  if (first === undefined) return null;
  const later = places.slice(1).findLast((at) => isYear(words[at] ?? ''));
  const yearFirst = later === undefined && second !== undefined && places.length === 2 && isYear(words[first] ?? '');
  const found = yearFirst ? { number: second, year: first } : { number: first, year: later ?? null };
  const other = places.some((at) => at !== found.number && at !== found.year && Math.abs(at - found.number) === 1);
  return other ? null : found;
}

/** A type's abbreviation by itself is no symbol; that of a type we do not issue finds nothing rather than another's number. */
function symbolOf(groups: readonly string[], named: string | null): Pick<CodeQuery, 'notation' | 'typeCode'> {
  const [only] = groups;
  const lone = groups.length === 0 ? named : groups.length === 1 && isOurs(only) ? (only ?? null) : null;
  const typeCode = typeOf(lone ?? named);
  if (groups.length > 0 && lone === null) return { notation: partedSymbol(groups), typeCode };
  return { notation: lone === null || typeCode !== null ? null : lone, typeCode };
}

/** `KHUBND` is KH-UBND: a type's abbreviation run together with the organ that most symbols name. */
function partedSymbol(groups: readonly string[]): string {
  const [only = ''] = groups;
  const [, type, organ] = groups.length === 1 ? (/^(.+?)((?:UBND|HDND).*)$/.exec(only) ?? []) : [];
  const isType = TYPE_NAMES.some(({ lone }) => lone === type);
  return isType ? `${type}-${organ}` : groups.join('-');
}

function isOurs(word: string | undefined): boolean {
  return word !== undefined && typeOf(word) !== null;
}

function typeOf(abbreviation: string | null): TypeCode | null {
  return TYPE_CODES.find((code) => (TYPE_TRAITS[code].abbreviation ?? 'CV') === abbreviation) ?? null;
}

function isYear(word: string): boolean {
  return /^(?:19|20)\d\d$/.test(word);
}
