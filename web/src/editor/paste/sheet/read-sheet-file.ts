import { postSheets } from '../../../api/client.ts';
import { asProblem, type Problem } from '../../../api/problem.ts';
import type { SheetCell } from './sheet.ts';

/** Rows of an .xlsx, or why there are none. */
export type ReadSheetFile =
  | { readonly rows: readonly (readonly SheetCell[])[] }
  | { readonly rows: null; readonly problem: Problem | null };

/** Reads the first sheet of an .xlsx that a person sees. */
export async function readSheetFile(file: File): Promise<ReadSheetFile> {
  try {
    const [first] = (await postSheets(file)).sheets;
    return first
      ? { rows: first.rows.map((row) => row.map((cell) => ({ ...cell, bold: false }))) }
      : { rows: null, problem: null };
  } catch (error) {
    return { rows: null, problem: asProblem(error) };
  }
}
