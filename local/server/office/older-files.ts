import { PdfError } from '#pdf/pdf-error.ts';
import { toDocx } from '#pdf/to-docx.ts';
import type { Deps } from '#usecases/deps.ts';
import { inTurn } from './in-turn.ts';

/** Makes .docx files of older ones by LibreOffice, one at a time; null where there is none, or where it cannot. */
export function olderFiles(searchPath = process.env['PATH']): NonNullable<Deps['toDocx']> {
  return inTurn(async (bytes, format) => {
    try {
      return await toDocx(bytes, format, { searchPath });
    } catch (error) {
      if (error instanceof PdfError) return null;
      throw error;
    }
  }, 1);
}
