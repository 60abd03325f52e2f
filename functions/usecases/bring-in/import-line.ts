import type { RowFinding } from '#exchange/older-book/import-texts.ts';
import type { ImportRecord } from '#exchange/older-book/resolve-import-row.ts';
import type { BlankKind } from '#register/model/blank-number.schema.ts';
import { RegisterError } from '#register/model/register-error.ts';
import type { ImportFile } from './scan-file.ts';

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
  /** Kind of a number without a document; null: the row is a document. */
  readonly blank: BlankKind | null;
  /** Name of the file that was kept with it; null: a record without one. */
  readonly file: string | null;
  /** Everything that is wrong in the row. */
  readonly findings: readonly RowFinding[];
  /** Findings that a person should look at, though it came in. */
  readonly warnings: readonly RowFinding[];
  /** Refusal of the register. */
  readonly refusal: RegisterError | null;
}

/** Options of an import. */
export interface ImportOptions {
  /** The file of a document, where there is one; its name says which. */
  readonly fileOf?: ((symbol: string, issuedDate: string) => Promise<ImportFile | null>) | undefined;
  /** Says what would be done, and does nothing. */
  readonly checkOnly?: boolean | undefined;
  /** A person says that numbers which stand twice were given twice: the second comes in as a copy. */
  readonly keepsCopies?: boolean | undefined;
}

/** Position of a row. */
export interface RowPosition {
  readonly sheet: string;
  readonly row: number;
}

/** A row as it was read. */
export interface ResolvedRow extends RowPosition {
  readonly isHidden: boolean;
  readonly record: ImportRecord | null;
  readonly findings: readonly RowFinding[];
}

/** A line of the report, but for what is the same in every outcome of the row. */
export type Outcome = Pick<ImportLine, 'outcome'> &
  Partial<Pick<ImportLine, 'file' | 'findings' | 'warnings' | 'refusal'>>;

/** Errors of one row; those that would meet every row are thrown on. */
export function refusalOf(error: unknown): Outcome {
  const codes = [
    'number-not-below-start',
    'duplicate-number',
    'number-blank',
    'already-exists',
    'bad-date',
    'series-closed',
    'has-file',
    'stale',
    'bad-key',
  ];
  if (!(error instanceof RegisterError) || !codes.includes(error.code)) throw error;
  return { outcome: 'refused', refusal: error };
}
