import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PdfError } from './pdf-error.ts';
import { type ConverterOptions, runOffice } from './run-office.ts';

/** Older and other text files that LibreOffice makes a .docx of. */
export type OlderFormat = 'doc' | 'odt';

const FILTERS: Readonly<Record<OlderFormat, string>> = { doc: 'MS Word 97', odt: 'writer8' };
/** Longest wait of a person in milliseconds; the slowest file of an office's archive took four seconds. */
const TIMEOUT_MS = 60_000;
const MAX_DOCX_BYTES = 50 * 1024 * 1024;

/**
 * Makes a .docx of a .doc or .odt that anyone sent, to be read: macros and links are off in the profile, and there is a deadline.
 * Throws `PdfError`.
 */
export function toDocx(bytes: Uint8Array, format: OlderFormat, options: ConverterOptions = {}): Promise<Uint8Array> {
  const job = {
    bytes,
    name: `document.${format}`,
    readAs: FILTERS[format],
    convertTo: 'docx:MS Word 2007 XML',
    timeoutMs: TIMEOUT_MS,
  };
  return runOffice(options, job, async (dir, said) => {
    const path = join(dir, 'document.docx');
    const { size } = await stat(path).catch((cause: unknown) => {
      throw new PdfError('failed', said, { cause });
    });
    if (size > MAX_DOCX_BYTES) throw new PdfError('too-large');
    return new Uint8Array(await readFile(path));
  });
}
