import { CodedError } from '#base/coded-error.ts';

/** Every way in which no PDF comes of a file. */
export const PDF_ERROR_CODES = [
  /** There is no LibreOffice where it is looked for. */
  'not-installed',
  /** The file is not one that we rendered: in `detail`, what of it is not ours. */
  'not-ours',
  /** The file, what it inflates to, or its PDF is larger than is taken. */
  'too-large',
  /** The converter was killed at the end of its time, with all that it had started. */
  'timed-out',
  /** The converter ended without a PDF: in `detail`, the end of what it said. */
  'failed',
] as const;

/** See {@link PDF_ERROR_CODES}. */
export type PdfErrorCode = (typeof PDF_ERROR_CODES)[number];

/** The one error of this room: a code, and for operators what the converter said. */
export class PdfError extends CodedError<PdfErrorCode> {
  override readonly name = 'PdfError';
  /** At most {@link MAX_DETAIL} characters; names no person and no text of the document. */
  readonly detail: string;

  constructor(code: PdfErrorCode, detail = '', options?: ErrorOptions) {
    super(code, options);
    this.detail = detail.slice(-MAX_DETAIL);
  }
}

/** Characters of `PdfError.detail`. */
export const MAX_DETAIL = 1000;
