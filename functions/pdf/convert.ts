import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { checkDocx } from './check-docx.ts';
import { PdfError } from './pdf-error.ts';
import { type ConverterOptions, runOffice } from './run-office.ts';

/** Makes a PDF of a .docx that we rendered. Throws {@link PdfError}, and the signal's reason. */
export type Convert = (docx: Uint8Array, limits?: ConvertLimits) => Promise<Uint8Array>;

/** Limits of one conversion. */
export interface ConvertLimits {
  /** Milliseconds; by default {@link CONVERT_TIMEOUT_MS}. */
  readonly timeoutMs?: number;
  readonly signal?: AbortSignal | undefined;
}

/** Milliseconds a reader waits at most: nine pages take two seconds, a table of 3,000 rows over a minute. */
export const CONVERT_TIMEOUT_MS = 120_000;
const MAX_PDF_BYTES = 200 * 1024 * 1024;

/** Tagged, for those who are read to; what LibreOffice embeds of fonts it embeds always. */
const EXPORT = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}';

/**
 * Opens the converter: LibreOffice, started for each file anew, in a profile and a directory of its own that are gone
 * afterwards, so that calls do not meet and nothing of one document is left for the next.
 *
 * @example const pdf = await openConverter()(docx)
 */
export function openConverter(options: ConverterOptions = {}): Convert {
  return async (docx, { timeoutMs = CONVERT_TIMEOUT_MS, signal } = {}) => {
    checkDocx(docx);
    const job = {
      bytes: docx,
      name: 'document.docx',
      readAs: 'MS Word 2007 XML',
      convertTo: EXPORT,
      timeoutMs,
      signal,
    };
    return runOffice(options, job, (dir, said) => readPdf(join(dir, 'document.pdf'), said));
  };
}

/** LibreOffice ends with 0 where it could not load a file: what counts is the PDF. */
async function readPdf(path: string, said: string): Promise<Uint8Array> {
  const { size } = await stat(path).catch((cause: unknown) => {
    throw new PdfError('failed', said, { cause });
  });
  if (size > MAX_PDF_BYTES) throw new PdfError('too-large');
  const pdf = await readFile(path);
  if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-') throw new PdfError('failed', said);
  return new Uint8Array(pdf.buffer, pdf.byteOffset, pdf.length);
}
