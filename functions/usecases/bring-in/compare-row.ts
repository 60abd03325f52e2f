import { formatCode } from '#document/code-notation.ts';
import { formatShortDate } from '#document/dates.ts';
import { findOlderType } from '#document/older-types.ts';
import { type RowFinding, rowFinding } from '#exchange/older-book/import-texts.ts';
import { FIELD_WORDS } from '#exchange/older-book/parse-import-row.ts';
import type { ImportRecord } from '#exchange/older-book/resolve-import-row.ts';
import { formatTableDate } from '#exchange/table-date.ts';
import type { RegisterRow } from '#register/model/types.ts';

/** A field in which a row of a list and a line of the book differ, with what each says. */
export interface RowDifference {
  readonly column: string;
  readonly standing: string;
  readonly typed: string;
}

/** Compares all that a row says with the line that stands, marks and all; what the row does not say is no difference. */
export function differencesOf(row: RegisterRow, record: ImportRecord): RowDifference[] {
  const differences: RowDifference[] = [];
  const compare = (column: string, standing: string, typed: string | null) => {
    if (typed !== null && standing.normalize('NFC') !== typed) differences.push({ column, standing, typed });
  };
  const { signerInfo, to, archivedAt, issuedAmount } = record;
  const { number, notation, codeSuffix, symbolYear } = record;
  compare(FIELD_WORDS.code, row.symbol, formatCode(number, notation, codeSuffix ?? '', symbolYear ?? undefined));
  compare(FIELD_WORDS.issuedDate, formatTableDate(row.issuedDate), formatTableDate(record.issuedDate));
  compare(FIELD_WORDS.typeName, row.typeName, findOlderType(record.typeCode)?.typeName ?? row.typeName);
  compare(FIELD_WORDS.subject, row.subject, record.subject);
  compare(FIELD_WORDS.signer, row.signerInfo?.fullName ?? '', signerInfo?.fullName ?? null);
  compare(FIELD_WORDS.position, row.signerInfo?.position ?? '', signerInfo?.position || null);
  compare(FIELD_WORDS.to, row.to.join('; '), to.length > 0 ? to.join('; ') : null);
  // Of what we issue the book itself prints that Văn thư keeps the original (Điều 19).
  const ofOwn = archivedAt?.replace(/^VT(?:,\s*|$)/, '') ?? null;
  compare(FIELD_WORDS.archivedAt, row.archivedAt ?? '', row.broughtIn ? archivedAt : ofOwn);
  compare(
    FIELD_WORDS.issuedAmount,
    String(row.issuedAmount ?? ''),
    issuedAmount === null ? null : String(issuedAmount),
  );
  return differences;
}

/** The findings of a row that says otherwise than the book. */
export function differenceFindings(row: RegisterRow, differences: readonly RowDifference[]): RowFinding[] {
  const { symbol, issuedDate } = row;
  return differences.map(({ column, standing, typed }) =>
    rowFinding('DIFFERS', column, { symbol, date: formatShortDate(issuedDate), standing, typed }),
  );
}
