/** Content type of a Word document. */
export const DOCX = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** Content type of a Word document of Word 97 to 2003. */
export const DOC = 'application/msword';

/** Content type of an OpenDocument text. */
export const ODT = 'application/vnd.oasis.opendocument.text';

/** Content type of bare text. */
export const TEXT = 'text/plain';

/** Content type of an Excel workbook. */
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Content type of a PDF. */
export const PDF = 'application/pdf';

/** Content type of a ZIP archive. */
export const ZIP = 'application/zip';

/** Content type of XML. */
export const XML = 'application/xml';

/** Content type of JSON. */
export const JSON_TYPE = 'application/json';
