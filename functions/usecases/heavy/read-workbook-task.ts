import { ImportError } from '#exchange/older-book/import-error.ts';
import { readLines, type SheetLines } from '#exchange/older-book/read-lines.ts';
import { readWorkbook } from '#exchange/older-book/read-workbook.ts';
import { describeColumns, type MappedSheet, type SheetColumns } from '#exchange/older-book/sheet-columns.ts';
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

/** An older book, with the columns that a person mapped. */
export interface OlderBookFile {
  readonly bytes: Uint8Array;
  readonly mapped?: readonly MappedSheet[] | undefined;
}

/** A sheet of an older book: what it says of itself, its columns, and its lines; null where it has no header. */
export interface ReadBookSheet extends Pick<SheetRows, 'name' | 'hiddenColumns' | 'isHidden'> {
  readonly described: SheetColumns;
  readonly read: SheetLines | null;
}

/** Reads the lines of an older book. Throws `list-unreadable`. */
export async function readOlderBookTask({ bytes, mapped = [] }: OlderBookFile): Promise<ReadBookSheet[]> {
  const sheets = await readWorkbookTask({ bytes });
  return sheets.map((sheet) => {
    const { name, hiddenColumns, isHidden } = sheet;
    const told = mapped.find((one) => one.sheet === name);
    const read = readLines(sheet, told && { lastRow: told.headerRow, columns: told.columns });
    return { name, hiddenColumns, isHidden, read, described: describeColumns(sheet.rows, read?.header) };
  });
}
