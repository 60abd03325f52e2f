import { CodedError } from '#base/coded-error.ts';

/** Reasons why an uploaded zip is refused. */
export type ZipErrorCode =
  | 'too-large'
  | 'not-a-zip'
  | 'too-many-entries'
  | 'inflates-too-much'
  | 'encrypted'
  | 'overlapping'
  | 'duplicate-name'
  | 'unsafe-name'
  | 'damaged';

/** A zip that is not read; a code, no sentence. */
export class ZipError extends CodedError<ZipErrorCode> {
  override readonly name = 'ZipError';
}
