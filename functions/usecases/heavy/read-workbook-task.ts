import { ImportError } from '#exchange/older-book/import-error.ts';
import { readWorkbook } from '#exchange/older-book/read-workbook.ts';
import type { SheetRows } from '#exchange/workbook/cell.ts';
import { UseCaseError } from '../use-case-error.ts';

/** Reads the sheets of a list. Throws `list-unreadable`. */
export async function readWorkbookTask({ bytes }: { readonly bytes: Uint8Array }): Promise<SheetRows[]> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw error instanceof ImportError ? listUnreadable(error) : error;
  }
}

/** The error of a list that cannot be read as a whole. */
export function listUnreadable(cause: ImportError): UseCaseError {
  return new UseCaseError('list-unreadable', { facts: { fault: cause.code }, cause });
}
