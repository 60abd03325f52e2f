import { CodedError } from '#base/coded-error.ts';

/** Every way in which the store says no. */
export const STORE_ERROR_CODES = [
  /** The key is taken. */
  'already-exists',
  'not-found',
  /** The bytes are not those that were put, or not those that were expected: never served, an alarm. */
  'integrity-mismatch',
  /** A key that is not made of server ids. */
  'bad-key',
  /** Metadata that no header can carry: names `a-z 0-9 -`, values printable ASCII. */
  'bad-metadata',
  /** Disk or network; repeating is safe. */
  'unavailable',
] as const;

/** See {@link STORE_ERROR_CODES}. */
export type StoreErrorCode = (typeof STORE_ERROR_CODES)[number];

/** The one error of the store: a code and the key, no sentence. `cause` is for operators. */
export class StoreError extends CodedError<StoreErrorCode> {
  override readonly name = 'StoreError';
  readonly key: string;

  constructor(code: StoreErrorCode, key: string, options?: ErrorOptions) {
    super(code, options);
    this.key = key;
  }
}
