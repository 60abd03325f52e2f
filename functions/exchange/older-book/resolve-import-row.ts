import { foldNotation } from '#document/code-notation.ts';
import { dateParts, formatShortDate } from '#document/dates.ts';
import { issuingProfiles, planNotation } from '#document/issuing-profile.ts';
import {
  findOlderType,
  olderSeriesFor,
  olderTypeNamed,
  olderTypeNames,
  typeOfNotation,
} from '#document/older-types.ts';
import { profileOn } from '#document/organ-directory.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { fold, foldWords } from '#document/text/vietnamese.ts';
import { notationOfType, type RegisteredType } from '#document/type-table.ts';
import { type RowFinding, rowFinding } from './import-texts.ts';
import { FIELD_WORDS, type ImportRow } from './parse-import-row.ts';
import { readSigner } from './read-signer.ts';

/** A document of an older book, as the register takes it. */
export interface ImportRecord {
  readonly number: number;
  readonly codeSuffix: string | null;
  /** As the organ prints it: `KH-UBND`. */
  readonly notation: string;
  readonly issuedDate: string;
  /** Code of any type that an older book has. */
  readonly typeCode: string;
  /** The year in the symbol of a văn bản quy phạm pháp luật. */
  readonly symbolYear: number | null;
  readonly series: string;
  readonly subject: string;
  readonly signerInfo: { readonly position: string; readonly fullName: string } | null;
  readonly to: readonly string[];
  readonly archivedAt: string | null;
  readonly issuedAmount: number | null;
}

/** Context of reading an organ's older book. */
export interface ImportContext {
  readonly organ: string;
  readonly profiles: readonly OrganProfile[];
  /** `yyyy-mm-dd` in Việt Nam. */
  readonly today: string;
}

/**
 * Makes of a row a document of the organ: its type by its symbol, its symbol as the organ prints it, its signer by the
 * profile of its day. Null where something is missing or wrong: all of it is in the findings.
 */
export function resolveImportRow(
  row: ImportRow,
  { organ, profiles, today }: ImportContext,
): { readonly record: ImportRecord | null; readonly findings: readonly RowFinding[] } {
  const findings = [...row.findings];
  const { number, issuedDate, subject } = row;
  const say = (code: RowFinding['code'], column: string, params: Record<string, string>) =>
    void findings.push(rowFinding(code, column, params));

  const isFuture = issuedDate !== null && issuedDate > today;
  if (isFuture) say('DATE_IN_FUTURE', FIELD_WORDS.issuedDate, { date: formatShortDate(issuedDate) });
  const profile = issuedDate === null || isFuture ? null : profileOn(profiles, organ, issuedDate);
  if (issuedDate !== null && !isFuture && !profile) {
    say('NO_PROFILE', FIELD_WORDS.issuedDate, { date: formatShortDate(issuedDate) });
  }
  // Without its day's profile the symbol is still read by the organ's last one, so that its faults come at once.
  const names = profile ?? profiles.at(-1);
  const notation = row.notation ?? (names && number !== null ? composedNotation(row, names) : null);
  if (notation === null && number !== null) say('NOTATION_MISSING', FIELD_WORDS.code, { number: String(number) });
  const symbol = notation === null || !names ? null : readSymbol(notation, issuingProfiles(names), row.symbolYear);
  if (symbol && 'code' in symbol) say(symbol.code, FIELD_WORDS.code, symbol.params);
  const type = symbol && 'type' in symbol ? symbol.type : null;
  const typed = type === null ? null : typeFinding(row, type);
  if (typed) findings.push(typed);
  if (type && row.symbolYear !== null && issuedDate !== null && row.symbolYear !== dateParts(issuedDate).year) {
    say('SYMBOL_YEAR', FIELD_WORDS.code, { year: String(row.symbolYear), date: formatShortDate(issuedDate) });
  }
  const signer = row.signer === null || !profile ? null : readSigner(row.signer, profile);
  if (signer === 'two-names') say('SIGNERS', FIELD_WORDS.signer, { text: row.signer ?? '' });
  const short = type === null || subject === null ? null : withoutType(subject, type);
  if (findings.length > 0 || signer === 'two-names' || !symbol || !('type' in symbol))
    return { record: null, findings };
  if (number === null || issuedDate === null || !short || !profile) return { record: null, findings };
  const { to, archivedAt, issuedAmount } = row;
  return {
    record: {
      number,
      codeSuffix: row.codeSuffix,
      notation: symbol.notation,
      issuedDate,
      typeCode: symbol.type.code,
      symbolYear: row.symbolYear,
      series: olderSeriesFor(symbol.issuer, symbol.type.code),
      subject: short,
      signerInfo: signer,
      to,
      archivedAt,
      issuedAmount,
    },
    findings,
  };
}

