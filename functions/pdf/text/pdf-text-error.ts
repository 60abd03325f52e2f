/** Reasons why the text of a PDF is refused. */
export type PdfTextFault = 'damaged' | 'encrypted' | 'bomb' | 'too-many-pages' | 'too-much-text' | 'too-slow';

/** A PDF whose text is not read: a code, no sentence. */
export class PdfTextError extends Error {
  override readonly name = 'PdfTextError';
  readonly code: PdfTextFault;

  constructor(code: PdfTextFault, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
  }
}
