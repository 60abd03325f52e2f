import { foldSymbol, formatCode } from '#document/code-notation.ts';
import { dateParts, formatShortDate } from '#document/dates.ts';
import type { OrganProfile } from '#document/schemas/organ-profile.schema.ts';
import { foldWords } from '#document/text/vietnamese.ts';
import { type DifferentField, type RowFinding, rowFinding } from '#exchange/older-book/import-texts.ts';
import { FIELD_WORDS } from '#exchange/older-book/parse-import-row.ts';
import type { ImportRecord } from '#exchange/older-book/resolve-import-row.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { Found } from '#register/register.ts';
import type { Actor } from '../actor.ts';
import type { Deps } from '../deps.ts';
import { bringInDocument, checkNumberAvailable } from './bring-in-document.ts';
import { addScan, checkLacksFile, lacksFile } from './bring-in-file.ts';
import { type ImportFile, toScanFile } from './scan-file.ts';

/** Outcome of a row. `would-be-brought-in` when the list was only checked. */
export type ImportOutcome =
  | 'brought-in'
  | 'would-be-brought-in'
  /** It was there without a file, which it has now. */
  | 'file-added'
  | 'file-would-be-added'
  | 'unchanged'
  | 'refused';

/** The report's line of a row. */
export interface ImportLine {
  readonly sheet: string;
  /** As Excel counts it. */
  readonly row: number;
  readonly outcome: ImportOutcome;
  readonly symbol: string | null;
  /** `yyyy-mm-dd`. */
  readonly issuedDate: string | null;
  /** Name of the file that was kept with it; null: a record without one. */
  readonly file: string | null;
  /** Everything that is wrong in the row. */
  readonly findings: readonly RowFinding[];
  /** Why the register would not take it. */
  readonly refusal: RegisterError | null;
}

/** Options of an import. */
export interface ImportOptions {
  /** The file of a document, where there is one; its name says which. */
  readonly fileOf?: ((symbol: string, issuedDate: string) => Promise<ImportFile | null>) | undefined;
  /** Says what would be done, and does nothing. */
  readonly checkOnly?: boolean | undefined;
}

interface Place {
  readonly sheet: string;
  readonly row: number;
}

/** A row as it was read. */
export interface ResolvedRow extends Place {
  readonly record: ImportRecord | null;
  readonly findings: readonly RowFinding[];
}

/** Takes rows of one list, one after the other: into the register, or not, with the reason. Throws what would meet every row. */
export function createRowImporter(
  deps: Deps,
  actor: Actor,
  profiles: readonly OrganProfile[],
  { fileOf, checkOnly = false }: ImportOptions,
): (row: ResolvedRow) => Promise<ImportLine> {
  const seen = new Map<string, Place>();
  return async ({ sheet, row, record, findings }) => {
    const at = { sheet, row };
    if (!record)
      return { ...at, outcome: 'refused', symbol: null, issuedDate: null, file: null, findings, refusal: null };
    const { number, notation, issuedDate } = record;
    const symbol = formatCode(number, notation);
    const common = { ...at, symbol, issuedDate, file: null, findings: [], refusal: null };
    const refused = (found: readonly RowFinding[]): ImportLine => ({ ...common, outcome: 'refused', findings: found });

    const year = dateParts(issuedDate).year;
    const key = `${year} ${record.series} ${number}`;
    const before = seen.get(key);
    if (before) {
      const elsewhere = before.sheet === sheet ? {} : { sheet: before.sheet };
      return refused([rowFinding('REPEATED', FIELD_WORDS.code, { row: before.row, symbol, ...elsewhere })]);
    }
    seen.set(key, at);
    const stands = await deps.register.findInOwnSeries(actor.organ, year, record.series, number);
    if (stands) {
      const differences = differencesOf(stands, record);
      if (differences) return refused([differences]);
      const isWhole = !lacksFile(stands.row) || stands.document.state !== 'issued';
      if (isWhole) return { ...common, outcome: 'unchanged', file: firstFile(stands) };
    }
    const brought = (await fileOf?.(symbol, issuedDate)) ?? null;
    const file = brought && toScanFile(brought, symbol);
    if (file && 'fault' in file) {
      const { fileName, fault, maxBytes } = file;
      return refused([rowFinding('FILE_UNSUITABLE', FIELD_WORDS.code, { file: fileName, fault, maxBytes })]);
    }
    const fileName = file?.fileName ?? null;
    if (stands && !file) return { ...common, outcome: 'unchanged' };
    try {
      if (stands && file) {
        if (checkOnly) await checkLacksFile(deps, stands.row);
        else await addScan(deps, actor.staffId, stands, file);
        return { ...common, outcome: checkOnly ? 'file-would-be-added' : 'file-added', file: fileName };
      }
      if (checkOnly) {
        await checkNumberAvailable(deps, actor.organ, profiles, {
          series: record.series,
          codeNumber: number,
          issuedDate,
        });
        return { ...common, outcome: 'would-be-brought-in', file: fileName };
      }
      await bringInDocument(deps, actor, { codeNumber: number, issuedDate, content: contentOf(record, file) });
      return { ...common, outcome: 'brought-in', file: fileName };
    } catch (error) {
      if (!isOfRow(error)) throw error;
      return { ...common, outcome: 'refused', refusal: error };
    }
  };
}

function contentOf(record: ImportRecord, file: ReturnType<typeof toScanFile> | null) {
  const { typeCode, notation, subject, signerInfo, to, archivedAt, issuedAmount } = record;
  return {
    record: {
      typeCode,
      codeNotation: notation,
      subject,
      signerInfo: signerInfo ?? undefined,
      to,
      archivedAt: archivedAt ?? undefined,
      issuedAmount: issuedAmount ?? undefined,
    },
    ...(file && 'bytes' in file && { file }),
  };
}

function differencesOf({ row }: Found, record: ImportRecord): RowFinding | null {
  const fields: DifferentField[] = [
    ...(row.symbolKey === foldSymbol(record.number, record.notation) ? [] : ['notation' as const]),
    ...(row.issuedDate === record.issuedDate ? [] : ['date' as const]),
    ...(foldWords(row.subject) === foldWords(record.subject) ? [] : ['subject' as const]),
  ];
  if (fields.length === 0) return null;
  const facts = { symbol: row.symbol, date: formatShortDate(row.issuedDate), fields: fields.join(', ') };
  return rowFinding('DIFFERS', FIELD_WORDS.code, facts);
}

function firstFile({ row }: Found): string | null {
  return row.files[0]?.fileName ?? null;
}

/** Tells errors of one row from those that would meet every row. */
function isOfRow(error: unknown): error is RegisterError {
  const codes = [
    'number-not-below-start',
    'duplicate-number',
    'already-exists',
    'bad-date',
    'series-closed',
    'has-file',
    'stale',
    'bad-key',
  ];
  return error instanceof RegisterError && codes.includes(error.code);
}
