import { ImportError } from '#exchange/older-book/import-error.ts';
import { readWorkbook } from '#exchange/older-book/read-workbook.ts';
import type { SheetRows } from '#exchange/workbook/cell.ts';
import { listUnreadable } from './list-unreadable.ts';

/** Reads the sheets of a list. Throws `list-unreadable`. */
export async function readWorkbookTask({ bytes }: { readonly bytes: Uint8Array }): Promise<SheetRows[]> {
  try {
    return await readWorkbook(bytes);
  } catch (error) {
    throw error instanceof ImportError ? listUnreadable(error) : error;
  }
}
