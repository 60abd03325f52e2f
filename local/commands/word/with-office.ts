import { PdfError } from '#pdf/pdf-error.ts';
import { type OlderFormat, toDocx } from '#pdf/to-docx.ts';
import { ReadError, type ReadErrorCode } from '#read/problems/read-error.ts';

const FORMATS: Partial<Record<ReadErrorCode, OlderFormat>> = { OLD_WORD_FILE: 'doc', ODT_FILE: 'odt' };

/** Does something with a .docx; a .doc or .odt is made one first, where this machine has LibreOffice. Throws `ReadError`. */
export async function withOffice<T>(bytes: Uint8Array, act: (docx: Uint8Array) => T | Promise<T>): Promise<T> {
  try {
    return await act(bytes);
  } catch (error) {
    const format = error instanceof ReadError ? FORMATS[error.code] : undefined;
    if (!format) throw error;
    const docx = await toDocx(bytes, format, { searchPath: process.env['PATH'] }).catch((cause: unknown) => {
      // Without LibreOffice, or where it cannot either, the file is what it was: one to save anew in Word.
      if (cause instanceof PdfError) throw error;
      throw cause;
    });
    return act(docx);
  }
}
