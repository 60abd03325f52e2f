import { CodedError } from '#base/coded-error.ts';
import type { ZipErrorCode } from '#package/zip-error.ts';

/** Reasons why a whole list is refused. */
export type ImportErrorCode =
  | Exclude<ZipErrorCode, 'encrypted' | 'overlapping' | 'duplicate-name' | 'unsafe-name'>
  | 'not-xlsx'
  | 'encrypted'
  | 'old-xls'
  | 'is-csv'
  | 'unsafe'
  | 'too-many-rows'
  | 'too-many-columns'
  | 'no-header';

/** A list that cannot be read as a whole: a code; the sentence is in `list-texts.ts`. */
export class ImportError extends CodedError<ImportErrorCode> {
  override readonly name = 'ListError';
}
