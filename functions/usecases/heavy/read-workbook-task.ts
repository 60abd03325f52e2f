import { applyFixes, type RowFix } from '#exchange/older-book/apply-fixes.ts';
import { ImportError } from '#exchange/older-book/import-error.ts';
import { type PassedOver, readLines } from '#exchange/older-book/read-lines.ts';
import { readWorkbook } from '#exchange/older-book/read-workbook.ts';
import type { ImportContext } from '#exchange/older-book/resolve-import-row.ts';
import { type ResolvedLine, resolveLines } from '#exchange/older-book/resolve-lines.ts';
import { describeColumns, type MappedSheet, type SheetColumns } from '#exchange/older-book/sheet-columns.ts';
import type { SheetRows } from '#exchange/workbook/cell.ts';
import { listUnreadable } from './list-unreadable.ts';

/** Reads the sheets of a list. Throws `list-unreadable`. */
export async function readWorkbookTask({
  bytes,
  isAsShown,
}: {
  readonly bytes: Uint8Array;
  readonly isAsShown?: true;
}): Promise<SheetRows[]> {
  try {
    return await readWorkbook(bytes, { isAsShown });
  } catch (error) {
    throw error instanceof ImportError ? listUnreadable(error) : error;
  }
}

/** An older book, with the columns that a person mapped and the cells that they typed over; `context`: the organ that has it. */
export interface OlderBookFile {
  readonly bytes: Uint8Array;
  readonly mapped?: readonly MappedSheet[] | undefined;
  readonly fixes?: readonly RowFix[] | undefined;
  readonly context: ImportContext;
}

/** A sheet of an older book: what it says of itself, its columns, and its lines as what they are. */
export interface ReadBookSheet extends Pick<SheetRows, 'name' | 'isHidden'> {
  readonly described: SheetColumns;
  readonly hasHeader: boolean;
  /** Columns that are hidden and read, from 0. */
  readonly hiddenColumns: readonly number[];
  readonly passedOver: readonly PassedOver[];
  readonly lines: readonly ResolvedLine[];
}

/** Reads the lines of an older book. Throws `list-unreadable`. */
export async function readOlderBookTask({
  bytes,
  mapped = [],
  fixes = [],
  context,
}: OlderBookFile): Promise<ReadBookSheet[]> {
  const sheets = await readWorkbookTask({ bytes });
  return sheets.map((sheet) => {
    const { name, hiddenColumns, isHidden } = sheet;
    const told = mapped.find((one) => one.sheet === name);
    const read = readLines(sheet, told && { lastRow: told.headerRow, columns: told.columns });
    const lines = read?.lines ?? [];
    const columns = new Set(lines.flatMap((line) => [...line.columns.values()]));
    return {
      ...{ name, isHidden, described: describeColumns(sheet.rows, read?.header), hasHeader: read !== null },
      hiddenColumns: hiddenColumns.filter((column) => columns.has(column)),
      passedOver: read?.passedOver ?? [],
      lines: resolveLines(applyFixes(name, lines, fixes), context),
    };
  });
}
