import { CodedError } from '#base/coded-error.ts';
import type { Finding } from '#document/checking/findings.ts';

/** Codes of errors of HTTP itself and of sign-in. */
export const HTTP_ERROR_CODES = [
  /** The body is no JSON, or has a key twice. Params: `line`, `column`, `why`; none where there is no body. */
  'bad-json',
  /** The request does not fit the operation: in `findings`. */
  'bad-request',
  /** No token. */
  'unauthenticated',
  /** A token that is forged, expired, of another issuer or for another audience. */
  'token-invalid',
  'wrong-password',
  /** The cookie of a session is missing, ended, or too old. */
  'session-over',
  /** A session is asked for by another site than our page. */
  'foreign-origin',
  /** Too many wrong passwords of a person or from a place. Params: `retryAfterSeconds`. */
  'too-many-sign-ins',
  'no-route',
  /** Params: `allow`. */
  'method-not-allowed',
  'unsupported-media-type',
  /** Params: `maxBytes`. */
  'too-large',
  /** A change needs If-Match. */
  'if-match-required',
  /** A change needs If-Match, or `If-None-Match: *` for what is new. */
  'revision-required',
  'if-match-invalid',
  /** Something that the API itself needs does not answer; repeating is safe. */
  'unavailable',
  /** Anything that has no code: an alarm. */
  'internal',
] as const;

/** See {@link HTTP_ERROR_CODES}. */
export type HttpErrorCode = (typeof HTTP_ERROR_CODES)[number];

/** The error of this room: a code and parameters, no sentence. */
export class HttpError extends CodedError<HttpErrorCode> {
  override readonly name = 'HttpError';
  readonly params: Readonly<Record<string, string | number>>;
  readonly findings: readonly Finding[];

  constructor(
    code: HttpErrorCode,
    details: {
      readonly params?: Readonly<Record<string, string | number>>;
      readonly findings?: readonly Finding[];
    } & ErrorOptions = {},
  ) {
    super(code, details);
    this.params = details.params ?? {};
    this.findings = details.findings ?? [];
  }
}