/** The symbol of a book that has only numbers: type and organ; that of a công văn names its unit, which nobody can guess. */
function composedNotation({ typeName, subject }: ImportRow, profile: OrganProfile): string | null {
  const led = olderTypeNames().filter((name) => leads(subject ?? '', name));
  const type = olderTypeNamed(typeName ?? led.toSorted((a, b) => b.length - a.length)[0] ?? '');
  return type && type.abbreviation !== null ? notationOfType(type, profile.abbreviation, '') : null;
}

/** Meaning of a symbol, or its finding. */
export type ReadSymbol =
  | { readonly type: RegisteredType; readonly notation: string; readonly issuer: OrganProfile }
  | { readonly code: 'NOTATION_FOREIGN' | 'TYPE_UNKNOWN' | 'SYMBOL_HAS_YEAR'; readonly params: Record<string, string> };

/** `kh-ubnd` is KH-UBND; `UBND-HCC` a công văn's; with the year the symbol of a văn bản quy phạm pháp luật. */
export function readSymbol(typed: string, issuers: readonly OrganProfile[], year: number | null): ReadSymbol {
  const hasYear = year !== null;
  const folded = foldNotation(typed);
  for (const issuer of issuers) {
    const named = typeOfNotation(typed, issuer, hasYear);
    if (named) return { ...named, issuer };
    const letter = findOlderType('CongVan');
    const own = `${foldNotation(issuer.abbreviation)}-`;
    if (hasYear || !letter || !folded.startsWith(own) || folded.length === own.length) continue;
    const unit = typed.slice(typed.search(/[-./]/) + 1);
    const isLower = unit === unit.toLowerCase();
    return { type: letter, notation: `${issuer.abbreviation}-${isLower ? unit.toUpperCase() : unit}`, issuer };
  }
  return unreadSymbol(typed, issuers, year);
}

/** Reason why a symbol is none of the organ's: its year, its type, or its organ. */
function unreadSymbol(typed: string, issuers: readonly OrganProfile[], year: number | null): ReadSymbol {
  const withoutYear = issuers
    .map((issuer) => typeOfNotation(typed, issuer, false))
    .find((named) => named !== undefined);
  if (year !== null && withoutYear)
    return { code: 'SYMBOL_HAS_YEAR', params: { year: String(year), typeName: withoutYear.type.typeName } };
  const [, abbreviation = '', of = ''] = /^([^-./]{1,20})[-./](.+)$/u.exec(typed) ?? [];
  const isOwn = issuers.some((issuer) => foldNotation(issuer.abbreviation) === foldNotation(of));
  if (year === null && isOwn) return { code: 'TYPE_UNKNOWN', params: { abbreviation } };
  const expected = issuers.map((issuer) => `${planNotation(issuer)} hoặc ${issuer.abbreviation}-…`).join(', ');
  return {
    code: 'NOTATION_FOREIGN',
    params: { notation: `${year === null ? '' : `${year}/`}${typed.slice(0, 60)}`, expected },
  };
}

/** A type in a column of its own, or before the trích yếu, that is not the symbol's. */
function typeFinding({ typeName, subject, isTitled }: ImportRow, type: RegisteredType): RowFinding | null {
  // A trích yếu may begin with a word that is a type's name too: a công văn, which is cited without one, about a báo cáo.
  const isLed = isTitled && type.abbreviation !== null && !leads(subject ?? '', type.typeName);
  const typed = typeName ?? olderTypeNames().find((name) => isLed && leads(subject ?? '', name));
  if (typed === undefined || foldWords(typed) === foldWords(type.typeName)) return null;
  const column = typeName === null ? FIELD_WORDS.title : FIELD_WORDS.typeName;
  return rowFinding('TYPE_DIFFERS', column, { typed, typeName: type.typeName });
}

/** The trích yếu alone, without the type before it, and without the V/v of a công văn. */
function withoutType(text: string, { typeName, abbreviation }: RegisteredType): string {
  const bare = fold(text).startsWith(`${fold(typeName)} `) ? text.slice(typeName.length).trim() : text;
  const subject = abbreviation === null ? bare.replace(/^(?:v\/v|về việc)\s*:?\s+/iu, '') : bare;
  return subject === '' ? text : subject;
}

function leads(text: string, name: string): boolean {
  return `${foldWords(text)} `.startsWith(`${foldWords(name)} `);
}
