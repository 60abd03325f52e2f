import { foldNotation } from '#document/code-notation.ts';
import { formatShortDate } from '#document/dates.ts';
import { documentTypes, TYPE_ABBREVIATIONS, type TypeCode } from '#document/document-types.ts';
import { issuingProfiles, mayBear, planNotation } from '#document/issuing-profile.ts';
import { profileOn, seriesFor } from '#document/organ-directory.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { fold, foldWords } from '#document/text/vietnamese.ts';
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
  readonly typeCode: TypeCode;
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
): { record: ImportRecord | null; findings: readonly RowFinding[] } {
  const findings = [...row.findings];
  const { number, issuedDate, subject } = row;
  const say = (code: RowFinding['code'], column: string, facts: Record<string, string>) =>
    void findings.push(rowFinding(code, column, facts));

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
  const symbol = notation === null || !names ? null : symbolOf(notation, issuingProfiles(names));
  if (symbol && 'code' in symbol) say(symbol.code, FIELD_WORDS.code, symbol.facts);
  const typeCode = symbol && 'typeCode' in symbol ? symbol.typeCode : null;
  const typed = typeCode === null ? null : typeFinding(row, typeCode);
  if (typed) findings.push(typed);
  const series = profile && symbol && 'issuer' in symbol ? seriesFor(symbol.issuer, symbol.typeCode) : null;
  if (profile && typeCode && !series) {
    say('NO_SERIES', FIELD_WORDS.code, { typeName: documentTypes[typeCode].typeName });
  }
  const signer = row.signer === null || !profile ? null : readSigner(row.signer, profile);
  if (signer === 'two-names') say('SIGNERS', FIELD_WORDS.signer, { text: row.signer ?? '' });
  const short = typeCode === null || subject === null ? null : withoutType(subject, typeCode);
  if (findings.length > 0 || signer === 'two-names' || !symbol || !('typeCode' in symbol))
    return { record: null, findings };
  if (number === null || issuedDate === null || !short || !series || !profile) return { record: null, findings };
  const { to, archivedAt, issuedAmount } = row;
  return {
    record: {
      number,
      codeSuffix: row.codeSuffix,
      notation: symbol.notation,
      issuedDate,
      typeCode: symbol.typeCode,
      series: series.name,
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
  const text = `${foldWords(typeName ?? subject ?? '')} `;
  return text.startsWith(`${foldWords(documentTypes.KeHoach.typeName)} `) ? planNotation(profile) : null;
}

/** Meaning of a symbol, or its finding. */
type ReadSymbol =
  | { readonly typeCode: TypeCode; readonly notation: string; readonly issuer: OrganProfile }
  | { readonly code: 'TYPE_NOT_KEPT' | 'NOTATION_FOREIGN'; readonly facts: Record<string, string> };

/** `kh-ubnd` is KH-UBND; `UBND-HCC` a công văn's; `QĐ-UBND` is the organ's, but of a type that is not kept here. */
function symbolOf(typed: string, issuers: readonly OrganProfile[]): ReadSymbol {
  const folded = foldNotation(typed);
  for (const issuer of issuers) {
    if (mayBear('KeHoach', issuer, folded)) return { typeCode: 'KeHoach', notation: planNotation(issuer), issuer };
    const own = `${foldNotation(issuer.abbreviation)}-`;
    if (!mayBear('CongVan', issuer, folded) || folded.length === own.length) continue;
    const unit = typed.slice(typed.search(/[-./]/) + 1);
    const isLower = unit === unit.toLowerCase();
    const notation = `${issuer.abbreviation}-${isLower ? unit.toUpperCase() : unit}`;
    return { typeCode: 'CongVan', notation, issuer };
  }
  const [typeName] =
    Object.entries(TYPE_ABBREVIATIONS).find(([, short]) => folded.startsWith(`${foldNotation(short)}-`)) ?? [];
  if (typeName !== undefined && typeName !== documentTypes.KeHoach.typeName) {
    return { code: 'TYPE_NOT_KEPT', facts: { typeName } };
  }
  const expected = issuers.map((issuer) => `${planNotation(issuer)} hoặc ${issuer.abbreviation}-…`).join(', ');
  return { code: 'NOTATION_FOREIGN', facts: { notation: typed.slice(0, 60), expected } };
}

/** A type in a column of its own, or before the trích yếu, that is not the symbol's. */
function typeFinding({ typeName, subject, isTitled }: ImportRow, typeCode: TypeCode): RowFinding | null {
  const known = Object.keys({ ...TYPE_ABBREVIATIONS, [documentTypes.CongVan.typeName]: '' });
  const leads = (text: string, name: string) => `${foldWords(text)} `.startsWith(`${foldWords(name)} `);
  const symbols = documentTypes[typeCode].typeName;
  // A trích yếu may begin with a word that is a type's name too: a công văn, which is cited without one, about a báo cáo.
  const isLed = isTitled && documentTypes[typeCode].hasTitle;
  const typed = typeName ?? known.find((name) => isLed && subject !== null && leads(subject, name));
  if (typed === undefined || foldWords(typed) === foldWords(symbols)) return null;
  const column = typeName === null ? FIELD_WORDS.title : FIELD_WORDS.typeName;
  return rowFinding('TYPE_DIFFERS', column, { typed, typeName: symbols });
}

/** The trích yếu alone, without the type before it, and without the V/v of a công văn. */
function withoutType(text: string, typeCode: TypeCode): string {
  const { typeName, hasTitle } = documentTypes[typeCode];
  const bare = fold(text).startsWith(`${fold(typeName)} `) ? text.slice(typeName.length).trim() : text;
  const subject = hasTitle ? bare : bare.replace(/^(?:v\/v|về việc)\s*:?\s+/iu, '');
  return subject === '' ? text : subject;
}
