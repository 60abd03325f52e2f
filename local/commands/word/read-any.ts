import { PdfError } from '#pdf/pdf-error.ts';
import { toDocx } from '#pdf/to-docx.ts';
import type { ReadDocument } from '#read/body/model.ts';
import { olderFormatOf } from '#usecases/word-files/older-format.ts';
import { readBrought } from '#usecases/word-files/read-brought.ts';

/** The bytes themselves, or the .docx that LibreOffice makes of a .doc or .odt where this machine has it. */
export async function asReadable(bytes: Uint8Array): Promise<Uint8Array> {
  const format = olderFormatOf(bytes);
  if (!format) return bytes;
  return toDocx(bytes, format, { searchPath: process.env['PATH'] }).catch((cause: unknown) => {
    // Without LibreOffice, or where it cannot either, the file is what it was: one to save anew in Word.
    if (cause instanceof PdfError) return bytes;
    throw cause;
  });
}

/** Reads a file of any kind that is read here. Throws `ReadError`. */
export async function readAny(bytes: Uint8Array): Promise<ReadDocument> {
  return readBrought(await asReadable(bytes));
}
