import { CodedError } from '#base/coded-error.ts';

/** Every way in which handing on work can fail. */
export const DISPATCH_ERROR_CODES = [
  /** The service does not answer; the outcome is unknown, repeating is safe. */
  'unavailable',
  /** Some messages were not taken. Params: `count`. */
  'not-all-sent',
  /** This address takes no mail from us, now or later. */
  'mail-refused',
  /** A message that is not one of ours. */
  'bad-message',
  /** A run was started as often as it may be, and is still not done. Params: `count`. */
  'too-many-starts',
] as const;

/** See {@link DISPATCH_ERROR_CODES}. */
export type DispatchErrorCode = (typeof DISPATCH_ERROR_CODES)[number];

/** The one error of the room: a code and parameters, no sentence. `cause` is the client's error, for operators. */
export class DispatchError extends CodedError<DispatchErrorCode> {
  override readonly name = 'DispatchError';
  readonly params: Readonly<Record<string, number>>;

  constructor(code: DispatchErrorCode, params: Readonly<Record<string, number>> = {}, options?: ErrorOptions) {
    super(code, options);
    this.params = params;
  }
}
