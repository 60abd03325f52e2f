/** Why a zip that a person sent is not read. */
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
export class ZipError extends Error {
  override readonly name = 'ZipError';
  readonly code: ZipErrorCode;

  constructor(code: ZipErrorCode, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
