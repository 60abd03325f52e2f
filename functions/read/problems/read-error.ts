/** Every reason for which a file is not read at all. */
export const READ_ERROR_CODES = [
  'EMPTY_FILE',
  'FILE_TOO_LARGE',
  'OLD_WORD_FILE',
  'ENCRYPTED_FILE',
  'HTML_FILE',
  'RTF_FILE',
  'PDF_FILE',
  'PDF_SCANNED',
  'PDF_GARBLED',
  'PDF_DAMAGED',
  'PDF_TOO_LONG',
  'ODT_FILE',
  'XLSX_FILE',
  'PPTX_FILE',
  'NOT_WORD',
  'ZIP_DAMAGED',
  'ZIP_BOMB',
  'ZIP_ENCRYPTED',
  'ZIP_OVERLAPPING',
  'ZIP_DUPLICATE_NAME',
  'ZIP_UNSAFE_NAME',
  'ZIP_TOO_MANY_ENTRIES',
  'XML_DOCTYPE',
  'XML_ENTITY',
  'XML_TOO_DEEP',
  'XML_ATTRIBUTE_TOO_LONG',
  'XML_TOKEN_TOO_LONG',
  'XML_DAMAGED',
  'TOO_MANY_PARAGRAPHS',
  'PARAGRAPH_TOO_LONG',
  'TEXT_TOO_LONG',
  'TABLE_TOO_WIDE',
  'NO_BODY',
] as const;

/** Reasons why a file is refused. */
export type ReadErrorCode = (typeof READ_ERROR_CODES)[number];

/** Parameters of a sentence. */
export type ReadParams = Readonly<Record<string, string | number>>;

/** A file that is refused: a code and parameters, no sentence. */
export class ReadError extends Error {
  override readonly name = 'ReadError';
  readonly code: ReadErrorCode;
  readonly params: ReadParams;

  constructor(code: ReadErrorCode, params: ReadParams = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}
